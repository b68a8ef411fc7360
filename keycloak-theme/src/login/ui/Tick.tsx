/** One native checkbox with its label and, where given, a sentence under it. A tick means: shared. */
interface Props {
  id: string;
  name: string;
  value: string;
  label: string;
  body?: string | undefined;
  checked: boolean;
}

export function Tick({ id, name, value, label, body, checked }: Props) {
  const describedBy = body ? { "aria-describedby": `${id}-body` } : {};
  return (
    <div className="check">
      <input className="tick" type="checkbox" id={id} name={name} value={value} defaultChecked={checked} {...describedBy} />
      <label htmlFor={id}>{label}</label>
      {body && (
        <p className="body" id={`${id}-body`}>
          {body}
        </p>
      )}
    </div>
  );
}
