/** How two aircraft stand to each other now, and how their range will run on until the closest approach. */

import { inverse } from './geodesy.js';

/**
 * @param {import('./types').Track} a @param {import('./types').Track} b
 * @returns {{rangeMetres: number | null, bearing: number | null, verticalFeet: number | null}}
 */
export function between(a, b) {
  const line = inverse(a.lat, a.lon, b.lat, b.lon);
  const known = typeof a.altFt === 'number' && typeof b.altFt === 'number';
  return {
    rangeMetres: line?.metres ?? null,
    bearing: line?.initial ?? null,
    verticalFeet: known ? Math.abs(/** @type {number} */ (a.altFt) - /** @type {number} */ (b.altFt)) : null,
  };
}

const FORECAST_POINTS = 16;

/**
 * Range against time up to the closest approach. Both on straight courses, the square of their range is a parabola with its
 * lowest point there, so that range now, range then and the time say all.
 * @param {import('./types').Conflict} conflict @param {number} now Unix seconds
 * @returns {[number, number][]}
 */
export function rangeForecast(conflict, now) {
  const { secondsToCPA: seconds, cpaHorizontalMetres: least, horizontalMetres: range } = conflict;
  if (!seconds || seconds < 2 || least === null || least === undefined || least > range) return [];
  const closing = (range * range - least * least) / (seconds * seconds);
  return Array.from({ length: FORECAST_POINTS + 1 }, (_, index) => {
    const at = (seconds * index) / FORECAST_POINTS;
    return [now + at, Math.sqrt(least * least + closing * (at - seconds) ** 2)];
  });
}

/**
 * Vertical distance against time up to the closest approach: a straight line.
 * @param {import('./types').Conflict} conflict @param {number} now @returns {[number, number][]}
 */
export function verticalForecast(conflict, now) {
  const { secondsToCPA: seconds, cpaVerticalFeet: then, verticalFeet } = conflict;
  if (!seconds || seconds < 2 || typeof then !== 'number' || typeof verticalFeet !== 'number') return [];
  return [[now, verticalFeet], [now + seconds, then]];
}

/**
 * The stretches of a series in which both minima are undercut.
 * @param {import('./types').PairRow[]} series @param {import('./types').Minima} minima
 * @returns {[number, number][]}
 */
export function lossesIn(series, minima) {
  /** @type {[number, number][]} */
  const stretches = [];
  let open = false;
  for (const [time, horizontal, vertical] of series) {
    const loss = horizontal < minima.horizontalMetres && vertical !== null && vertical < minima.verticalFeet;
    if (loss && open) stretches[stretches.length - 1][1] = time;
    else if (loss) stretches.push([time, time]);
    open = loss;
  }
  return stretches;
}
