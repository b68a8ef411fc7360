/** One answer of several: a native radio whose whole card can be pressed. */
import type { ReactNode } from "react";

interface Props {
  name: string;
  value: string;
  label: ReactNode;
  checked: boolean;
  disabled?: boolean;
  required?: boolean;
  children: ReactNode;
}

export function RadioCard({ name, value, label, checked, disabled = false, required = false, children }: Props) {
  const id = `${name}-${value}`;
  return (
    <div className="card">
      <input
        className="tick"
        type="radio"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        aria-describedby={`${id}-body`}
      />
      <label htmlFor={id}>{label}</label>
      <div className="body" id={`${id}-body`}>
        {children}
      </div>
    </div>
  );
}
