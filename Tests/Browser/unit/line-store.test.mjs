import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { onSignInNeeded } from '../../../Web/app/api.js';
import { LineButtons } from '../../../Web/app/line/buttons.js';
import { LineSounds, stepKey } from '../../../Web/app/line/sounds.js';
import { LineStore } from '../../../Web/app/line/store.js';

mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });

const OFFICER = { operators: true, csrf: 'token', expired: false, person: { name: 'Harris', role: 'watch-officer' } };

/** @param {number} number @param {object} [more] @returns {any} */
const message = (number, more = {}) => ({ id: `EAST-${number}`, side: 'theirs', kind: 'opening', open: false, times: { sent: number }, ...more });
/** @param {any[]} messages @param {string} [peer] @returns {any} */
const line = (messages, peer = 'EAST') => ({ line: { peer }, messages });
/** @param {any[]} messages @param {object} [more] @returns {any} */
const event = (messages, more = {}) => ({ peer: 'EAST', line: { peer: 'EAST' }, messages, ...more });

/** A station that answers as it is told, and remembers what it was ordered. */
function station() {
  const told = {
    /** @type {any} */ session: OFFICER,
    /** @type {any[]} */ lines: [],
    /** @type {number} the status of what is asked, and of what is ordered */ status: 200,
    /** @type {number} */ orderStatus: 204,
    /** @type {any[]} */ orders: [],
    asked: 0,
    /** @type {Promise<void>} */ wait: Promise.resolve(),
    signIns: 0,
  };
  onSignInNeeded(async () => {
    told.signIns++;
    return false;
  });
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ path, /** @type {any} */ given) => {
    if (given.method === 'POST') {
      told.orders.push({ path, ...JSON.parse(given.body) });
      return { ok: told.orderStatus < 300, status: told.orderStatus, text: async () => '' };
    }
    if (path === '/api/session') return { ok: true, status: 200, text: async () => JSON.stringify(told.session) };
    told.asked++;
    // The answer is of the moment when it was asked, however late it comes.
    const status = told.status, text = JSON.stringify({ party: 'WEST', lines: told.lines });
    await told.wait;
    return { ok: status < 300, status, text: async () => (status < 300 ? text : '{}') };
  });
  return told;
}

async function settle() {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

/** @param {any[]} messages */
async function loaded(messages) {
  const told = station();
  told.lines = [line(messages)];
  const store = new LineStore();
  /** @type {string[]} */
  const arrived = [];
  store.onArrival((peer, one) => arrived.push(`${peer} ${one.id}`));
  await store.load();
  return { told, store, arrived };
}

test('what comes while the lines are asked for is not overwritten by the older answer, and arrives once', async () => {
  const { told, store, arrived } = await loaded([message(1)]);
  let answer = () => {};
  told.wait = new Promise((resolve) => { answer = () => resolve(undefined); });
  const load = store.load();
  await settle();
  store.take(event([message(2)], { arrived: 'EAST-2' }));
  store.take(event([message(1, { times: { sent: 1, read: 5 } })]));
  answer();
  await load;
  assert.deepEqual(store.messages('EAST').map(({ id, times }) => [id, times.read]), [['EAST-1', 5], ['EAST-2', undefined]]);
  assert.deepEqual(arrived, ['EAST EAST-2']);
});

test('a station that could not answer is asked again', async () => {
  const told = station();
  told.status = 503;
  const store = new LineStore();
  await store.load();
  assert.equal(store.exists, false);
  told.status = 200;
  told.lines = [line([message(1)])];
  mock.timers.tick(2000);
  await settle();
  assert.equal(store.messages('EAST').length, 1);
  // One that has no line is not.
  told.status = 404;
  await store.load();
  const { asked } = told;
  mock.timers.tick(60000);
  await settle();
  assert.equal(told.asked, asked);
});

test('after a break, what came meanwhile arrives, on a line that is new as well', async () => {
  const { told, store, arrived } = await loaded([message(1)]);
  assert.deepEqual(arrived, [], 'what stood there when the page was opened has not come now');
  told.lines = [line([message(1), message(2)]), line([message(7)], 'NORTH')];
  await store.load();
  assert.deepEqual(arrived, ['EAST EAST-2', 'NORTH EAST-7']);
});

test('the newest messages are kept, and the open ones', async () => {
  const { told, store, arrived } = await loaded([message(1, { open: true }), message(2)]);
  await store.shown.tell('EAST', ['EAST-1', 'EAST-2']);
  for (let number = 3; number <= 400; number++) store.take(event([message(number)]));
  const kept = store.messages('EAST').map(({ id }) => id);
  assert.equal(kept.length, 301);
  assert.deepEqual(kept.slice(0, 2), ['EAST-1', 'EAST-101']);
  assert.deepEqual([...store.shown.told], ['EAST EAST-1']);
  // What was let go for its age does not arrive once more.
  told.lines = [line([message(100), ...store.messages('EAST')])];
  await store.load();
  assert.deepEqual(arrived, []);
});

test('what could be shown to nobody who is signed in is said when somebody is, and nobody is asked to sign in', async () => {
  const { told, store } = await loaded([message(1)]);
  let again = 0;
  store.onChange(() => again++);
  told.session = { ...OFFICER, expired: true };
  await store.shown.tell('EAST', ['EAST-1']);
  mock.timers.tick(2000);
  assert.deepEqual([told.orders.length, told.signIns, again], [0, 0, 1]);
  // It may expire between the look and the order.
  told.session = OFFICER;
  told.orderStatus = 401;
  await store.shown.tell('EAST', ['EAST-1']);
  mock.timers.tick(2000);
  assert.deepEqual([told.orders.length, told.signIns, again], [1, 0, 2]);
  told.orderStatus = 204;
  await store.shown.tell('EAST', ['EAST-1']);
  await store.shown.tell('EAST', ['EAST-1']);
  assert.deepEqual(told.orders.slice(1), [{ path: '/api/line/EAST/shown', messages: ['EAST-1'] }]);
});

test('more messages than the station takes at once are said in turn', async () => {
  const { told, store } = await loaded([]);
  const ids = Array.from({ length: 450 }, (_, index) => `EAST-${index}`);
  await store.shown.tell('EAST', ids);
  assert.deepEqual(told.orders.map(({ messages }) => messages.length), [200, 200, 50]);
  assert.deepEqual(told.orders.flatMap(({ messages }) => messages), ids);
});

test('whoever takes the page over says what the one before was not allowed to say', async () => {
  const { told, store } = await loaded([message(1)]);
  store.shown.setPerson('Novak');
  told.orderStatus = 403;
  await store.shown.tell('EAST', ['EAST-1']);
  mock.timers.tick(60000);
  await store.shown.tell('EAST', ['EAST-1']);
  assert.equal(told.orders.length, 1);
  told.orderStatus = 204;
  store.shown.setPerson('Harris');
  await store.shown.tell('EAST', ['EAST-1']);
  assert.equal(told.orders.length, 2);
});

test('news sounds at once, each step once, and the repeats keep their pace', async () => {
  const { store } = await loaded([]);
  const sounds = new LineSounds(store);
  /** @type {[string, boolean][]} */
  const heard = [];
  sounds.sound = /** @type {any} */ ({ update: (/** @type {string} */ what, /** @type {boolean} */ isNew) => heard.push([what, isNew]) });
  store.onArrival(() => sounds.arrived());
  store.take(event([message(1, { open: true })], { arrived: 'EAST-1' }));
  await settle();
  assert.deepEqual(heard, [['message', true], ['message', false]]);
  heard.length = 0;
  const steps = [{ measure: 'next-contact', whom: 'A', since: 5 }, { measure: 'next-contact', whom: 'B', since: 5 }];
  assert.notEqual(stepKey(/** @type {any} */ (steps[0])), stepKey(/** @type {any} */ (steps[1])));
  for (const some of [steps.slice(0, 1), steps, steps]) {
    store.take(event([message(1, { open: true, escalation: some })]));
    await settle();
  }
  assert.deepEqual(heard, [['call', true], ['call', true], ['message', false]]);
  store.take(event([message(1, { times: { sent: 1, read: 9 } })]));
  await settle();
  assert.equal(sounds.sounded.size, 0);
});

test('a read-back is being written until it is settled', () => {
  const buttons = new LineButtons('EAST', /** @type {any} */ ({}));
  buttons.typed.set('EAST-1', 'right hea');
  assert.equal(buttons.isWriting(), false, 'it was closed again');
  buttons.open.add('EAST-1');
  assert.equal(buttons.isWriting(), true);
  buttons.keep([message(1, { open: true })]);
  assert.equal(buttons.isWriting(), true);
  buttons.keep([message(1)]);
  assert.deepEqual([buttons.typed.size, buttons.open.size], [0, 0]);
});
