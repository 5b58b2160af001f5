/** Which aircraft are shown. What is in an alarm, a loss or an emergency, or is selected, is never filtered out. */

import { inverse, wrapLongitude } from './geodesy.js';
import { Severity } from './picture.js';

/**
 * @param {import('./picture.js').Target} target
 * @param {import('./settings.js').Settings} settings
 * @param {import('./types').Volume | null} zone
 */
export function passes(target, settings, zone) {
  if (target.severity >= Severity.advisory) return true;
  const { track } = target;
  if (settings.hiddenFeeds.includes(track.feed)) return false;
  if (track.onGround) return settings.ground && settings.lowerFt === null && (zone === null || isInside(track, zone));
  if (!levelPasses(track, settings.lowerFt, settings.upperFt)) return false;
  return zone === null || isInside(track, zone);
}

/**
 * An unknown level passes: it may be anywhere. Of an interval, any part will do.
 * @param {import('./types').Track} track @param {number | null} lowerFt @param {number | null} upperFt
 */
export function levelPasses(track, lowerFt, upperFt) {
  const low = track.altFt ?? track.levelLowFt ?? Infinity, high = track.altFt ?? track.levelHighFt ?? -Infinity;
  if (low === Infinity || high === -Infinity) return true;
  return (lowerFt === null || high >= lowerFt) && (upperFt === null || low <= upperFt);
}

/**
 * Whether a track is inside a volume. For the display only: the station decides what alarms.
 * @param {import('./types').Track} track @param {import('./types').Volume} volume
 */
export function isInside(track, volume) {
  if (!levelPasses(track, volume.lowerFt ?? null, volume.upperFt ?? null)) return false;
  const { outline } = volume;
  if (outline.type === 'everywhere') return true;
  if (outline.type === 'circle') {
    const line = inverse(outline.lat, outline.lon, track.lat, track.lon);
    return line !== null && line.metres <= outline.radiusMetres;
  }
  // Longitudes run on from corner to corner and may leave ±180; the track may then lie a turn away.
  let lon = outline.points[0]?.[0] ?? 0;
  const corners = outline.points.map(([next, lat]) => [(lon += wrapLongitude(next - lon)), lat]);
  return [-360, 0, 360].some((turn) => isInRing(track.lon + turn, track.lat, corners));
}

/**
 * @param {number} x @param {number} y @param {number[][]} corners
 */
function isInRing(x, y, corners) {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [xi, yi] = corners[i], [xj, yj] = corners[j];
    if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
