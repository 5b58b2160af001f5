/** Steps for axes, such as people would choose. */

/**
 * A step of 1, 2 or 5 times a power of ten that divides a span into at most `most` parts.
 * @param {number} width @param {number} most
 */
export function niceStep(width, most) {
  const rough = Math.max(width, 1e-9) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 5, 10]) if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

/**
 * A step of whole seconds, minutes or hours.
 * @param {number} seconds @param {number} most
 */
export function niceTimeStep(seconds, most) {
  for (const step of [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400]) if (seconds / step <= most) return step;
  return 86400;
}
