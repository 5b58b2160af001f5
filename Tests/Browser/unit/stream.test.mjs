import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EventParser } from '../../../Web/app/sse.js';
import { Standstill, STANDSTILL_SECONDS } from '../../../Web/app/freshness.js';
import { Stream } from '../../../Web/app/stream.js';
import { SILENCE_SECONDS, Watchdog } from '../../../Web/app/watchdog.js';

/** @param {string[]} pieces */
function parse(pieces) {
  /** @type {string[][]} */
  const seen = [];
  const parser = new EventParser({
    event: (name, data) => seen.push([name, data]),
    comment: (text) => seen.push(['#', text]),
  });
  for (const piece of pieces) parser.push(piece);
  return seen;
}

const TEXT = ': heartbeat\n\nevent: delta\ndata: {"a":\ndata: 1}\n\ndata:x\r\n\r\nevent: none\n\ndata: last';

test('events and heartbeats come out, wherever the text is cut', () => {
  const expected = [['#', 'heartbeat'], ['delta', '{"a":\n1}'], ['message', 'x']];
  assert.deepEqual(parse([TEXT]), expected);
  for (let at = 0; at <= TEXT.length; at++) assert.deepEqual(parse([TEXT.slice(0, at), TEXT.slice(at)]), expected, `cut at ${at}`);
  assert.deepEqual(parse([...TEXT]), expected);
});

test('three seconds of silence, and the link is lost', () => {
  const dog = new Watchdog(0);
  assert.equal(dog.tick(0), 'dial');
  dog.dialled(0);
  dog.sign(0.1);
  assert.equal(dog.state, 'connecting', 'a byte is no picture');
  dog.whole(0.2);
  assert.equal(dog.state, 'live');
  assert.equal(dog.tick(0.2 + SILENCE_SECONDS - 0.01), 'nothing');
  assert.equal(dog.state, 'live');
  assert.equal(dog.tick(0.2 + SILENCE_SECONDS), 'hangUp');
  assert.equal(dog.state, 'lost');
});

test('it dials again with growing pauses, and starts over once there is life', () => {
  const dog = new Watchdog(0);
  const pauses = [];
  let now = 0;
  for (let round = 0; round < 6; round++) {
    dog.dialled(now);
    dog.closed(now);
    const from = now;
    while (dog.tick(now) !== 'dial') now += 0.05;
    pauses.push(Math.round((now - from) * 10) / 10);
  }
  assert.deepEqual(pauses, [0.5, 1, 2, 4, 5, 5]);
  dog.dialled(now);
  dog.whole(now);
  dog.closed(now);
  assert.equal(dog.tick(now + 0.49), 'nothing');
  assert.equal(dog.tick(now + 0.5), 'dial');
});

test('a connection that is made but says nothing is hung up too', () => {
  const dog = new Watchdog(0);
  dog.tick(0);
  dog.dialled(0);
  dog.sign(0.1);
  dog.closed(10);
  dog.dialled(11);
  assert.equal(dog.tick(11 + SILENCE_SECONDS - 0.01), 'nothing');
  assert.equal(dog.tick(11 + SILENCE_SECONDS), 'hangUp');
});

test('bytes without a whole picture do not bring a lost link back', () => {
  const dog = new Watchdog(0);
  dog.dialled(0);
  dog.whole(0.1);
  dog.closed(1);
  dog.tick(1 + SILENCE_SECONDS);
  assert.equal(dog.state, 'lost');
  dog.dialled(5);
  dog.sign(5.1);
  dog.tick(5.2);
  assert.equal(dog.state, 'lost');
  assert.equal(Math.round(dog.silence(5.2) * 10), 51, 'counted from the last picture that was of now');
  dog.whole(5.3);
  assert.equal(dog.state, 'live');
});

test('what is of no use is asked for with growing pauses, however much arrives', () => {
  const dog = new Watchdog(0);
  const pauses = [];
  let now = 0;
  for (let round = 0; round < 5; round++) {
    dog.dialled(now);
    dog.whole(now);
    dog.faulted();
    dog.closed(now);
    pauses.push(Number(dog.dialAt) - now);
    now += 20;
  }
  assert.deepEqual(pauses, [0.5, 1, 2, 4, 5]);
  dog.dialled(now);
  dog.whole(now);
  dog.sign(now + 11);
  dog.closed(now + 11);
  assert.equal(Number(dog.dialAt) - now, 11.5, 'a connection that held is taken for sound');
});

test('a live picture that does not move on is told of; a replay, or no link, is not', () => {
  const still = new Standstill(0);
  const picture = { ready: true, time: 100, replay: null };
  assert.equal(still.look(picture, true, 0), null);
  assert.equal(still.look(picture, true, STANDSTILL_SECONDS - 0.1), null);
  assert.equal(still.look(picture, true, STANDSTILL_SECONDS), STANDSTILL_SECONDS);
  assert.equal(still.look({ ...picture, time: 101 }, true, 6), null);
  assert.equal(still.look({ ...picture, time: 101 }, false, 20), null);
  assert.equal(still.look({ ...picture, time: 101, replay: { paused: true } }, true, 40), null);
});

/**
 * A stream from a station that answers each dial with the texts given for it; what came out of it.
 * @param {string[][]} connections
 */
async function follow(connections) {
  /** @type {string[]} */
  const seen = [];
  /** @type {any} */
  const world = globalThis;
  const before = { document: world.document, addEventListener: world.addEventListener, fetch: world.fetch };
  let dials = 0;
  Object.assign(world, {
    document: { addEventListener() {} },
    addEventListener() {},
    fetch: async (/** @type {string} */ _, /** @type {{signal: AbortSignal}} */ { signal }) => new Response(new ReadableStream({
      start(controller) {
        for (const text of connections[dials++] ?? []) controller.enqueue(new TextEncoder().encode(text));
        signal.addEventListener('abort', () => { try { controller.error(signal.reason); } catch { /* closed already */ } });
      },
    })),
  });
  const stream = new Stream('/api/events', {
    picture: (picture) => seen.push(`picture ${picture.sequence}`),
    delta: (delta) => seen.push(`delta ${delta.sequence}`),
    event: (name) => seen.push(name),
    link: (state) => { if (state === 'live' && seen[seen.length - 1] !== 'live') seen.push('live'); },
    fault: () => seen.push('fault'),
  });
  await new Promise((resolve) => setTimeout(resolve, 900));
  clearInterval(stream.timer);
  clearTimeout(stream.once);
  stream.call?.abort();
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearTimeout(stream.once);
  Object.assign(world, before);
  return seen.filter((line) => line !== 'live');
}

/** @param {string} name @param {number} sequence */
const event = (name, sequence) => `event: ${name}\ndata: {"sequence":${sequence}}\n\n`;

test('a number left out, or an event that can’t be read, is followed by another whole picture', async () => {
  assert.deepEqual(await follow([[event('picture', 1), event('delta', 2) + event('delta', 4) + event('delta', 5)], [event('picture', 6), event('delta', 7)]]),
    ['picture 1', 'delta 2', 'fault', 'picture 6', 'delta 7']);
  assert.deepEqual(await follow([[event('picture', 1), 'event: line\ndata: {"a":\n\n' + event('delta', 2)], [event('picture', 3)]]),
    ['picture 1', 'fault', 'picture 3']);
});

test('a whole picture in between begins the numbers anew', async () => {
  assert.deepEqual(await follow([[event('picture', 1), event('reset', 9), event('delta', 10)]]), ['picture 1', 'picture 9', 'delta 10']);
});
