import { setImmediate } from "node:timers/promises";

/** Called with the number of secrets done and their total. May be async. */
type OnProgress = (done: number, total: number) => unknown;

/**
 * Does work that reports its progress. An exception of `onProgress`, or a rejection of its promise,
 * must not stop the work or end the process: it is thrown when the work is done.
 */
export async function withProgress<T>(
  onProgress: OnProgress | undefined,
  work: (tell: ((done: number, total: number) => void) | undefined) => Promise<T>,
): Promise<T> {
  if (onProgress === undefined) {
    return work(undefined);
  }
  const told: Promise<void>[] = [];
  const result = await work((done, total) => {
    const telling = tell(onProgress, done, total);
    // Prevents Node's unhandled-rejection error; it is thrown below.
    telling.catch(() => undefined);
    told.push(telling);
  });
  await allProgressArrives();
  await Promise.all(told);
  return result;
}

async function tell(onProgress: OnProgress, done: number, total: number): Promise<void> {
  await onProgress(done, total);
}

/**
 * Waits until the progress that the native module has reported reaches JavaScript's thread: in the
 * next round of the event loop, which has ended after the second `setImmediate`.
 */
async function allProgressArrives(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
