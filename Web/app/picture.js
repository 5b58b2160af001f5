/** The picture as the station last told it, with what the display adds to each track: its trail and its place on the map. */

import { mercatorX, mercatorY } from './mercator.js';

/** @typedef {import('./types').Track} Track */
/** @typedef {import('./types').Conflict} Conflict */

const TRAIL_POINTS = 128;
const TRAIL_STEP_SECONDS = 4;
const LONGEST_GAP_SECONDS = 120;

/** How much a track matters now; the greater is drawn later and labelled first. */
export const Severity = Object.freeze({ none: 0, shown: 1, advisory: 2, alarm: 3, loss: 4, emergency: 5 });

/** One aircraft on the screen. */
export class Target {
  /** @param {Track} track */
  constructor(track) {
    this.track = track;
    this.x = 0;
    this.y = 0;
    /** Ring buffer of where it was: time, mercator x, mercator y. */
    this.trailTime = new Float64Array(TRAIL_POINTS);
    this.trailX = new Float64Array(TRAIL_POINTS);
    this.trailY = new Float64Array(TRAIL_POINTS);
    this.trailCount = 0;
    this.trailNext = 0;
    /** @type {number} a value of `Severity` */
    this.severity = Severity.none;
    /** Whether the officer has acknowledged or inhibited everything it is in. */
    this.quietened = false;
    /** Whether the filters let it through. */
    this.shown = true;
    /** Its label: slot taken (see labels.js), lines, and size in characters. */
    this.slot = -1;
    this.labelStamp = 0;
    this.lineOne = '';
    this.lineTwo = '';
    this.columns = 0;
    this.update(track);
  }

  /** @param {Track} track */
  update(track) {
    this.track = track;
    this.x = mercatorX(track.lon);
    this.y = mercatorY(track.lat);
    const last = (this.trailNext + TRAIL_POINTS - 1) % TRAIL_POINTS;
    if (this.trailCount > 0 && track.time < this.trailTime[last]) this.trailCount = 0;
    if (this.trailCount > 0 && track.time - this.trailTime[last] < TRAIL_STEP_SECONDS) return;
    this.append(track.time, this.x, this.y);
  }

  /** @param {number} time @param {number} x @param {number} y */
  append(time, x, y) {
    this.trailTime[this.trailNext] = time;
    this.trailX[this.trailNext] = x;
    this.trailY[this.trailNext] = y;
    this.trailNext = (this.trailNext + 1) % TRAIL_POINTS;
    this.trailCount = Math.min(this.trailCount + 1, TRAIL_POINTS);
  }

  /**
   * Put the station's own history in place of what was gathered.
   * @param {import('./types').HistoryRow[]} history
   */
  adoptHistory(history) {
    this.trailCount = 0;
    this.trailNext = 0;
    let last = -Infinity;
    for (const [time, lat, lon] of history.slice(-TRAIL_POINTS * TRAIL_STEP_SECONDS)) {
      if (time - last < TRAIL_STEP_SECONDS || time > this.track.time) continue;
      last = time;
      this.append(time, mercatorX(lon), mercatorY(lat));
    }
  }

  /** What people call it. */
  get name() {
    const { track } = this;
    if (track.party && !track.seenHere) return `${track.party} ${(track.pseudonym ?? '').slice(0, 5).toUpperCase()}`;
    return track.callsign || track.id;
  }
}

export class Picture {
  constructor() {
    this.time = 0;
    this.sequence = -1;
    /** @type {import('./types').Replay | null} */
    this.replay = null;
    /** @type {import('./types').Feed[]} */
    this.feeds = [];
    /** @type {Map<string, Target>} */
    this.targets = new Map();
    /**
     * Sorted by time to loss.
     * @type {Conflict[]}
     */
    this.conflicts = [];
    /** @type {import('./types').Emergency[]} */
    this.emergencies = [];
    this.ready = false;
  }

  /**
   * A whole picture. Trails go on where its time does: after a reconnection, and after a short step forward.
   * @param {import('./types').Picture} picture
   */
  replace(picture) {
    const before = this.targets;
    this.targets = new Map();
    const continues = picture.time >= this.time && picture.time - this.time < LONGEST_GAP_SECONDS;
    for (const track of picture.tracks) this.upsert(track, continues ? before.get(track.id) : undefined);
    this.ready = true;
    this.take(picture);
  }

  /** @param {import('./types').Delta} delta */
  apply(delta) {
    for (const track of delta.upserts) this.upsert(track, this.targets.get(track.id));
    for (const id of delta.removed) this.targets.delete(id);
    this.take(delta);
  }

  /** @param {Track} track @param {Target | undefined} known */
  upsert(track, known) {
    if (!Number.isFinite(track.lat) || !Number.isFinite(track.lon)) return;
    if (known) known.update(track);
    this.targets.set(track.id, known ?? new Target(track));
  }

  /** @param {import('./types').Picture | import('./types').Delta} news */
  take(news) {
    this.time = news.time;
    this.sequence = news.sequence;
    this.replay = news.replay ?? null;
    this.feeds = news.feeds;
    this.emergencies = news.emergencies;
    this.conflicts = [...news.conflicts].sort(byTimeToLoss);
    this.rate();
  }

  /** Give every target the severity of the worst that it is in. */
  rate() {
    for (const target of this.targets.values()) {
      target.severity = Severity.none;
      target.quietened = true;
    }
    for (const conflict of this.conflicts) {
      const severity = severityOf(conflict);
      const quiet = isQuietened(conflict);
      for (const id of [conflict.a, conflict.b]) {
        const target = this.targets.get(id);
        if (!target) continue;
        if (severity > target.severity) {
          target.severity = severity;
          target.quietened = quiet;
        } else if (severity === target.severity) target.quietened &&= quiet;
      }
    }
    for (const emergency of this.emergencies) {
      const target = this.targets.get(emergency.id);
      if (!target) continue;
      target.severity = Severity.emergency;
      target.quietened = false;
    }
  }

  /**
   * What to call an aircraft that may be gone.
   * @param {string} id
   */
  nameOf(id) {
    return this.targets.get(id)?.name ?? id;
  }
}

/**
 * How old a position is at picture time, seconds. The station counts `age` alike, but says it only when there is other news of the track.
 * @param {Track} track @param {number} time Unix seconds
 */
export function ageAt(track, time) {
  return Math.max(0, time - track.time);
}

/** @param {Conflict} conflict */
export function severityOf(conflict) {
  if (conflict.together || conflict.level === 'none') return Severity.shown;
  if (conflict.inLoss) return Severity.loss;
  return conflict.level === 'alarm' ? Severity.alarm : Severity.advisory;
}

/** @param {Conflict} conflict */
export function isQuietened(conflict) {
  return Boolean(conflict.acknowledged || conflict.inhibited);
}

/** @param {Conflict} first @param {Conflict} second */
function byTimeToLoss(first, second) {
  return timeToLoss(first) - timeToLoss(second) || severityOf(second) - severityOf(first)
    || first.horizontalMetres - second.horizontalMetres || (first.id < second.id ? -1 : 1);
}

/** @param {Conflict} conflict */
export function timeToLoss(conflict) {
  return conflict.inLoss ? 0 : conflict.secondsToLoss ?? Infinity;
}
