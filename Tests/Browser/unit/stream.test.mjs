import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EventParser } from '../../../Web/app/sse.js';
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
  dog.sign(0.2);
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
  dog.sign(now);
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
