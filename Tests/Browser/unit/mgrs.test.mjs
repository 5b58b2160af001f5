import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inverse } from '../../../Web/app/geodesy.js';
import { fromMGRS, toMGRS } from '../../../Web/app/mgrs.js';

// Computed with NGA's GEOTRANS (as packed in PyPI's `mgrs`): ordinary zones, the exceptions of Norway and Svalbard, both
// hemispheres, the equator, the antimeridian, and the polar grids.
const REFERENCES = [
  ['Paris', 48.8583, 2.2945, '31UDQ4825111943'],
  ['Greenwich', 51.4779, -0.0015, '30UYC0821307235'],
  ['Bergen', 60.3913, 5.3221, '32VKN9735300648'],
  ['Longyearbyen', 78.2232, 15.6267, '33XWG1427883355'],
  ['Quito', -0.1807, -78.4678, '17MQV8186180007'],
  ['Just north of the equator', 0.0001, 6.0001, '32NJF6603200011'],
  ['Sydney', -33.8568, 151.2153, '56HLH3490052288'],
  ['Suva, near the antimeridian', -18.1416, 178.4419, '60KXE5253493550'],
  ['Attu, west of it', 52.8286, 173.1767, '59UPU4664755424'],
  ['Alert', 82.5018, -62.3481, '20XNS0949760897'],
  ['North pole region', 86.5, -47.25, 'YXE1456936150'],
  ['Vostok', -78.4645, 106.8339, '48CWT4093389149'],
  ['McMurdo approach', -81.2, 166.6, 'BCC2684847791'],
  ['Amundsen-Scott', -89.99, 0, 'BAN0000001110'],
  ['Latakia', 35.4007, 35.9487, '36SYE6779421474'],
  ['Svalbard, zone 31', 76, 8.9, '31XFE5908143140'],
  ['Svalbard, zone 33', 76, 9.1, '33XUE4091843140'],
];

test('references agree with those of GEOTRANS', () => {
  for (const [name, lat, lon, reference] of REFERENCES) {
    assert.equal(toMGRS(/** @type {number} */ (lat), /** @type {number} */ (lon)).replaceAll(' ', ''), reference, String(name));
  }
});

test('a reference names a square that holds the place', () => {
  for (const [name, lat, lon, reference] of REFERENCES) {
    const place = fromMGRS(/** @type {string} */ (reference));
    assert.ok(place, String(name));
    const line = inverse(/** @type {number} */ (lat), /** @type {number} */ (lon), place.lat, place.lon);
    assert.ok(line && line.metres < 0.72, `${name}: ${line?.metres} m away`);
  }
});

test('there and back, all over the world', () => {
  for (let lat = -89.5; lat < 90; lat += 7.3) {
    for (let lon = -179.9; lon < 180; lon += 5.7) {
      const place = fromMGRS(toMGRS(lat, lon));
      const line = place && inverse(lat, lon, place.lat, place.lon);
      assert.ok(line && line.metres < 0.75, `${lat} ${lon}: ${toMGRS(lat, lon)}`);
    }
  }
});

test('fewer digits cut off, and never round up', () => {
  assert.equal(toMGRS(48.8583, 2.2945, 3), '31U DQ 482 119');
  assert.equal(toMGRS(48.8583, 2.2945, 1), '31U DQ 4 1');
});

test('what is no reference is refused', () => {
  for (const text of ['', '31U', 'Paris', '31UDQ482511194', '61UDQ4825111943', '31IDQ4825111943', '31UIQ4825111943', '31UDQ48251119432']) {
    assert.equal(fromMGRS(text), null, text);
  }
});

test('blanks and small letters are taken', () => {
  assert.deepEqual(fromMGRS('31u dq 48251 11943'), fromMGRS('31UDQ4825111943'));
});
