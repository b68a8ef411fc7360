/** Hills and firs at the foot of the sign-in page; decoration in the plan's colours. */
export function Landscape() {
  return (
    <svg className="land" viewBox="0 0 1200 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <path fill="var(--line)" opacity=".6" d="M0 150V80C160 20 300 30 430 72s230 20 330-16 300-40 440 14v80z" />
      <path
        fill="var(--plan)"
        opacity=".5"
        d="M930 42l10 17h-4.5l8.5 15h-5l9 18h-36l9-18h-5l8.5-15h-4.5zM965 24l14 23.8h-6.3l11.9 21h-7l12.6 25.2h-50.4l12.6-25.2h-7l11.9-21h-6.3zM1000 52l8.8 14.96h-3.96l7.48 13.2h-4.4l7.92 15.84h-31.68l7.92-15.84h-4.4l7.48-13.2h-3.96zM250 64l8 13.6h-3.6l6.8 12h-4l7.2 14.4h-28.8l7.2-14.4h-4l6.8-12h-3.6zM278 47l11.6 19.72h-5.22l9.86 17.4h-5.8l10.44 20.88h-41.76l10.44-20.88h-5.8l9.86-17.4h-5.22zM306 70l7.2 12.24h-3.24l6.12 10.8h-3.6l6.48 12.96h-25.92l6.48-12.96h-3.6l6.12-10.8h-3.24zM700 78l6.8 11.56h-3.06l5.78 10.2h-3.4l6.12 12.24h-24.48l6.12-12.24h-3.4l5.78-10.2h-3.06z"
      />
      <path fill="var(--tint)" d="M0 150V104c180-30 330 14 520 10s360-44 680-8v44z" />
    </svg>
  );
}
