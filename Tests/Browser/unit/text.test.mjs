import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { number, setLanguage, t } from '../../../Web/app/i18n.js';
import { en } from '../../../Web/app/locales/en.js';
import { ru } from '../../../Web/app/locales/ru.js';
import * as units from '../../../Web/app/units.js';

const WEB = new URL('../../../Web/', import.meta.url);

/** @param {string} text */
const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

test('every text stands in both languages, with the same parameters', () => {
  assert.deepEqual(Object.keys(ru).sort(), Object.keys(en).sort());
  for (const [key, text] of Object.entries(en)) {
    const russian = /** @type {Record<string, string>} */ (ru)[key];
    assert.ok(russian.trim() !== '', key);
    assert.deepEqual(parameters(russian), parameters(text), key);
  }
});

test('Russian is in Russian', () => {
  // Names, the other language's own name, and examples to type in.
  const same = new Set(['panel.grid', 'tool.language', 'target.placeHint', 'measure.label', 'line.findHint']);
  for (const [key, text] of Object.entries(ru)) if (!same.has(key)) assert.match(text, /[а-яА-Я]/, key);
});

test('every text that the page asks for exists, and none is left over', () => {
  const page = readFileSync(new URL('index.html', WEB), 'utf8');
  const sources = ['index.html', ...readdirSync(new URL('app/', WEB), { recursive: true }).map(String).filter((name) => name.endsWith('.js')).map((name) => `app/${name}`)]
    .map((name) => readFileSync(new URL(name, WEB), 'utf8')).join('\n');
  for (const match of page.matchAll(/data-i18n(?:-\w+)?="([^"]+)"/g)) assert.ok(match[1] in en, match[1]);
  // Asked for by a name that the station gives.
  const families = /^(class|state|quality|purpose|level|feed|emergency|bar|dialog|conflicts|role|line\.(?:state|reason|closure|time|measure|answer|readable))\./;
  for (const key of Object.keys(en)) assert.ok(sources.includes(`'${key}'`) || sources.includes(`"${key}"`) || families.test(key), `${key} is not used`);
});

test('Russian counts as Russians do', () => {
  setLanguage('ru');
  const count = (/** @type {number} */ value) => t('replay.encounters', { count: value });
  assert.deepEqual([1, 2, 5, 11, 21, 104].map(count),
    ['1 сближение', '2 сближения', '5 сближений', '11 сближений', '21 сближение', '104 сближения']);
  setLanguage('en');
  assert.deepEqual([1, 2].map(count), ['1 encounter', '2 encounters']);
});

test('distances, in both systems and languages', () => {
  const plain = (/** @type {string} */ text) => text.replace(/[\u00a0\u202f]/g, ' ');
  units.setUnitSystem('nautical');
  assert.equal(plain(units.distance(9260)), '5.00 NM');
  assert.equal(plain(units.distance(185200)), '100 NM');
  assert.equal(plain(units.verticalDistance(1000)), '1000 ft');
  assert.equal(plain(units.verticalDistance(25000)), '25 000 ft');
  assert.equal(plain(units.speed(231.5)), '450 kt');
  assert.equal(plain(units.verticalRate(-13.0048)), '−2560 ft/min');
  assert.equal(units.level(23650), 'FL237');
  assert.equal(units.level(-300), 'FL−003');
  setLanguage('ru');
  assert.equal(plain(units.distance(9260)), '5,00 мор. мили');
  assert.equal(plain(units.distance(18520, 0)), '10 мор. миль');
  assert.equal(plain(units.level(23650)), 'ЭП 237');
  units.setUnitSystem('metric');
  assert.equal(plain(units.distance(9260)), '9,26 км');
  assert.equal(plain(units.level(23650)), '7210 м');
  assert.equal(plain(units.speed(250)), '900 км/ч');
  assert.equal(plain(units.verticalRate(5)), '+5,0 м/с');
  setLanguage('en');
  units.setUnitSystem('nautical');
});

test('unknown is said, not drawn as nought', () => {
  for (const format of [units.distance, units.verticalDistance, units.level, units.speed, units.verticalRate, units.angle, units.span]) {
    assert.equal(format(null), '–');
    assert.equal(format(undefined), '–');
  }
});

test('times, angles, places', () => {
  assert.equal(units.span(83.9), '1:23');
  assert.equal(units.span(3600), '1:00:00');
  assert.equal(units.span(-2), '0:00');
  assert.equal(units.clock(1633608001), '12:00:01');
  assert.equal(units.date(1633608001), '2021-10-07');
  assert.equal(units.angle(359.6), '000°');
  assert.equal(units.angle(7.2), '007°');
  assert.equal(units.place(48.8583, -2.2945).replace(/\u00a0/g, ' '), '48°51.50′ N  002°17.67′ W');
  // Rounding must not leave sixty minutes behind.
  assert.equal(units.place(47.99999, 2).slice(0, 9), '48°00.00′');
});

test('numbers that people type', () => {
  assert.equal(units.numberFromText(' 1,5 '), 1.5);
  assert.equal(units.numberFromText('1.5'), 1.5);
  assert.equal(units.numberFromText(''), null);
  assert.equal(units.numberFromText('abc'), null);
  assert.equal(units.levelFromText('240'), 24000);
  units.setUnitSystem('metric');
  assert.equal(Math.round(Number(units.levelFromText('3048'))), 10000);
  units.setUnitSystem('nautical');
  assert.equal(number(-0.4), '0');
});
