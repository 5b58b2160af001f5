import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePlace } from '../../../Web/app/place-text.js';

/** @param {string} text @param {number} lat @param {number} lon */
function reads(text, lat, lon) {
  const place = parsePlace(text);
  assert.ok(place, `${text} is not read`);
  assert.ok(Math.abs(place.lat - lat) < 1e-6 && Math.abs(place.lon - lon) < 1e-6, `${text}: ${place.lat} ${place.lon}`);
}

test('decimal degrees', () => {
  reads('48.85 2.35', 48.85, 2.35);
  reads('48.85, 2.35', 48.85, 2.35);
  reads('48,85 2,35', 48.85, 2.35);
  reads('-33.8568; 151.2153', -33.8568, 151.2153);
  reads('−33.8568° 151.2153°', -33.8568, 151.2153);
});

test('degrees, minutes and seconds, in both scripts', () => {
  reads('48°51.5′N 002°21.0′E', 48 + 51.5 / 60, 2.35);
  reads('485130N 0022100E', 48 + 51.5 / 60, 2.35);
  reads('4851N 00221W', 48.85, -2.35);
  reads('N48 51 30 E2 21 0', 48 + 51.5 / 60, 2.35);
  reads('485130С 0022100В', 48 + 51.5 / 60, 2.35);
  reads('48°51,5′ с. ш. 2°21′ з. д.', 48 + 51.5 / 60, -2.35);
  reads('33 51 24 S, 151 12 55 E', -(33 + 51 / 60 + 24 / 3600), 151 + 12 / 60 + 55 / 3600);
});

test('MGRS', () => {
  const place = parsePlace('31U DQ 48251 11943');
  assert.ok(place && Math.abs(place.lat - 48.8583) < 1e-5 && Math.abs(place.lon - 2.2945) < 1e-5);
});

test('what is doubtful is refused', () => {
  for (const text of ['', '48.85', 'hello', '91 0', '0 181', '48°61′N 2°E', '48.85 2.35 7', '48 51 N']) {
    assert.equal(parsePlace(text), null, text);
  }
});
