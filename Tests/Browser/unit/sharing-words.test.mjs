import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setLanguage } from '../../../Web/app/i18n.js';
import { catalogues, faultText, lateText, named, s } from '../../../Web/app/sharing/words.js';

test('both languages have every word of what is shared, with the same parameters', () => {
  const { en, ru } = catalogues;
  assert.deepEqual(Object.keys(ru).sort(), Object.keys(en).sort());
  const parameters = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const key of Object.keys(en)) {
    assert.deepEqual(parameters(ru[key]), parameters(en[key]), key);
    assert.match(ru[key], /[а-яёА-ЯЁ]|^\{|^MAYDAY/, `${key} is not Russian`);
  }
});

test('a suspension names who and since when in both languages', () => {
  setLanguage('en');
  assert.equal(s('suspended.by', { party: 'EAST', time: '14:02Z' }), 'suspended by EAST since 14:02Z');
  setLanguage('ru');
  assert.equal(s('suspended.by', { party: 'EAST', time: '14:02Z' }), 'приостановлено стороной EAST с 14:02Z');
});

test('a fault of a document is said in the language of the page', () => {
  const fault = { line: 12, keys: 'zones / NORTH / upper', reason: 'the upper level must be above the lower one', reasonRu: 'верхняя граница должна быть выше нижней' };
  setLanguage('en');
  assert.equal(faultText(fault), 'line 12: zones / NORTH / upper: the upper level must be above the lower one');
  setLanguage('ru');
  assert.equal(faultText(fault), 'строка 12: zones / NORTH / upper: верхняя граница должна быть выше нижней');
  assert.equal(faultText({ ...fault, line: undefined, keys: '' }), 'верхняя граница должна быть выше нижней');
});

test('what a station names and nobody knows is shown as it is', () => {
  assert.equal(named('link', '<b>new</b>'), '<b>new</b>');
});

test('what came late says so with the date, in both languages', () => {
  setLanguage('en');
  assert.equal(lateText(true, 1_446_542_645), 'late, received 2015-11-03 09:24:05');
  assert.equal(lateText(false, 1_446_542_645), '');
  assert.equal(lateText(undefined, undefined), '');
  setLanguage('ru');
  assert.equal(lateText(true, 1_446_542_645), 'поздно, получено 2015-11-03 09:24:05');
  setLanguage('en');
});

test('every duty and every reason has words in both languages', () => {
  const names = {
    owed: ['safety-alerts', 'line-checks', 'messages', 'zones', 'questions'],
    reason: ['agreed', 'several', 'unclear', 'out-of-time', 'silent', 'not-written', 'no-agreement'],
    withheld: ['not-ours', 'not-in-force', 'suspended', 'no-rule', 'not-named', 'outside', 'level-unknown', 'not-yet'],
  };
  for (const words of [catalogues.en, catalogues.ru]) {
    for (const [family, list] of Object.entries(names)) for (const name of list) assert.ok(`${family}.${name}` in words, `${family}.${name}`);
  }
});
