/** A bounded place for values of different sizes: what was not used for longest goes first. */

export interface Room<Value> {
  /** The value, which thereby is the last to go. */
  readonly use: (name: string) => Value | undefined;
  readonly keep: (name: string, value: Value) => void;
  readonly forget: (name: string) => void;
  /** Sets space aside for a value in the making; false when there is none even after all others are forgotten. */
  readonly reserve: (name: string, size: number) => boolean;
  /** Gives back what was set aside. */
  readonly release: (name: string) => void;
}

/**
 * @param most values kept
 * @param space sum of the sizes of all values, those in the making included
 */
export function room<Value>(most: number, space: number, sizeOf: (value: Value) => number): Room<Value> {
  const kept = new Map<string, Value>();
  const reserved = new Map<string, number>();
  let used = 0;

  const forget = (name: string): void => {
    const value = kept.get(name);
    if (value === undefined) return;
    used -= sizeOf(value);
    kept.delete(name);
  };
  /** Forgets the oldest until it fits, the spared one never. */
  const shrink = (values: number, spared: string): boolean => {
    for (const oldest of kept.keys()) {
      if (used <= space && kept.size <= values) break;
      if (oldest !== spared) forget(oldest);
    }
    return used <= space;
  };
  const release = (name: string): void => {
    used -= reserved.get(name) ?? 0;
    reserved.delete(name);
  };

  return {
    use: (name) => {
      const value = kept.get(name);
      if (value === undefined) return undefined;
      kept.delete(name);
      kept.set(name, value);
      return value;
    },
    keep: (name, value) => {
      release(name);
      forget(name);
      kept.set(name, value);
      used += sizeOf(value);
      if (!shrink(most, name)) forget(name);
    },
    forget,
    reserve: (name, size) => {
      used += size - (reserved.get(name) ?? 0);
      reserved.set(name, size);
      return shrink(most, name);
    },
    release,
  };
}
