/**
 * What a screen reader, and the alarm sound, are told: each alarm, loss and emergency when it comes, and that the picture can't be
 * relied on. What nobody has seen to sounds again and again, whether or not there is news: silence means that all is well.
 */

import { byId } from './dom.js';
import { t } from './i18n.js';
import { monotonicSeconds } from './monotonic.js';
import { isQuietened, severityOf, Severity } from './picture.js';
import { Repeats } from './repeats.js';
import { distance, span } from './units.js';

const ALARM_SECONDS = 6;
const LINK_SECONDS = 6;
/** Nobody can acknowledge an emergency: it is slower, and sounds until somebody has selected the aircraft. */
const EMERGENCY_SECONDS = 10;
/** What comes from other parties and zones. */
const CALL_SECONDS = 10;

/** @typedef {'lost' | 'standing'} Trouble why the picture is not of now: no link, or a picture that stands still */

export class Announcer {
  /** @param {import('./picture.js').Picture} picture @param {Pick<import('./sound.js').Sound, 'play'>} sound */
  constructor(picture, sound) {
    this.picture = picture;
    this.sound = sound;
    /**
     * Severity that has been said of a conflict or emergency.
     * @type {Map<string, number>}
     */
    this.said = new Map();
    /** @type {Set<string>} emergencies whose aircraft somebody has selected since they came */
    this.seen = new Set();
    /** @type {Trouble | null} */
    this.trouble = null;
    this.repeats = new Repeats();
    /**
     * The tune of the worst conflict that nobody has seen to.
     * @type {'loss' | 'alarm' | null}
     */
    this.open = null;
    /** @type {Map<string, {call: import('./sharing/calls.js').Call, isSeen: boolean}>} */
    this.calls = new Map();
    /** Whether something new has not sounded yet, be it pressing or not. */
    this.isCalling = false;
  }

  /** There is news of the picture. @param {number} [now] seconds, any origin */
  refresh(now = monotonicSeconds()) {
    /** @type {Map<string, number>} */
    const present = new Map();
    const sentences = [...this.emergencies(present), ...this.conflicts(present)];
    this.said = present;
    for (const key of this.seen) if (!present.has(key)) this.seen.delete(key);
    if (sentences.length > 0) byId('alerts').textContent = sentences.join(' ');
    this.tick(now);
  }

  /**
   * @param {Map<string, number>} present what there is, to be added to
   * @returns {string[]} what is to be said
   */
  emergencies(present) {
    const sentences = [];
    for (const emergency of this.picture.emergencies) {
      const key = keyOf(emergency);
      present.set(key, Severity.emergency);
      if (this.said.has(key)) continue;
      this.repeats.renew('emergency');
      const what = `${emergency.squawk} ${t(`emergency.${emergency.kind}`)}`.trim();
      sentences.push(t('announce.emergency', { what, name: this.picture.nameOf(emergency.id) }));
    }
    return sentences;
  }

  /** @param {Map<string, number>} present @returns {string[]} */
  conflicts(present) {
    const sentences = [];
    let worst = Severity.none, isNew = false;
    for (const conflict of this.picture.conflicts) {
      const severity = severityOf(conflict);
      if (severity < Severity.alarm || conflict.level !== 'alarm') continue;
      const before = this.said.get(conflict.id) ?? 0;
      present.set(conflict.id, Math.max(severity, before));
      if (isQuietened(conflict)) continue;
      worst = Math.max(worst, severity);
      if (severity <= before) continue;
      isNew = true;
      const names = { a: this.picture.nameOf(conflict.a), b: this.picture.nameOf(conflict.b) };
      sentences.push(conflict.inLoss ? t('announce.loss', { ...names, range: distance(conflict.horizontalMetres) })
        : t('announce.alarm', { ...names, time: span(conflict.secondsToLoss) }));
    }
    this.open = worst === Severity.loss ? 'loss' : worst === Severity.alarm ? 'alarm' : null;
    if (isNew && this.open) this.repeats.renew(this.open);
    return sentences;
  }

  /**
   * The officer has turned to something else.
   * @param {import('./types').Selection} selection
   */
  look(selection) {
    for (const emergency of this.picture.emergencies) {
      if (selection && (selection.a === emergency.id || selection.b === emergency.id)) this.seen.add(keyOf(emergency));
    }
    for (const known of this.calls.values()) {
      if (selection && known.call.aircraft.some((id) => id === selection.a || id === selection.b)) known.isSeen = true;
    }
  }

  /**
   * What calls from beyond the conflicts, the most urgent first.
   * @param {import('./sharing/calls.js').Call[]} calls @param {number} [now]
   */
  setCalls(calls, now = monotonicSeconds()) {
    const isNew = (/** @type {import('./sharing/calls.js').Call} */ call) => !this.calls.has(call.key);
    const sentences = calls.filter(isNew).map((call) => call.text);
    this.calls = new Map(calls.map((call) => [call.key, { call, isSeen: this.calls.get(call.key)?.isSeen ?? false }]));
    if (sentences.length === 0) return;
    byId('alerts').textContent = sentences.join(' ');
    this.repeats.renew('zone');
    this.isCalling = true;
    this.tick(now);
  }

  /**
   * The officer has opened what shows them.
   * @param {'record' | 'zone' | 'alert'} kind
   */
  lookAtCalls(kind) {
    for (const [key, known] of this.calls) if (key.startsWith(`${kind} `)) known.isSeen = true;
  }

  /** @param {Trouble | null} trouble @param {number} [now] */
  setTrouble(trouble, now = monotonicSeconds()) {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    if (trouble === null) byId('notices').textContent = t('link.restored');
    else {
      byId('alerts').textContent = t(trouble === 'lost' ? 'announce.linkLost' : 'announce.standing');
      this.repeats.renew('link');
    }
    this.tick(now);
  }

  /** Sound what is due. To be called about twice a second. @param {number} [now] */
  tick(now = monotonicSeconds()) {
    /** @type {import('./repeats.js').Call[]} */
    const calls = [];
    if (this.trouble) calls.push({ tune: 'link', everySeconds: LINK_SECONDS });
    const isUnseen = [...this.said].some(([key, severity]) => severity === Severity.emergency && !this.seen.has(key));
    if (isUnseen) calls.push({ tune: 'emergency', everySeconds: EMERGENCY_SECONDS });
    if (this.open) calls.push({ tune: this.open, everySeconds: ALARM_SECONDS });
    if (this.isCalling || [...this.calls.values()].some(({ call, isSeen }) => call.isPressing && !isSeen)) {
      calls.push({ tune: 'zone', everySeconds: CALL_SECONDS });
    }
    const due = this.repeats.due(calls, now);
    // What can't be heard stays due.
    if (!due || !this.sound.play(due)) return;
    this.repeats.sounded(due, now);
    if (due === 'zone') this.isCalling = false;
  }
}

/**
 * A declared emergency has no code: what it is and since when tell it from the one before.
 * @param {import('./types').Emergency} emergency
 */
function keyOf({ id, squawk, kind, since }) {
  return `emergency ${id} ${squawk} ${kind} ${since}`;
}
