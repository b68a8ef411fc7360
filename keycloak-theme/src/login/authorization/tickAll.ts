/** Ticks or unticks the inputs of resource types, as the member's own hand would. */
export function tickAll(types: readonly string[], checked: boolean): void {
  for (const type of types) {
    const input = document.getElementById(`type-${type}`);
    if (input instanceof HTMLInputElement) input.checked = checked;
  }
}
