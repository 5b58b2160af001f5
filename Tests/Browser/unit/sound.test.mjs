import assert from 'node:assert/strict';
import { test } from 'node:test';

/** @type {any} */
const world = globalThis;

/** A browser that lets nothing out before the person has touched the page. */
class BlockedContext extends EventTarget {
  constructor() {
    super();
    this.state = 'suspended';
    this.currentTime = 0;
    this.destination = {};
  }

  async resume() {
    if (!world.isTouched) return;
    this.state = 'running';
    this.dispatchEvent(new Event('statechange'));
  }
}

let scheduled = 0;
/** @type {Map<string, () => void>} */
const touches = new Map();
Object.assign(world, {
  isTouched: false,
  AudioContext: BlockedContext,
  OscillatorNode: class { connect() { return this; } start() { scheduled++; } stop() {} },
  GainNode: class { constructor() { this.gain = { setValueAtTime() {}, linearRampToValueAtTime() {} }; } connect() { return this; } },
  addEventListener: (/** @type {string} */ name, /** @type {() => void} */ act) => touches.set(name, act),
});

test('a blocked sound schedules nothing, says so, and begins with the first touch', async () => {
  const { loudspeaker } = await import('../../../Web/app/loudspeaker.js');
  const { settings } = await import('../../../Web/app/settings.js');
  const { Sound } = await import('../../../Web/app/sound.js');
  const sound = new Sound();
  assert.equal(sound.play('alarm'), false, 'it is off');
  assert.equal(loudspeaker.context, null);

  settings.sound = true;
  for (let round = 0; round < 5; round++) sound.update('alarm', true);
  assert.equal(scheduled, 0);
  assert.equal(sound.played, 0);
  let told = 0;
  loudspeaker.onChange(() => told++);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  assert.ok(loudspeaker.isBlocked);
  assert.equal(told, 1);

  world.isTouched = true;
  touches.get('pointerdown')?.();
  assert.equal(told, 2);
  assert.ok(!loudspeaker.isBlocked);
  assert.equal(scheduled, 0, 'nothing has piled up');
  sound.update('alarm', false);
  assert.equal(scheduled, 2, 'an alarm has two tones');
  sound.update('alarm', false);
  assert.equal(scheduled, 2, 'and comes again after some seconds');
});
