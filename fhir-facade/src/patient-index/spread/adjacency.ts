/** Who is beside whom, for numbered nodes: all lists in one, so that a hundred thousand of them are small. */

export interface Adjacency {
  readonly of: (node: number) => Int32Array;
}

/** Pairs in the making. */
export interface Pairs {
  readonly add: (from: number, to: number) => void;
  /** @param size number of nodes */
  readonly adjacency: (size: number) => Adjacency;
}

export function pairs(): Pairs {
  const froms: number[] = [];
  const tos: number[] = [];
  return {
    add: (from, to) => {
      froms.push(from);
      tos.push(to);
    },
    adjacency: (size) => {
      const ends = new Int32Array(size + 1);
      for (const from of froms) ends[from + 1] = (ends[from + 1] ?? 0) + 1;
      for (let node = 0; node < size; node++) ends[node + 1] = (ends[node + 1] ?? 0) + (ends[node] ?? 0);
      const starts = ends.slice();
      const list = new Int32Array(froms.length);
      for (let n = 0; n < froms.length; n++) {
        const from = froms[n] ?? 0;
        const slot = starts[from] ?? 0;
        list[slot] = tos[n] ?? 0;
        starts[from] = slot + 1;
      }
      return { of: (node) => list.subarray(ends[node], ends[node + 1]) };
    },
  };
}
