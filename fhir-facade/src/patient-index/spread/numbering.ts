/** Numbers for fingerprints: equal ones have the same, counted from 0. A Map would do, at ten times the time. */

export interface Numbering {
  /** The number of a fingerprint, which gets the next one when it had none. */
  readonly give: (fingerprint: number) => number;
  /** Its number; -1 when it has none. */
  readonly find: (fingerprint: number) => number;
}

/** @param most how many different ones there can be; a fingerprint is a whole number above 0 */
export function numbering(most: number): Numbering {
  const room = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const known = new Float64Array(room);
  const numbers = new Int32Array(room);
  let next = 0;
  const slotOf = (fingerprint: number): number => {
    let slot = fingerprint % room;
    while (known[slot] !== 0 && known[slot] !== fingerprint) slot = (slot + 1) % room;
    return slot;
  };
  return {
    give: (fingerprint) => {
      const slot = slotOf(fingerprint);
      if (known[slot] === 0) {
        known[slot] = fingerprint;
        numbers[slot] = next++;
      }
      return numbers[slot] ?? -1;
    },
    find: (fingerprint) => {
      const slot = slotOf(fingerprint);
      return known[slot] === 0 ? -1 : (numbers[slot] ?? -1);
    },
  };
}
