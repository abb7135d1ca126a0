/** Something that is done again and again, but not more often than makes sense. */
export interface Pace {
  /** Do it as soon as it is time, and once more if it is under way. */
  soon(): void;
  stop(): void;
}

/** Return a pace at which `run` is done: at once after a rest, then after `every` ms at the earliest. */
export function pace(run: () => Promise<void>, every: number): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -every;
  let busy = false;
  let again = false;
  let over = false;
  const go = async () => {
    timer = undefined;
    busy = true;
    last = performance.now();
    await run();
    busy = false;
    if (again) soon();
  };
  const soon = () => {
    again = busy;
    if (over || busy || timer !== undefined) return;
    timer = setTimeout(() => void go(), Math.max(0, last + every - performance.now()));
  };
  const stop = () => {
    over = true;
    clearTimeout(timer);
  };
  return { soon, stop };
}
