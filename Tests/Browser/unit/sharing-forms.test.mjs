import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setLanguage } from '../../../Web/app/i18n.js';
import { candidatesText } from '../../../Web/app/sharing/answer-sheet.js';
import { linesOf, unixSeconds } from '../../../Web/app/sharing/meeting-form.js';
import { faultText } from '../../../Web/app/sharing/words.js';

test('a meeting’s time is UTC, and its lists are the lines that say something', () => {
  assert.equal(unixSeconds('2015-11-03T09:00'), 1_446_541_200);
  assert.equal(unixSeconds('2015-11-03T09:00:05'), 1_446_541_205);
  assert.equal(unixSeconds(''), null);
  assert.equal(unixSeconds('tomorrow'), null);
  assert.deepEqual(linesOf(' Maj Ivanov \n\nCol Smith\r\n'), ['Maj Ivanov', 'Col Smith']);
});

test('a caution is Russian where the station has it in Russian', () => {
  const fault = { line: 48, keys: 'minima / 1', reason: 'which of the two holds?' };
  setLanguage('ru');
  assert.equal(faultText({ ...fault, reasonRu: 'что из двух действует?' }), 'строка 48: minima / 1: что из двух действует?');
  setLanguage('en');
  assert.equal(faultText({ ...fault, reasonRu: 'что из двух действует?' }), 'line 48: minima / 1: which of the two holds?');
});

test('a station that could not look does not say that none of ours is near', () => {
  const question = (/** @type {string} */ waits, /** @type {string[]} */ candidates = []) => /** @type {any} */ ({ waits, candidates });
  const text = (/** @type {any} */ one) => candidatesText(one, (id) => id.toUpperCase());
  assert.equal(text(question('unclear', ['a1', 'a2'])), 'Of ours there may be meant: A1, A2');
  assert.equal(text(question('agreed')), 'None of ours is near.');
  for (const waits of ['silent', 'out-of-time', 'no-agreement']) assert.equal(text(question(waits)), 'Which of ours were near, the station can’t say.');
});
