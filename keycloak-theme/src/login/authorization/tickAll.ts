/** Ticks that follow other ticks, as the member's own hand would set them. */

const partsOfKind = (form: ParentNode, type: string) => form.querySelectorAll<HTMLInputElement>(`input[name=part][data-kind="${type}"]`);

/** Ticks or unticks kinds of records with all of their parts. */
export function tickAll(types: readonly string[], checked: boolean): void {
  for (const type of types) {
    const input = document.getElementById(`type-${type}`);
    if (input instanceof HTMLInputElement) input.checked = checked;
    for (const part of partsOfKind(document, type)) part.checked = checked;
  }
}

/** A kind of record takes its parts along; it is ticked as long as one of them is. */
export function keepTogether(changed: EventTarget): void {
  if (!(changed instanceof HTMLInputElement) || !changed.form) return;
  const { kind } = changed.dataset;
  if (kind === undefined) return;
  if (changed.name === "scope") tickAll([kind], changed.checked);
  else {
    const input = document.getElementById(`type-${kind}`);
    if (input instanceof HTMLInputElement) input.checked = [...partsOfKind(changed.form, kind)].some((part) => part.checked);
  }
}
