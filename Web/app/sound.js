/** The alarm sound: off until switched on, since a browser plays nothing before the person has touched the page. */

import { settings } from './settings.js';

const REPEAT_SECONDS = 6;
/** Hertz of the tones; a loss is faster and higher than an alarm, an emergency goes up and down; a message rises once. */
const TUNES = { alarm: [660, 520], loss: [880, 660, 880, 660], emergency: [700, 930, 700, 930, 700, 930], message: [523, 784], call: [784, 523, 784, 523, 784] };

export class Sound {
  constructor() {
    /** @type {AudioContext | null} */
    this.context = null;
    this.lastAt = -Infinity;
    this.played = 0;
  }

  /**
   * Sound at once for what is new, and again every few seconds while something is unacknowledged.
   * @param {keyof typeof TUNES | null} worst what is unacknowledged now @param {boolean} isNew
   */
  update(worst, isNew) {
    if (!settings.sound || worst === null) return;
    const now = performance.now() / 1000;
    if (!isNew && now - this.lastAt < REPEAT_SECONDS) return;
    this.lastAt = now;
    this.play(TUNES[worst]);
  }

  /** @param {number[]} tones */
  play(tones) {
    this.context ??= new AudioContext();
    const { context } = this;
    if (context.state === 'suspended') void context.resume();
    const step = 0.17;
    tones.forEach((frequency, index) => {
      const at = context.currentTime + 0.02 + index * step;
      const oscillator = new OscillatorNode(context, { type: 'triangle', frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.22, at + 0.015);
      gain.gain.setValueAtTime(0.22, at + step - 0.05);
      gain.gain.linearRampToValueAtTime(0, at + step - 0.01);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(at);
      oscillator.stop(at + step);
    });
    this.played++;
  }
}
