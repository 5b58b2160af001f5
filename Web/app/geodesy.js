/**
 * Distances, bearings and places on the WGS-84 ellipsoid.
 *
 * The inverse and direct problems after T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with
 * application of nested equations", Survey Review 23 (176), 1975: good to a millimetre wherever it converges. It does
 * not for nearly antipodal points, and then the answer is null, never a guess.
 */

/** Equatorial radius of WGS-84, metres. */
export const SEMI_MAJOR_METRES = 6378137;
/** Flattening of WGS-84. */
export const FLATTENING = 1 / 298.257223563;
const SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
const RADIANS = Math.PI / 180;

/**
 * The series A and B of Vincenty's equations 3 and 4.
 * @param {number} cosSqAlpha
 * @returns {[number, number]}
 */
function series(cosSqAlpha) {
  const uSq = (cosSqAlpha * (SEMI_MAJOR_METRES ** 2 - SEMI_MINOR_METRES ** 2)) / SEMI_MINOR_METRES ** 2;
  return [
    1 + (uSq / 16384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq))),
    (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq))),
  ];
}

/**
 * Equation 6: how far the arc on the auxiliary sphere differs from the geodesic.
 * @param {number} B @param {number} sinSigma @param {number} cosSigma @param {number} cos2SigmaM
 */
function deltaSigma(B, sinSigma, cosSigma, cos2SigmaM) {
  const square = cos2SigmaM * cos2SigmaM;
  return B * sinSigma * (cos2SigmaM + (B / 4) * (cosSigma * (-1 + 2 * square)
    - (B / 6) * cos2SigmaM * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * square)));
}

/**
 * Distance and bearings of the geodesic from one place to another.
 * @param {number} lat1 degrees @param {number} lon1 @param {number} lat2 @param {number} lon2
 * @returns {{metres: number, initial: number, final: number} | null} bearings in degrees true, 0 to under 360; null
 * when the points are so nearly antipodal that the iteration doesn't settle
 */
export function inverse(lat1, lon1, lat2, lon2) {
  const L = wrapLongitude(lon2 - lon1) * RADIANS;
  const U1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * RADIANS));
  const U2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * RADIANS));
  const sinU1 = Math.sin(U1), cosU1 = Math.cos(U1), sinU2 = Math.sin(U2), cosU2 = Math.cos(U2);
  let lambda = L;
  for (let step = 0; step < 200; step++) {
    const sinLambda = Math.sin(lambda), cosLambda = Math.cos(lambda);
    const east = cosU2 * sinLambda;
    const north = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda;
    const sinSigma = Math.hypot(east, north);
    if (sinSigma < 1e-15) return { metres: 0, initial: 0, final: 0 };
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha * sinAlpha;
    const cos2SigmaM = cosSqAlpha < 1e-15 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosSqAlpha;
    const C = (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
    const next = L + (1 - C) * FLATTENING * sinAlpha
      * (sigma + C * sinSigma * (cos2SigmaM + C * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
    if (Math.abs(next - lambda) < 1e-12) {
      const [A, B] = series(cosSqAlpha);
      return {
        metres: SEMI_MINOR_METRES * A * (sigma - deltaSigma(B, sinSigma, cosSigma, cos2SigmaM)),
        initial: bearing(Math.atan2(east, north)),
        final: bearing(Math.atan2(cosU1 * sinLambda, -sinU1 * cosU2 + cosU1 * sinU2 * cosLambda)),
      };
    }
    lambda = next;
    if (Math.abs(lambda) > Math.PI) return null;
  }
  return null;
}

/**
 * The place that lies `metres` along the geodesic that leaves a place at `azimuth`.
 * @param {number} lat degrees @param {number} lon degrees @param {number} azimuth degrees true @param {number} metres
 * @returns {{lat: number, lon: number}}
 */
export function direct(lat, lon, azimuth, metres) {
  const alpha1 = azimuth * RADIANS;
  const sinAlpha1 = Math.sin(alpha1), cosAlpha1 = Math.cos(alpha1);
  const tanU1 = (1 - FLATTENING) * Math.tan(lat * RADIANS);
  const cosU1 = 1 / Math.sqrt(1 + tanU1 * tanU1), sinU1 = tanU1 * cosU1;
  const sigma1 = Math.atan2(tanU1, cosAlpha1);
  const sinAlpha = cosU1 * sinAlpha1;
  const cosSqAlpha = 1 - sinAlpha * sinAlpha;
  const [A, B] = series(cosSqAlpha);
  const straight = metres / (SEMI_MINOR_METRES * A);
  let sigma = straight, cos2SigmaM = 0, sinSigma = 0, cosSigma = 1;
  for (let step = 0; step < 100; step++) {
    cos2SigmaM = Math.cos(2 * sigma1 + sigma);
    sinSigma = Math.sin(sigma);
    cosSigma = Math.cos(sigma);
    const next = straight + deltaSigma(B, sinSigma, cosSigma, cos2SigmaM);
    const settled = Math.abs(next - sigma) < 1e-13;
    sigma = next;
    if (settled) break;
  }
  const x = sinU1 * sinSigma - cosU1 * cosSigma * cosAlpha1;
  const lat2 = Math.atan2(sinU1 * cosSigma + cosU1 * sinSigma * cosAlpha1,
    (1 - FLATTENING) * Math.hypot(sinAlpha, x));
  const lambda = Math.atan2(sinSigma * sinAlpha1, cosU1 * cosSigma - sinU1 * sinSigma * cosAlpha1);
  const C = (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
  const L = lambda - (1 - C) * FLATTENING * sinAlpha
    * (sigma + C * sinSigma * (cos2SigmaM + C * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
  return { lat: lat2 / RADIANS, lon: wrapLongitude(lon + L / RADIANS) };
}

/**
 * Radians to degrees true, 0 to under 360.
 * @param {number} radians
 */
function bearing(radians) {
  const degrees = (radians / RADIANS + 360) % 360;
  return degrees === 360 ? 0 : degrees;
}

/**
 * A longitude brought into -180 to under 180.
 * @param {number} degrees
 */
export function wrapLongitude(degrees) {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

/**
 * The corners of a geodesic circle, closed, as GeoJSON wants them; longitudes run on over ±180 so that it isn't torn.
 * @param {number} lat @param {number} lon @param {number} radiusMetres @param {number} [corners]
 * @returns {[number, number][]}
 */
export function circle(lat, lon, radiusMetres, corners = 96) {
  /** @type {[number, number][]} */
  const ring = [];
  for (let i = 0; i <= corners; i++) {
    const place = direct(lat, lon, (i % corners) * (360 / corners), radiusMetres);
    ring.push([lon + wrapLongitude(place.lon - lon), place.lat]);
  }
  return ring;
}
