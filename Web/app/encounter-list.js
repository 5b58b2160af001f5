/** The list of past encounters, the latest first, as the station keeps them. */

import { get } from './api.js';
import { byId, make, reconcile, write } from './dom.js';
import { t, term } from './i18n.js';
import { clock, distance, span, verticalDistance } from './units.js';

/** @typedef {import('./types').Encounter} Encounter */

const PAGE = 100;
const MOST = 1000;
const LOAD_MILLISECONDS = 400;

export class EncounterList {
  /** @param {import('./picture.js').Picture} picture @param {import('./focus.js').Focus} focus */
  constructor(picture, focus) {
    this.picture = picture;
    this.focus = focus;
    /** @type {Map<string, Encounter>} */
    this.known = new Map();
    /** @type {string | null} */
    this.next = null;
    this.dirty = true;
    byId('encounters-more').addEventListener('click', () => void this.load(this.next));
  }

  /**
   * Ask the station anew, from the latest on; older pages when asked for.
   * @param {string | null} cursor
   */
  async load(cursor) {
    try {
      // A recording may have been measured ahead: what has not happened yet is on the time line, not here.
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (this.picture.replay) query.set('from', String(Math.floor(this.picture.replay.start)));
      if (this.picture.replay) query.set('to', String(Math.ceil(this.picture.time)));
      if (cursor !== null) query.set('cursor', cursor);
      const answer = await get(`/api/encounters?${query}`);
      if (cursor === null) this.known.clear();
      this.next = answer.next ?? null;
      this.take(answer.encounters);
      this.refresh();
    } catch {
      // The list stays as it is; what changes arrives with the stream.
    }
  }

  /** After a seek, or several in a row: once it is quiet. */
  loadSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(null), LOAD_MILLISECONDS);
  }

  /** @param {Encounter[]} encounters */
  take(encounters) {
    for (const encounter of encounters) this.known.set(keyOf(encounter), encounter);
    this.dirty ||= encounters.length > 0;
    // A page stays open for weeks: what is older than the list is long is forgotten; the station has it.
    if (this.known.size <= MOST + PAGE) return;
    for (const encounter of [...this.known.values()].sort(latestFirst).slice(MOST)) this.known.delete(keyOf(encounter));
  }

  refresh(force = true) {
    if (!force && !this.dirty) return;
    this.dirty = false;
    const now = this.picture.replay ? this.picture.time : Infinity;
    const rows = [...this.known.values()].filter((encounter) => encounter.start <= now).sort(latestFirst).slice(0, MOST);
    reconcile(byId('encounters'), rows, keyOf, (encounter) => this.create(encounter), (row, encounter) => this.update(row, encounter));
    byId('encounters-none').hidden = rows.length > 0;
    byId('encounters').hidden = rows.length === 0;
    const isFull = rows.length === MOST;
    byId('encounters-more').hidden = this.next === null || isFull;
    write(byId('encounter-count'), rows.length > 0 ? `${rows.length}${this.next === null && !isFull ? '' : '+'}` : '');
  }

  /** @param {Encounter} encounter @returns {HTMLElement} */
  create(encounter) {
    const key = keyOf(encounter);
    const row = make('li', 'row');
    const main = make('button', 'row-main');
    main.type = 'button';
    main.append(make('span', 'row-who'), make('span', 'row-when'), make('span', 'row-what'));
    main.addEventListener('click', () => {
      const now = this.known.get(key);
      if (now) this.focus.select(now.a, now.b, now);
    });
    row.append(main);
    return row;
  }

  /** @param {HTMLElement} row @param {Encounter} encounter */
  update(row, encounter) {
    const [who, when, what] = row.children[0].children;
    const chosen = this.focus.encounter;
    row.classList.toggle('selected', chosen !== null && keyOf(chosen) === keyOf(encounter));
    write(who, `${encounter.callsignA || encounter.a}  ${encounter.callsignB || encounter.b}`);
    write(when, encounter.open ? t('encounters.open') : clock(encounter.start));
    const parts = [
      `${distance(encounter.minHorizontalMetres)} ${verticalDistance(encounter.verticalFeetAtMinHorizontal)}`,
      t('encounters.lossSeconds', { time: span(encounter.lossSeconds) }),
      ...encounter.quality.map((flag) => term('quality', flag)),
    ];
    write(what, parts.join(' · '));
  }
}

/** @param {Encounter} first @param {Encounter} second */
function latestFirst(first, second) {
  return second.start - first.start || (first.a < second.a ? -1 : 1);
}

/** @param {Encounter} encounter */
export function keyOf(encounter) {
  return `${encounter.a}|${encounter.b}|${encounter.start}`;
}
