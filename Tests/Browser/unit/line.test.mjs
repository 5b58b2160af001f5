import assert from 'node:assert/strict';
import test from 'node:test';

import { setLanguage } from '../../../Web/app/i18n.js';
import { parseCoded, writeCoded } from '../../../Web/app/line/draft.js';
import { isUnread } from '../../../Web/app/line/store.js';
import { number, other, outcome, own } from '../../../Web/app/line/words.js';

test('a message is read into fields and written back', () => {
  const coded = 'TI.TRAFFIC clock=11 dist=5 NM dir=opposite; RSP.STANDBY';
  const elements = parseCoded(coded);
  assert.deepEqual(elements.map(({ code }) => code), ['TI.TRAFFIC', 'RSP.STANDBY']);
  assert.equal(elements[0].values.get('dist'), '5 NM');
  assert.equal(writeCoded(elements), coded);
});

test('what is typed into a field can’t begin another parameter or element', () => {
  const [element] = parseCoded('COORD.KEEPCLEAR');
  element.values.set('area', ' BRAVO; ICP.FOLLOW hdg=270 ');
  assert.equal(writeCoded([element]), 'COORD.KEEPCLEAR area=BRAVO ICP.FOLLOW hdg 270');
  element.values.set('area', '   ');
  assert.equal(writeCoded([element]), 'COORD.KEEPCLEAR');
});

test('the reader’s language comes first, the other beneath', () => {
  const words = { en: 'ROGER', ru: 'ВАС ПОНЯЛ' };
  setLanguage('ru');
  assert.deepEqual([own(words), other(words)], ['ВАС ПОНЯЛ', 'ROGER']);
  setLanguage('en');
  assert.deepEqual([own(words), other(words)], ['ROGER', 'ВАС ПОНЯЛ']);
  assert.equal(own({ ru: 'ДА' }), 'ДА');
  assert.equal(number('WEST-1103-17'), '17');
});

test('a message says why it is open, and an answer calls nobody', () => {
  const message = /** @type {any} */ ({ side: 'theirs', kind: 'opening', open: true, times: {}, reason: 'received, not agreed to' });
  assert.equal(outcome(message), 'open: received, not agreed to');
  assert.equal(isUnread(message), true);
  assert.equal(isUnread({ ...message, kind: 'reply' }), false);
  assert.equal(isUnread({ ...message, outside: true }), false);
  assert.equal(isUnread({ ...message, times: { read: 1 } }), false);
  assert.equal(outcome({ ...message, reason: undefined, mismatch: { reply: 'x', differences: [] } }), 'open: the read-back differs');
  assert.equal(outcome({ ...message, open: false, closure: 'resolution advisory' }), 'ended by a resolution advisory');
});
