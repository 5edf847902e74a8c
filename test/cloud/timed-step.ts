/** The only place that tells how the cloud test goes: each step with its seconds, and counted as a test. */
import { count } from "../tally.mjs";

/** Run a step, print what it was and how long it took, and count it. A failure is counted and goes on to the caller. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const tell = (mark: string) =>
    console.log(`${mark} ${what.padEnd(60)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`);
  try {
    const result = await work();
    tell("ok  ");
    count({ stage: what, passed: 1, failed: 0 });
    return result;
  } catch (error) {
    tell("FAIL");
    count({ stage: what, passed: 0, failed: 1 });
    throw error;
  }
}
