/**
 * Military Grid Reference System, to and from WGS-84.
 *
 * The grid is that of NGA.STND.0037 "Universal Grids and Grid Reference Systems": UTM between 80°S and 84°N with the
 * exceptions of south-west Norway and Svalbard, UPS beyond. Transverse Mercator by the Krüger series to the sixth order
 * (C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", 2011), good to micrometres inside a zone.
 */

import { FLATTENING, SEMI_MAJOR_METRES, wrapLongitude } from './geodesy.js';

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const COLUMNS = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'];
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';
const POLAR_ROWS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const POLAR_WEST = 'JKLPQRSTUXYZ';
const POLAR_EAST = 'ABCFGHJKLPQRSTUXYZ';
const RADIANS = Math.PI / 180;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

const n = FLATTENING / (2 - FLATTENING);
const RECTIFYING_METRES = (SEMI_MAJOR_METRES / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);
const ALPHA = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5 + (7891 / 37800) * n ** 6,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5 - (1983433 / 1935360) * n ** 6,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
  (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
  (212378941 / 319334400) * n ** 6,
];
const BETA = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - n ** 4 / 360 - (81 / 512) * n ** 5 + (96199 / 604800) * n ** 6,
  n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4 + (46 / 105) * n ** 5 - (1118711 / 3870720) * n ** 6,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90720) * n ** 6,
  (4397 / 161280) * n ** 4 - (11 / 504) * n ** 5 - (830251 / 7257600) * n ** 6,
  (4583 / 161280) * n ** 5 - (108847 / 3991680) * n ** 6,
  (20648693 / 638668800) * n ** 6,
];

/**
 * Tangent of the conformal latitude.
 * @param {number} tau tangent of the latitude
 */
function conformal(tau) {
  const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / Math.hypot(1, tau)));
  return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
}

/**
 * The inverse of `conformal`, by Newton's method (Karney 2011, eq. 19 to 21).
 * @param {number} target
 */
function fromConformal(target) {
  let tau = target;
  for (let step = 0; step < 8; step++) {
    const now = conformal(tau);
    const change = ((target - now) / Math.hypot(1, now)) * (1 + (1 - ECCENTRICITY ** 2) * tau * tau)
      / ((1 - ECCENTRICITY ** 2) * Math.hypot(1, tau));
    tau += change;
    if (Math.abs(change) < 1e-12 * Math.max(1, Math.abs(tau))) break;
  }
  return tau;
}

/** @param {number} zone @returns {number} degrees */
const centralMeridian = (zone) => zone * 6 - 183;

/** @param {number} lat @param {number} lon */
function zoneOf(lat, lon) {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32;
  if (lat >= 72 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  return Math.floor((lon + 180) / 6) + 1;
}

/**
 * UTM coordinates, without the southern false northing.
 * @param {number} lat @param {number} lon @param {number} zone
 * @returns {{easting: number, northing: number}}
 */
function toTransverse(lat, lon, zone) {
  const lambda = wrapLongitude(lon - centralMeridian(zone)) * RADIANS;
  const tau = conformal(Math.tan(lat * RADIANS));
  const xi0 = Math.atan2(tau, Math.cos(lambda));
  const eta0 = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
  let xi = xi0, eta = eta0;
  ALPHA.forEach((alpha, index) => {
    const k = 2 * (index + 1);
    xi += alpha * Math.sin(k * xi0) * Math.cosh(k * eta0);
    eta += alpha * Math.cos(k * xi0) * Math.sinh(k * eta0);
  });
  return { easting: 500000 + 0.9996 * RECTIFYING_METRES * eta, northing: 0.9996 * RECTIFYING_METRES * xi };
}

/** @param {number} easting @param {number} northing @param {number} zone @returns {{lat: number, lon: number}} */
function fromTransverse(easting, northing, zone) {
  const xi = northing / (0.9996 * RECTIFYING_METRES), eta = (easting - 500000) / (0.9996 * RECTIFYING_METRES);
  let xi0 = xi, eta0 = eta;
  BETA.forEach((beta, index) => {
    const k = 2 * (index + 1);
    xi0 -= beta * Math.sin(k * xi) * Math.cosh(k * eta);
    eta0 -= beta * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  const tau = fromConformal(Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0)));
  const lambda = Math.atan2(Math.sinh(eta0), Math.cos(xi0));
  return { lat: Math.atan(tau) / RADIANS, lon: wrapLongitude(centralMeridian(zone) + lambda / RADIANS) };
}

const POLAR_SCALE = (2 * 0.994 * SEMI_MAJOR_METRES)
  / Math.sqrt((1 + ECCENTRICITY) ** (1 + ECCENTRICITY) * (1 - ECCENTRICITY) ** (1 - ECCENTRICITY));

/**
 * UPS coordinates.
 * @param {number} lat @param {number} lon @returns {{easting: number, northing: number}}
 */
function toPolar(lat, lon) {
  const tau = conformal(Math.tan(Math.abs(lat) * RADIANS));
  const rho = Math.abs(lat) === 90 ? 0 : POLAR_SCALE / (tau + Math.hypot(1, tau));
  const lambda = lon * RADIANS;
  return {
    easting: 2000000 + rho * Math.sin(lambda),
    northing: 2000000 + (lat > 0 ? -rho : rho) * Math.cos(lambda),
  };
}

/** @param {number} easting @param {number} northing @param {boolean} north @returns {{lat: number, lon: number}} */
function fromPolar(easting, northing, north) {
  const x = easting - 2000000, y = north ? 2000000 - northing : northing - 2000000;
  const ratio = Math.hypot(x, y) / POLAR_SCALE;
  if (ratio === 0) return { lat: north ? 90 : -90, lon: 0 };
  const lat = Math.atan(fromConformal((1 / ratio - ratio) / 2)) / RADIANS;
  return { lat: north ? lat : -lat, lon: Math.atan2(x, y) / RADIANS };
}

/** @param {number} metres @param {number} digits */
const inSquare = (metres, digits) =>
  String(Math.floor((metres % 100000) / 10 ** (5 - digits))).padStart(digits, '0').slice(0, digits);

/**
 * The MGRS reference of a place: the square that holds it, cut off and never rounded, as the standard asks.
 * @param {number} lat degrees @param {number} lon degrees @param {number} [digits] 1 (10 km) to 5 (1 m)
 * @returns {string} with blanks between its parts, such as `31U DQ 48251 11932`
 */
export function toMGRS(lat, lon, digits = 5) {
  const east = wrapLongitude(lon);
  if (lat < -80 || lat >= 84) return polarReference(lat, east, digits);
  const zone = zoneOf(lat, east);
  const grid = toTransverse(lat, east, zone);
  // A millionth of a metre keeps a place that lies on a grid line in the square north-east of it.
  const easting = grid.easting + 1e-6;
  const northing = (grid.northing < 0 ? grid.northing + 10000000 : grid.northing) + 1e-6;
  const band = BANDS[Math.min(19, Math.floor((lat + 80) / 8))];
  const column = COLUMNS[(zone - 1) % 3][Math.floor(easting / 100000) - 1];
  const row = ROWS[(Math.floor(northing / 100000) + (zone % 2 === 0 ? 5 : 0)) % 20];
  return `${String(zone).padStart(2, '0')}${band} ${column}${row} ${inSquare(easting, digits)} ${inSquare(northing, digits)}`;
}

/** @param {number} lat @param {number} lon @param {number} digits */
function polarReference(lat, lon, digits) {
  const grid = toPolar(lat, lon);
  const easting = grid.easting + 1e-6, northing = grid.northing + 1e-6;
  const north = lat > 0, east = easting >= 2000000;
  const band = north ? (east ? 'Z' : 'Y') : east ? 'B' : 'A';
  const column = (east ? POLAR_EAST : POLAR_WEST)[Math.floor(easting / 100000) - (east ? 20 : 8)];
  const row = POLAR_ROWS[Math.floor(northing / 100000) - (north ? 13 : 8)];
  return `${band} ${column}${row} ${inSquare(easting, digits)} ${inSquare(northing, digits)}`;
}

/**
 * The middle of the square that a reference names.
 * @param {string} text upper or lower case, with or without blanks
 * @returns {{lat: number, lon: number} | null} null when it is no reference
 */
export function fromMGRS(text) {
  const match = /^(\d{1,2})?([A-Z])([A-Z])([A-Z])(\d*)$/.exec(text.toUpperCase().replace(/\s+/g, ''));
  if (!match || match[5].length % 2 !== 0 || match[5].length > 10) return null;
  const digits = match[5].length / 2;
  const size = 10 ** (5 - digits);
  const x = Number(match[5].slice(0, digits) || 0) * size + size / 2;
  const y = Number(match[5].slice(digits) || 0) * size + size / 2;
  if (match[1] === undefined) return polarPlace(match[2], match[3], match[4], x, y);
  const zone = Number(match[1]), band = BANDS.indexOf(match[2]);
  const column = COLUMNS[(zone - 1 + 3) % 3].indexOf(match[3]), row = ROWS.indexOf(match[4]);
  if (zone < 1 || zone > 60 || band < 0 || column < 0 || row < 0) return null;
  const easting = (column + 1) * 100000 + x;
  const within = ((row - (zone % 2 === 0 ? 5 : 0) + 20) % 20) * 100000 + y;
  // Rows repeat every 2,000 km: the one whose latitude lies in the band, give or take a square cut by its edge.
  const bottom = band * 8 - 80, top = band === 19 ? 84 : bottom + 8;
  for (let turn = -5; turn < 5; turn++) {
    const place = fromTransverse(easting, within + turn * 2000000, zone);
    if (place.lat > bottom - 0.95 && place.lat < top + 0.95) return place;
  }
  return null;
}

/** @param {string} band @param {string} columnLetter @param {string} rowLetter @param {number} x @param {number} y */
function polarPlace(band, columnLetter, rowLetter, x, y) {
  const north = band === 'Y' || band === 'Z', east = band === 'B' || band === 'Z';
  if (!'ABYZ'.includes(band)) return null;
  const columns = east ? POLAR_EAST : POLAR_WEST;
  const column = columns.indexOf(columnLetter), row = POLAR_ROWS.indexOf(rowLetter);
  if (column < 0 || row < 0) return null;
  const easting = (column + (east ? 20 : 8)) * 100000 + x;
  return fromPolar(easting, (row + (north ? 13 : 8)) * 100000 + y, north);
}
