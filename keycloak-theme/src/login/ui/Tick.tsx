/** One native checkbox with its label and, where given, a sentence under it. A tick means: shared. */
import { useEffect, useRef } from "react";

interface Props {
  id: string;
  name: string;
  value: string;
  label: string;
  body?: string | undefined;
  checked: boolean;
  /** A word behind the label, such as "New". */
  tag?: string | undefined;
  /** Kind of record that the tick is about; ticks of one kind follow each other. */
  kind?: string | undefined;
  /** Whether only some of what it stands for is ticked. */
  partly?: boolean;
}

export function Tick({ id, name, value, label, body, checked, tag, kind, partly = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = partly;
  }, [partly]);
  const describedBy = body ? { "aria-describedby": `${id}-body` } : {};
  return (
    <div className="check">
      <input
        ref={input}
        className="tick"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        data-kind={kind}
        {...describedBy}
      />
      <label htmlFor={id}>
        {label}
        {tag && (
          <>
            {" "}
            <span className="tag">{tag}</span>
          </>
        )}
      </label>
      {body && (
        <p className="body" id={`${id}-body`}>
          {body}
        </p>
      )}
    </div>
  );
}
