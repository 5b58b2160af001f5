/** A place as a person types it: decimal degrees, degrees-minutes(-seconds) with hemisphere, or MGRS. */

import { fromMGRS } from './mgrs.js';

const HEMISPHERES = /** @type {Record<string, number>} */ ({ N: 1, S: -1, E: 1, W: -1, С: 1, Ю: -1, В: 1, З: -1 });

/**
 * @param {string} text
 * @returns {{lat: number, lon: number} | null} null when it can't be read without doubt
 */
export function parsePlace(text) {
  const clean = text.trim().toUpperCase();
  if (clean === '') return null;
  return parseMarked(clean) ?? parseDecimal(clean) ?? fromMGRS(clean);
}

/**
 * `48.85 2.35`, `48,85 2,35`, `48.85, 2.35`: latitude first.
 * @param {string} text
 */
function parseDecimal(text) {
  const match = /^([-+−]?\d{1,2}(?:[.,]\d+)?)°?(?:\s*[,;]\s*|\s+)([-+−]?\d{1,3}(?:[.,]\d+)?)°?$/.exec(text);
  if (!match) return null;
  const [lat, lon] = [match[1], match[2]].map((part) => Number(part.replace('−', '-').replace(',', '.')));
  return inRange(lat, lon);
}

/**
 * `48°51.5'N 002°21'E`, `485130N 0022100E`, `N48 51 30 E2 21 0`, and the same with С Ю В З.
 * @param {string} text
 */
function parseMarked(text) {
  const plain = text.replace(/С\.?\s*Ш\.?/g, 'С').replace(/Ю\.?\s*Ш\.?/g, 'Ю').replace(/В\.?\s*Д\.?/g, 'В')
    .replace(/З\.?\s*Д\.?/g, 'З');
  const after = /^([\d°′'″".,\s]+)([NSСЮ])[\s,;]*([\d°′'″".,\s]+)([EWВЗ])$/.exec(plain);
  const before = /^([NSСЮ])([\d°′'″".,\s]+?)[\s,;]*([EWВЗ])([\d°′'″".,\s]+)$/.exec(plain);
  const parts = after ? [after[1], after[2], after[3], after[4]] : before ? [before[2], before[1], before[4], before[3]] : null;
  if (!parts) return null;
  const lat = sexagesimal(parts[0], 2), lon = sexagesimal(parts[2], 3);
  return lat === null || lon === null ? null : inRange(lat * HEMISPHERES[parts[1]], lon * HEMISPHERES[parts[3]]);
}

/**
 * Degrees out of `48 51 30`, `48°51.5'`, `485130`, `4851` or `48.85`.
 * @param {string} text @param {number} degreeDigits
 */
function sexagesimal(text, degreeDigits) {
  const fields = text.replace(/(\d),(\d)/g, '$1.$2').split(/[^\d.]+/).filter((field) => field !== '');
  if (fields.length === 0 || fields.length > 3 || fields.some((field) => !/^\d+(\.\d+)?$/.test(field))) return null;
  let parts = fields.map(Number);
  const whole = fields[0].split('.')[0];
  if (fields.length === 1 && whole.length >= degreeDigits + 2) {
    const split = degreeDigits;
    parts = whole.length >= split + 4
      ? [Number(whole.slice(0, split)), Number(whole.slice(split, split + 2)), Number(fields[0].slice(split + 2))]
      : [Number(whole.slice(0, split)), Number(fields[0].slice(split))];
  }
  const [degrees, minutes = 0, seconds = 0] = parts;
  return minutes < 60 && seconds < 60 ? degrees + minutes / 60 + seconds / 3600 : null;
}

/** @param {number} lat @param {number} lon */
function inRange(lat, lon) {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
