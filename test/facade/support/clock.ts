/** The clocks of this process, which go on and can be put forward. */

export interface Clock {
  readonly advance: (milliseconds: number) => void;
  readonly restore: () => void;
}

/** Both `Date.now` and `performance.now`; `new Date()` and timers stay as they are. */
export function movableClock(): Clock {
  const [now, elapsed] = [Date.now, performance.now.bind(performance)];
  let ahead = 0;
  Date.now = () => now() + ahead;
  performance.now = () => elapsed() + ahead;
  return {
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    restore: () => {
      Date.now = now;
      performance.now = elapsed;
    },
  };
}
