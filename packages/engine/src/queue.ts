/** The only place that puts work on one key in order; different keys do not wait for each other. */

export interface SerialQueue {
  /** Do `work` when all earlier work on `key` has ended, however it ended. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is queued or running. */
  drained(): Promise<void>;
  readonly busy: boolean;
}

export function serialQueue(): SerialQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, work) {
      const done = (tails.get(key) ?? Promise.resolve()).then(work);
      const tail: Promise<void> = done.then(
        () => forget(),
        () => forget(),
      );
      const forget = () => {
        if (tails.get(key) === tail) tails.delete(key);
      };
      tails.set(key, tail);
      return done;
    },
    async drained() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
    get busy() {
      return tails.size > 0;
    },
  };
}
