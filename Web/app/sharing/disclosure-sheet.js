/** “As EAST sees us”: exactly what a party is told, beside what we see, drawn to one scale. */

import { get } from '../api.js';
import { make } from '../dom.js';
import { language, number, t } from '../i18n.js';
import { METRES_PER_NM, distance, level, verticalDistance } from '../units.js';
import { Sheet } from './sheet.js';
import { named, s } from './words.js';

/** @typedef {import('./types').DisclosureRow} Row */

const REFRESH_MILLISECONDS = 1000;
const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 420;
const HEIGHT = 320;
const MINUTES_PER_DEGREE = 60;

export class DisclosureSheet {
  constructor() {
    this.sheet = new Sheet('disclosure-sheet', 'wide');
    this.peer = '';
    this.note = make('p', 'note');
    this.maps = make('div', 'disclosure-maps');
    this.table = make('table', 'disclosure-table');
    this.sheet.body.append(this.note, this.maps, this.table);
    this.isLoading = false;
    setInterval(() => { if (this.sheet.isOpen && !this.isLoading) void this.load(); }, REFRESH_MILLISECONDS);
  }

  /** @param {string} peer */
  open(peer) {
    this.peer = peer;
    this.maps.replaceChildren();
    this.table.replaceChildren();
    this.note.textContent = s('disclosure.note', { peer });
    this.sheet.open(s('disclosure.title', { peer }));
    void this.load();
  }

  async load() {
    const { peer } = this;
    this.isLoading = true;
    await this.sheet.attempt(async () => {
      const answer = await get(`/api/disclosure/${encodeURIComponent(peer)}`);
      if (peer === this.peer) this.show(answer.rows);
    });
    this.isLoading = false;
  }

  /** @param {Row[]} rows */
  show(rows) {
    const { peer } = this;
    this.note.textContent = rows.length === 0 ? s('disclosure.none', { peer }) : s('disclosure.note', { peer });
    const frame = frameOf(rows);
    this.maps.replaceChildren(drawing(s('disclosure.ours'), rows, frame, false), drawing(s('disclosure.theirs', { peer }), rows, frame, true));
    const head = make('tr');
    for (const key of /** @type {const} */ (['aircraft', 'told', 'place', 'level', 'precision', 'rule'])) head.append(make('th', '', s(`disclosure.${key}`)));
    this.table.replaceChildren(head, ...rows.map((row) => line(row)));
  }
}

/**
 * How exactly and how late it is told.
 * @param {NonNullable<Row['told']>} told
 */
function precisionText(told) {
  const late = Math.round(told.delaySeconds + told.timeGridSeconds / 2);
  return `±${distance((told.gridNM / 2) * METRES_PER_NM, 2)} ±${verticalDistance(told.levelGridFt / 2)} +${t('unit.seconds', { count: late })}`;
}

/**
 * Whether we see it now: one that has landed or fallen silent may still be with the peer.
 * @param {Row['own']} own @returns {own is Row['own'] & { lat: number, lon: number }}
 */
function isSeen(own) {
  return own.lat !== undefined && own.lon !== undefined;
}

/** @param {Row} row */
function line(row) {
  const tr = make('tr');
  tr.dataset.aircraft = row.own.id;
  const { told } = row;
  const cells = told ? [
    told.track, `${number(told.lat, 3)} ${number(told.lon, 3)}`, level(told.levelFt), precisionText(told),
    told.rule + (told.emergency ? ` · ${told.emergency}` : ''),
  ] : [s('disclosure.nothing'), '', '', '', named('withheld', row.withheld ?? 'no-rule')];
  const name = row.own.callsign || row.own.id;
  tr.append(make('td', '', isSeen(row.own) ? name : s('disclosure.gone', { aircraft: name })), ...cells.map((text) => make('td', '', text)));
  return tr;
}

/**
 * The box around all, in degrees, with the scale of a chart.
 * @param {Row[]} rows
 */
function frameOf(rows) {
  let south = 90, north = -90, west = 180, east = -180;
  for (const { own, told } of rows) {
    for (const place of [...(isSeen(own) ? [own] : []), ...(told ? [told] : [])]) {
      south = Math.min(south, place.lat);
      north = Math.max(north, place.lat);
      west = Math.min(west, place.lon);
      east = Math.max(east, place.lon);
    }
  }
  if (south > north) return { lat: 0, lon: 0, scale: 1, shrink: 1 };
  const shrink = Math.max(0.05, Math.cos(((south + north) / 2) * Math.PI / 180));
  const scale = Math.min((HEIGHT - 40) / Math.max(north - south, 0.02), (WIDTH - 40) / Math.max((east - west) * shrink, 0.02));
  return { lat: (south + north) / 2, lon: (west + east) / 2, scale, shrink };
}

/** @param {string} title @param {Row[]} rows @param {ReturnType<typeof frameOf>} frame @param {boolean} isTold */
function drawing(title, rows, frame, isTold) {
  const figure = make('figure');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  svg.setAttribute('lang', language());
  const x = (/** @type {number} */ lon) => WIDTH / 2 + (lon - frame.lon) * frame.shrink * frame.scale;
  const y = (/** @type {number} */ lat) => HEIGHT / 2 - (lat - frame.lat) * frame.scale;
  /** @param {string} name @param {Record<string, string | number>} attributes */
  const add = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    svg.append(element);
    return element;
  };
  for (const { own, told } of rows) {
    const place = isTold ? told : isSeen(own) ? own : undefined;
    if (!place) continue;
    if (isTold && told && told.gridNM > 0) {
      const half = (told.gridNM / 2 / MINUTES_PER_DEGREE) * frame.scale;
      add('rect', { x: x(told.lon) - half, y: y(told.lat) - half, width: 2 * half, height: 2 * half, class: 'cell' });
    }
    add('circle', { cx: x(place.lon), cy: y(place.lat), r: isTold ? 2.5 : 3, class: isTold ? 'told' : 'own' });
    if (place.trackDegrees !== undefined) {
      const angle = place.trackDegrees * Math.PI / 180;
      add('line', { x1: x(place.lon), y1: y(place.lat), x2: x(place.lon) + 12 * Math.sin(angle), y2: y(place.lat) - 12 * Math.cos(angle), class: isTold ? 'told' : 'own' });
    }
    add('text', { x: x(place.lon) + 5, y: y(place.lat) - 5 }).textContent = isTold && told ? told.track.slice(0, 5).toUpperCase() : own.callsign || own.id;
  }
  figure.append(make('figcaption', '', title), svg);
  return figure;
}
