/** Quantities as text, in NM and feet or in kilometres and metres. Inside the program everything stays SI, levels in feet. */

import { number, t } from './i18n.js';

/** @typedef {'nautical' | 'metric'} System */

export const METRES_PER_NM = 1852;
export const METRES_PER_FOOT = 0.3048;
export const KNOTS_PER_MPS = 3600 / 1852;
/** Between number and unit: a no-break space. */
const GAP = '\u00a0';

/** @type {System} */
let current = 'nautical';

export function unitSystem() {
  return current;
}

/** @param {System} next */
export function setUnitSystem(next) {
  current = next;
}

/** Metres of one unit in which distances are shown. */
export function distanceUnitMetres() {
  return current === 'nautical' ? METRES_PER_NM : 1000;
}

/**
 * The name of the distance unit beside a value.
 * @param {number} value @param {number} decimals
 */
export function distanceUnit(value, decimals) {
  if (current === 'metric') return t('unit.km');
  // A decimal fraction takes a form of its own in Russian: 3,2 мор. мили.
  return t('unit.NM', { count: decimals > 0 ? 0.5 : value });
}

/** @param {number | null | undefined} metres @param {number} [decimals] */
export function distance(metres, decimals) {
  if (metres === null || metres === undefined || !Number.isFinite(metres)) return '–';
  const value = metres / distanceUnitMetres();
  const places = decimals ?? (value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
  return number(value, places) + GAP + distanceUnit(value, places);
}

/**
 * A vertical distance.
 * @param {number | null | undefined} feet
 */
export function verticalDistance(feet) {
  if (feet === null || feet === undefined) return '–';
  return current === 'nautical'
    ? number(Math.round(feet)) + GAP + t('unit.ft')
    : number(Math.round(feet * METRES_PER_FOOT)) + GAP + t('unit.m');
}

/**
 * A pressure level: a flight level, or metres in tens.
 * @param {number | null | undefined} feet
 */
export function level(feet) {
  if (feet === null || feet === undefined) return '–';
  return current === 'nautical'
    ? t('unit.FL') + shortLevel(feet)
    : shortLevel(feet) + GAP + t('unit.m');
}

/**
 * The same without its unit, as labels write it.
 * @param {number} feet
 */
export function shortLevel(feet) {
  if (current === 'metric') return number(Math.round((feet * METRES_PER_FOOT) / 10) * 10);
  const hundreds = Math.round(feet / 100);
  return (hundreds < 0 ? '\u2212' : '') + String(Math.abs(hundreds)).padStart(3, '0');
}

/**
 * A geometric altitude.
 * @param {number | null | undefined} feet
 */
export function altitude(feet) {
  return verticalDistance(feet);
}

/** @param {number | null | undefined} metresPerSecond */
export function speed(metresPerSecond) {
  if (metresPerSecond === null || metresPerSecond === undefined) return '–';
  return shortSpeed(metresPerSecond) + GAP + t(current === 'nautical' ? 'unit.kt' : 'unit.kmh');
}

/**
 * The same without its unit.
 * @param {number} metresPerSecond
 */
export function shortSpeed(metresPerSecond) {
  return String(Math.round(metresPerSecond * (current === 'nautical' ? KNOTS_PER_MPS : 3.6)));
}

/** @param {number | null | undefined} metresPerSecond */
export function verticalRate(metresPerSecond) {
  if (metresPerSecond === null || metresPerSecond === undefined) return '–';
  const sign = metresPerSecond > 0 ? '+' : '';
  return current === 'nautical'
    ? sign + number(Math.round((metresPerSecond / METRES_PER_FOOT) * 6) * 10) + GAP + t('unit.fpm')
    : sign + number(metresPerSecond, 1) + GAP + t('unit.mps');
}

/**
 * Three digits, 000 for north as the screen says it.
 * @param {number | null | undefined} degrees
 */
export function angle(degrees) {
  if (degrees === null || degrees === undefined) return '–';
  return `${String(Math.round(degrees) % 360).padStart(3, '0')}°`;
}

/**
 * A level typed by a person, in hundreds of feet or in metres, as feet; null when empty or no number.
 * @param {string} text
 */
export function levelFromText(text) {
  const value = numberFromText(text);
  if (value === null) return null;
  return current === 'nautical' ? value * 100 : value / METRES_PER_FOOT;
}

/**
 * A number typed by a person, with point or comma; null when empty or no number.
 * @param {string} text
 */
export function numberFromText(text) {
  const trimmed = text.trim().replace(',', '.').replace(/\s+/g, '');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/**
 * A span as m:ss, or h:mm:ss from an hour on.
 * @param {number | null | undefined} seconds
 */
export function span(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60, rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/**
 * Time of day, UTC, HH:MM:SS.
 * @param {number} unixSeconds
 */
export function clock(unixSeconds) {
  return new Date(unixSeconds * 1000).toISOString().slice(11, 19);
}

/**
 * The UTC date, ISO.
 * @param {number} unixSeconds
 */
export function date(unixSeconds) {
  return new Date(unixSeconds * 1000).toISOString().slice(0, 10);
}

/**
 * Degrees, minutes and decimals of a minute, as charts write them.
 * @param {number} lat @param {number} lon
 */
export function place(lat, lon) {
  return `${part(lat, 2, lat < 0 ? t('unit.south') : t('unit.north'))}  ${part(lon, 3, lon < 0 ? t('unit.west') : t('unit.east'))}`;
}

/** @param {number} value @param {number} digits @param {string} letter */
function part(value, digits, letter) {
  const hundredths = Math.round(Math.abs(value) * 6000);
  const degrees = String(Math.floor(hundredths / 6000)).padStart(digits, '0');
  return `${degrees}°${number((hundredths % 6000) / 100, 2).padStart(5, '0')}′${GAP}${letter}`;
}
