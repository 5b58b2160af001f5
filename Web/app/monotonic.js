/** Seconds on a clock that never goes back, from any origin. */
export function monotonicSeconds() {
  return performance.now() / 1000;
}
