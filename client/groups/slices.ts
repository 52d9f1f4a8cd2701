// A long reckoning on the page, in slices short enough that a press between two of them is still answered at once.
export const sliceMs = 12;
/** What the steps return, or null when it was stopped. `onShare` hears how far it is, 0 to 1, once a slice. */
export const inSlices = <Result>(
  steps: Generator<number, Result>,
  onShare: (share: number) => void,
  stopped: () => boolean,
): Promise<Result | null> =>
  new Promise((resolve, reject) => {
    const slice = (): void => {
      try {
        const until = performance.now() + sliceMs;
        let share = 0;
        do {
          if (stopped()) return resolve(null);
          const step = steps.next();
          if (step.done === true) return resolve(step.value);
          share = step.value;
        } while (performance.now() < until);
        onShare(share);
        setTimeout(slice);
      } catch (thrown) {
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    };
    slice();
  });
