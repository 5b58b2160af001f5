import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setLanguage } from '../../../Web/app/i18n.js';
import { Picture } from '../../../Web/app/picture.js';
import { callsOf } from '../../../Web/app/sharing/calls.js';

/** @param {object} more @returns {any} */
const state = (more) => ({ party: 'west', agreements: [], peers: [], zones: [], alerts: [], questions: [], budgets: [], ...more });

/** @param {object} [more] */
const alert = (more = {}) => ({
  peer: 'east', agreement: 'w-e', alert: 'x-1', ours: false, kind: 'loss', level: 'alarm', tracks: ['ours', 'theirs'], written: 1, late: false, over: false, ...more,
});

/** @param {object} [more] */
function picture(more = {}) {
  const made = new Picture();
  made.replace(/** @type {any} */ ({ time: 100, sequence: 1, replay: null, feeds: [], tracks: [], conflicts: [], emergencies: [], ...more }));
  return made;
}

test('an alert of a peer calls until it is over, seen, or calls in the picture itself', () => {
  setLanguage('en');
  const keys = (/** @type {object} */ more, /** @type {object} */ seen = {}) => callsOf(state({ alerts: [alert(more)] }), picture(seen)).map((call) => call.key);
  assert.deepEqual(keys({}), ['alert east w-e x-1']);
  for (const more of [
    { ours: true }, { over: true }, { seenBy: { name: 'Lt', role: 'watch officer' } }, { level: 'advisory' }, { outside: true }, { late: true, received: 90_000 },
  ]) {
    assert.deepEqual(keys(more), [], JSON.stringify(more));
  }
  const conflict = { id: 'a', a: '3949ea', b: 'east:theirs', inLoss: true, since: 1, secondsToLoss: 0, horizontalMetres: 1 };
  assert.deepEqual(keys({}, { conflicts: [{ ...conflict, level: 'alarm' }] }), []);
  assert.deepEqual(keys({}, { conflicts: [{ ...conflict, level: 'advisory' }] }), ['alert east w-e x-1']);
});

test('a zone says who and how soon, in both languages, and an entry that has happened comes first', () => {
  const zone = (/** @type {string} */ name, /** @type {number} */ secondsToEntry) => ({
    agreement: 'w-e', zone: name, active: true, entitled: [], intrusions: [{ track: '3949ea', secondsToEntry, distanceMetres: 3704 }],
  });
  const both = state({ zones: [zone('EX1', 40), zone('EX2', 0)] });
  setLanguage('en');
  assert.deepEqual(callsOf(both, picture()).map((call) => [call.text.replace('\u00a0', ' '), call.isPressing]), [
    ['EX2: 3949ea is inside, not entitled', true], ['EX1: 3949ea enters in 40 s, 2.0 NM, not entitled', false],
  ]);
  setLanguage('ru');
  assert.match(callsOf(both, picture())[0].text, /^EX2: .*внутри без допуска$/);
  assert.match(callsOf(both, picture())[1].text, /через 40 с, 2,0\u00a0мор\. мили, без допуска$/);
  setLanguage('en');
});

test('a broken record of a peer calls before anything else', () => {
  const peers = [{ name: 'east', channels: [{ peer: 'east', scope: 'w-e', link: 'stopped', alarm: 'two heads of one size' }] }];
  const calls = callsOf(state({ peers, alerts: [alert()] }), picture());
  assert.match(calls[0].text, /east: its record is broken — two heads of one size/);
  assert.equal(calls[0].isPressing, true);
});
