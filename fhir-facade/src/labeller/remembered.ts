/** A function of one text that keeps its answers: the same few addresses and codes stand in every resource. */

/** Starts anew when it holds `most` answers, so that data cannot fill the memory. `answer` depends on the text alone. */
export function remembered<Answer>(most: number, answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= most) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
