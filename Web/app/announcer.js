/** What a screen reader, and the alarm sound, are told: each alarm, loss and emergency once, when it comes. */

import { byId } from './dom.js';
import { t } from './i18n.js';
import { isQuietened, severityOf, Severity } from './picture.js';
import { distance, span } from './units.js';

export class Announcer {
  /** @param {import('./picture.js').Picture} picture @param {import('./sound.js').Sound} sound */
  constructor(picture, sound) {
    this.picture = picture;
    this.sound = sound;
    /**
     * Severity that has been said of a conflict or emergency.
     * @type {Map<string, number>}
     */
    this.said = new Map();
    this.wasLost = false;
  }

  refresh() {
    /** @type {Map<string, number>} */
    const now = new Map();
    /** @type {string[]} */
    const sentences = [];
    let worst = Severity.none;
    for (const emergency of this.picture.emergencies) {
      const key = `emergency ${emergency.id} ${emergency.squawk}`;
      now.set(key, Severity.emergency);
      if (this.said.has(key)) continue;
      worst = Severity.emergency;
      sentences.push(t('announce.emergency', { code: emergency.squawk, name: this.picture.nameOf(emergency.id) }));
    }
    let open = Severity.none;
    for (const conflict of this.picture.conflicts) {
      const severity = severityOf(conflict);
      if (severity < Severity.alarm || conflict.level !== 'alarm') continue;
      now.set(conflict.id, Math.max(severity, this.said.get(conflict.id) ?? 0));
      if (isQuietened(conflict)) continue;
      open = Math.max(open, severity);
      if (severity <= (this.said.get(conflict.id) ?? 0)) continue;
      worst = Math.max(worst, severity);
      const names = { a: this.picture.nameOf(conflict.a), b: this.picture.nameOf(conflict.b) };
      sentences.push(conflict.inLoss ? t('announce.loss', { ...names, range: distance(conflict.horizontalMetres) })
        : t('announce.alarm', { ...names, time: span(conflict.secondsToLoss) }));
    }
    this.said = now;
    if (sentences.length > 0) byId('alerts').textContent = sentences.join(' ');
    this.sound.update(tune(worst > Severity.none ? worst : open), worst > Severity.none);
  }

  /** @param {import('./watchdog.js').LinkState} state */
  link(state) {
    const lost = state === 'lost';
    if (lost === this.wasLost) return;
    this.wasLost = lost;
    if (lost) byId('alerts').textContent = t('announce.linkLost');
    else byId('notices').textContent = t('link.restored');
  }
}

/** @param {number} severity */
function tune(severity) {
  return severity === Severity.emergency ? 'emergency' : severity === Severity.loss ? 'loss' : severity === Severity.alarm ? 'alarm' : null;
}
