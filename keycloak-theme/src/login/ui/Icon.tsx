/** Line icons; decoration only, the words beside them say the same. */
const PATHS = {
  yes: "M4 12.5l5.5 5.5L20 6.5",
  no: "M6 6l12 12M18 6L6 18",
  lock: "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3",
  chevron: "M9 5l7 7-7 7",
  shield: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 11.5l2.2 2.2L15 10",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.1",
  home: "M4 11l8-7 8 7M6 10v10h12V10M12 20v-5",
  copy: "M10 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2",
  stop: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 9v6M14 9v6",
  flag: "M5 21V4h12l-2.5 4L17 12H5",
  unseen:
    "M3 3l18 18M10 5.2A10 10 0 0 1 12 5c5 0 8.500 4.500 9.500 7a14 14 0 0 1-2.600 3.800M6.200 6.800A14 14 0 0 0 2.500 12c1 2.500 4.500 7 9.500 7a9 9 0 0 0 4.500-1.200",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
