/** A failure that the person at the terminal can mend: its message is one sentence that says what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
