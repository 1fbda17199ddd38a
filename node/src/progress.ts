import { setImmediate } from "node:timers/promises";

/** Is told how many are done, and of how many. It may be async. */
type OnProgress = (done: number, total: number) => unknown;

/**
 * Does work that tells of its progress. What `onProgress` throws, or a promise it returns is rejected
 * with, must not stop the work, nor end the process: it is thrown when the work is done.
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
    // Handled, as far as Node is to know: it is thrown below.
    telling.catch(() => undefined);
    told.push(telling);
  });
  await everythingIsTold();
  await Promise.all(told);
  return result;
}

async function tell(onProgress: OnProgress, done: number, total: number): Promise<void> {
  await onProgress(done, total);
}

/**
 * What the native module has told by now reaches JavaScript's thread in the next round of the event
 * loop, of which the second of two such turns is certainly behind.
 */
async function everythingIsTold(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
