import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isInside, levelPasses, passes } from '../../../Web/app/filters.js';
import { writeLabel } from '../../../Web/app/label-layer.js';
import { lossesIn, rangeForecast } from '../../../Web/app/pair.js';
import { Picture, Severity } from '../../../Web/app/picture.js';
import { niceStep, niceTimeStep } from '../../../Web/app/scales.js';
import { DEFAULTS } from '../../../Web/app/settings.js';

/** @param {string} id @param {object} [more] @returns {any} */
const track = (id, more = {}) => ({ id, lat: 48, lon: 2, altFt: 10000, time: 100, age: 0, state: 'live', onGround: false, quality: [], class: 'unknown', feed: 'f', ...more });

/** @param {string} a @param {string} b @param {object} [more] @returns {any} */
const conflict = (a, b, more = {}) => ({
  id: `${a}|${b}`, a, b, level: 'advisory', inLoss: false, since: 90, secondsToLoss: 60, secondsToCPA: 80, horizontalMetres: 20000, verticalFeet: 0,
  cpaHorizontalMetres: 1000, cpaVerticalFeet: 0, minima: { horizontalMetres: 9260, verticalFeet: 1000 }, diverging: false, levelUnknown: false, ...more,
});

/** @param {object} [more] @returns {any} */
const news = (more = {}) => ({ time: 100, sequence: 1, replay: null, feeds: [], tracks: [], conflicts: [], emergencies: [], ...more });

test('conflicts go by time to loss, losses first', () => {
  const picture = new Picture();
  picture.replace(news({
    conflicts: [conflict('a', 'b', { secondsToLoss: 200 }), conflict('c', 'd', { secondsToLoss: 30 }), conflict('e', 'f', { inLoss: true, secondsToLoss: 0, level: 'alarm' })],
  }));
  assert.deepEqual(picture.conflicts.map((one) => one.id), ['e|f', 'c|d', 'a|b']);
});

test('an aircraft has the worst severity that it is in; an emergency is above all', () => {
  const picture = new Picture();
  picture.replace(news({
    tracks: ['a', 'b', 'c', 'd', 'e'].map((id) => track(id)),
    conflicts: [conflict('a', 'b'), conflict('b', 'c', { inLoss: true, level: 'alarm' }), conflict('c', 'd', { level: 'none' })],
    emergencies: [{ id: 'd', squawk: '7700', kind: 'general', since: 1 }],
  }));
  const severity = (/** @type {string} */ id) => picture.targets.get(id)?.severity;
  assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(severity), [Severity.advisory, Severity.loss, Severity.loss, Severity.emergency, Severity.none]);
});

test('an emergency without a conflict is not drawn as if somebody had seen to it', () => {
  const picture = new Picture();
  picture.replace(news({
    tracks: [track('a'), track('b'), track('c')],
    conflicts: [conflict('b', 'c', { level: 'alarm', acknowledged: { by: 'x', reason: 'y', until: 200 } })],
    emergencies: [{ id: 'a', squawk: '', kind: 'mayday', since: 1 }, { id: 'b', squawk: '7700', kind: 'general', since: 1 }],
  }));
  assert.deepEqual(['a', 'b', 'c'].map((id) => picture.targets.get(id)?.quietened), [false, false, true]);
});

test('a label counts from the last report on, though the track is not told again', () => {
  const picture = new Picture();
  picture.replace(news({ tracks: [track('a', { time: 85, age: 15, state: 'coasting' }), track('b')] }));
  picture.apply(news({ time: 130, upserts: [], removed: [] }));
  const texts = [...picture.targets.values()].map((target) => {
    writeLabel(target, picture.time);
    return target.lineTwo;
  });
  assert.match(texts[0], / \+45s$/);
  assert.doesNotMatch(texts[1], /\+/);
});

test('together, and outside the declared volumes, nothing alarms', () => {
  const picture = new Picture();
  picture.replace(news({
    tracks: [track('a'), track('b'), track('c')],
    conflicts: [conflict('a', 'b', { inLoss: true, level: 'alarm', together: 'tanker' }), conflict('b', 'c', { inLoss: true, level: 'none' })],
  }));
  assert.ok([...picture.targets.values()].every((target) => target.severity === Severity.shown));
});

test('deltas change, add and take away; a seek starts trails anew', () => {
  const picture = new Picture();
  picture.replace(news({ tracks: [track('a'), track('b')] }), true);
  picture.apply(news({ time: 105, upserts: [track('a', { lat: 48.1, time: 105 }), track('c', { time: 105 })], removed: ['b'] }));
  assert.deepEqual([...picture.targets.keys()], ['a', 'c']);
  assert.equal(picture.targets.get('a')?.trailCount, 2);
  picture.replace(news({ time: 106, tracks: [track('a', { time: 106 })] }), true);
  assert.equal(picture.targets.get('a')?.trailCount, 2, 'a reconnection keeps the trail');
  picture.replace(news({ time: 50, tracks: [track('a', { time: 50 })] }), false);
  assert.equal(picture.targets.get('a')?.trailCount, 1);
});

test('a position that is none is not taken', () => {
  const picture = new Picture();
  picture.replace(news({ tracks: [track('a', { lat: Number.NaN }), track('b', { lon: null }), track('c')] }), true);
  assert.deepEqual([...picture.targets.keys()], ['c']);
});

test('the filter never hides an alarm, nor an unknown level', () => {
  const picture = new Picture();
  picture.replace(news({ tracks: [track('a'), track('b'), track('c'), track('d', { altFt: null })], conflicts: [conflict('a', 'b')] }), true);
  const settings = { ...DEFAULTS, lowerFt: 20000 };
  const shown = [...picture.targets.values()].filter((target) => passes(target, settings, null)).map((target) => target.track.id);
  assert.deepEqual(shown, ['a', 'b', 'd']);
});

test('an interval of level passes when any part of it does', () => {
  const known = track('a', { altFt: null, levelLowFt: 17000, levelHighFt: 19500 });
  assert.ok(levelPasses(known, 19000, null));
  assert.ok(!levelPasses(known, 20000, null));
  assert.ok(!levelPasses(known, null, 16000));
});

test('inside a zone, also across the antimeridian', () => {
  /** @type {any} */
  const zone = { name: 'z', outline: { type: 'polygon', points: [[179, -1], [-179, -1], [-179, 1], [179, 1]] }, lowerFt: 5000, upperFt: null };
  assert.ok(isInside(track('a', { lat: 0, lon: 179.9 }), zone));
  assert.ok(isInside(track('a', { lat: 0, lon: -179.9 }), zone));
  assert.ok(!isInside(track('a', { lat: 0, lon: 178 }), zone));
  assert.ok(!isInside(track('a', { lat: 0, lon: 0 }), zone));
  assert.ok(!isInside(track('a', { lat: 0, lon: 180, altFt: 3000 }), zone));
});

test('a loss is both minima undercut, strictly', () => {
  const minima = { horizontalMetres: 9260, verticalFeet: 1000 };
  assert.deepEqual(lossesIn([[1, 9260, 0], [2, 9259, 0], [3, 9000, 999], [4, 9000, 1000], [5, 9000, null], [6, 5000, 0]], minima), [[2, 3], [6, 6]]);
});

test('the forecast of range starts at the range now and ends at the closest', () => {
  const points = rangeForecast(conflict('a', 'b'), 1000);
  assert.deepEqual(points[0], [1000, 20000]);
  assert.deepEqual(points[points.length - 1], [1080, 1000]);
  assert.deepEqual(rangeForecast(conflict('a', 'b', { secondsToCPA: 0 }), 1000), []);
});

test('axes have steps that people would choose', () => {
  assert.equal(niceStep(20, 4), 5);
  assert.equal(niceStep(1000, 4), 500);
  assert.equal(niceTimeStep(1500, 5), 300);
});
