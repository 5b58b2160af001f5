import assert from 'node:assert/strict';
import { test } from 'node:test';

import { circle, direct, inverse, wrapLongitude } from '../../../Web/app/geodesy.js';

// Computed with GeographicLib (C. F. F. Karney), an independent method.
const REFERENCES = [
  [40.6, -73.8, 51.6, -0.5, 5551759.4003, 51.19888285],
  [48.99, 2.52, 49.02, 2.51, 3415.5773, 347.63469516],
  [0, 0, 0, 90, 10018754.1714, 90],
  [-41.32, 174.81, 40.96, -5.5, 19959679.2674, 161.06766999],
  [78.2, 15.6, -77.8, 166.7, 19339650.1432, 100.34439922],
  [10, 179.9, 10.1, -179.9, 24556.5797, 63.2118534],
  [89.9, 0, 89.9, 180, 22338.7957, 0],
  [51, 0, 52, 0, 111257.8275, 0],
];

test('distance and bearing agree with an independent computation', () => {
  for (const [lat1, lon1, lat2, lon2, metres, azimuth] of REFERENCES) {
    const line = inverse(lat1, lon1, lat2, lon2);
    assert.ok(line, `${lat1} ${lon1}: no answer`);
    assert.ok(Math.abs(line.metres - metres) < 0.001, `${line.metres} m, expected ${metres}`);
    const away = Math.abs(((line.initial - azimuth + 540) % 360) - 180);
    assert.ok(away < 1e-6, `bearing ${line.initial}, expected ${azimuth}`);
  }
});

test('going there arrives there', () => {
  for (let lat = -85; lat <= 85; lat += 17) {
    for (let azimuth = 0; azimuth < 360; azimuth += 37) {
      for (const metres of [1, 1852, 500000, 9000000]) {
        const place = direct(lat, 179.5, azimuth, metres);
        const back = inverse(lat, 179.5, place.lat, place.lon);
        assert.ok(back && Math.abs(back.metres - metres) < 0.001, `${lat} ${azimuth} ${metres}: ${back?.metres}`);
      }
    }
  }
});

test('the same place is no distance away, and a nearly opposite one is not guessed at', () => {
  assert.deepEqual(inverse(48, 2, 48, 2), { metres: 0, initial: 0, final: 0 });
  assert.equal(inverse(0, 0, 0.5, 179.7), null);
});

test('a circle is round, closed, and not torn at the antimeridian', () => {
  const ring = circle(10, 179.99, 50000, 24);
  assert.deepEqual(ring[0], ring[24]);
  for (const [lon, lat] of ring) {
    assert.ok(lon > 179 && lon < 181, `longitude ${lon}`);
    assert.ok(Math.abs(/** @type {any} */ (inverse(10, 179.99, lat, lon)).metres - 50000) < 0.01);
  }
});

test('longitudes wrap', () => {
  assert.equal(wrapLongitude(181), -179);
  assert.equal(wrapLongitude(-180), -180);
  assert.equal(wrapLongitude(540), -180);
  assert.equal(wrapLongitude(359), -1);
});
