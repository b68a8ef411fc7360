/** The plan's logo, or the mark that stands for one; decoration, the plan's name is beside it. */
import { usePlan } from "../../plan/usePlan";

export function Mark() {
  const { logo } = usePlan();
  if (logo) return <img className="logo-picture" src={logo} alt="" />;
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" fill="#fff" />
      <path d="M20 6l7 10h-4l6 8h-4.500l6 8H9.500l6-8H11l6-8h-4z" fill="var(--mark)" />
      <path d="M18.500 32h3v4h-3z" fill="#8a5a2b" />
    </svg>
  );
}
