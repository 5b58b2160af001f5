/** The tunes: off until switched on, and played only while the browser lets them out, so that none pile up and all come at once later. */

import { loudspeaker } from './loudspeaker.js';
import { monotonicSeconds } from './monotonic.js';
import { settings } from './settings.js';

const REPEAT_SECONDS = 6;
/**
 * Hertz of the tones; a loss is faster and higher than an alarm, an emergency goes up and down; a message rises once; a lost link
 * sinks, low; a zone or a peer calls with three of one height.
 */
const TUNES = {
  alarm: [660, 520], loss: [880, 660, 880, 660], emergency: [700, 930, 700, 930, 700, 930], link: [440, 330, 247], zone: [587, 587, 587],
  message: [523, 784], call: [784, 523, 784, 523, 784],
};

/** @typedef {keyof typeof TUNES} Tune */

export class Sound {
  constructor() {
    this.lastAt = -Infinity;
    this.played = 0;
  }

  /**
   * Sound at once for what is new, and again every few seconds while something is unacknowledged.
   * @param {Tune | null} worst what is unacknowledged now @param {boolean} isNew
   */
  update(worst, isNew) {
    if (worst === null) return;
    const now = monotonicSeconds();
    if (!isNew && now - this.lastAt < REPEAT_SECONDS) return;
    if (this.play(worst)) this.lastAt = now;
  }

  /**
   * @param {Tune} tune
   * @returns {boolean} whether it can be heard
   */
  play(tune) {
    if (!settings.sound) return false;
    loudspeaker.open();
    const { context, isRunning } = loudspeaker;
    if (!context || !isRunning) return false;
    const step = 0.17;
    TUNES[tune].forEach((frequency, index) => {
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
    return true;
  }
}
