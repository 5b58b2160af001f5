/** The panel of what is selected: facts, what can be done, and plots that are kept up with the picture. */

import { get } from './api.js';
import { shortName } from './bar.js';
import { button, byId, make, mark, reconcile, write } from './dom.js';
import { aircraftFacts, encounterFacts, pairFacts } from './facts.js';
import { t } from './i18n.js';
import { lossesIn, rangeForecast, verticalForecast } from './pair.js';
import { Plot } from './plots.js';
import { METRES_PER_FOOT, METRES_PER_NM, distance, distanceUnit, level, speed, unitSystem, verticalDistance } from './units.js';

const LIVE_WINDOW_SECONDS = 1200;
const AROUND_ENCOUNTER_SECONDS = 180;
const REFRESH_MILLISECONDS = 2000;

/**
 * @typedef {object} PanelActions
 * @property {(id: string) => void} centre @property {() => void} follow
 * @property {(id: string) => void} refreshTarget @property {(id: string) => void} cancelTarget
 * @property {(ids: string[]) => void} together @property {(name: string) => void} endTogether
 * @property {(time: number) => void} seek
 * @property {(a: string, b: string) => Promise<void>} tell @property {() => boolean} hasLine
 */

export class Panel {
  /** @param {import('./picture.js').Picture} picture @param {import('./focus.js').Focus} focus @param {PanelActions} actions */
  constructor(picture, focus, actions) {
    this.picture = picture;
    this.focus = focus;
    this.actions = actions;
    /** @type {import('./types').Minima} */
    this.minima = { horizontalMetres: 9260, verticalFeet: 1000 };
    /** @type {Plot[]} */
    this.plots = [];
    /** @type {AbortController | null} */
    this.asking = null;
    this.askedAt = -Infinity;
    this.askedTime = -Infinity;
    this.shownFor = '';
    byId('panel-close').addEventListener('click', () => focus.select(null));
  }

  /** The selection changed. */
  turn() {
    this.askAnew();
    this.data = null;
    byId('panel-plots').replaceChildren();
    this.plots = [];
    this.refresh();
  }

  /** The picture jumped: what was asked for belongs to another time. */
  askAnew() {
    this.asking?.abort();
    this.asking = null;
    this.askedAt = -Infinity;
    this.askedTime = -Infinity;
  }

  refresh() {
    const { selection, encounter } = this.focus;
    byId('panel-empty').hidden = selection !== null;
    byId('panel-close').hidden = selection === null;
    if (!selection) {
      write(byId('panel-name'), '');
      this.showFacts([]);
      byId('panel-actions').replaceChildren();
      this.shownFor = '';
      return;
    }
    const { picture } = this;
    const a = picture.targets.get(selection.a)?.track;
    if (selection.b === null) {
      write(byId('panel-name'), picture.nameOf(selection.a));
      const feed = picture.feeds.find((candidate) => candidate.id === a?.feed);
      this.showFacts(a ? aircraftFacts(a, picture.time, feed ? shortName(feed.name) : a.feed) : [{ name: '', value: t('panel.gone'), tone: 'warn' }]);
    } else {
      const { b } = selection;
      const conflict = this.conflict();
      write(byId('panel-name'), `${encounter?.callsignA || picture.nameOf(selection.a)}  ${encounter?.callsignB || picture.nameOf(b)}`);
      const facts = pairFacts(a, picture.targets.get(b)?.track, conflict, conflict?.minima ?? this.minima);
      this.showFacts(encounter ? [...encounterFacts(encounter), ...facts] : facts);
    }
    this.showActions();
    if (this.data) this.draw();
    void this.ask();
  }

  conflict() {
    const { selection } = this.focus;
    return selection?.b ? this.picture.conflicts.find((conflict) => this.focus.isPair(conflict.a, conflict.b)) : undefined;
  }

  /** @param {import('./facts.js').Fact[]} facts */
  showFacts(facts) {
    const cells = facts.flatMap((fact, index) => [
      { key: `n${index}`, tag: /** @type {'dt' | 'dd'} */ ('dt'), text: fact.name, tone: '' },
      { key: `v${index}`, tag: /** @type {'dt' | 'dd'} */ ('dd'), text: fact.value, tone: fact.tone ?? '' },
    ]);
    reconcile(byId('panel-facts'), cells, (cell) => cell.key, (cell) => make(cell.tag), (element, cell) => {
      write(element, cell.text);
      mark(element, 'class', cell.tone || null);
    });
  }

  /** The buttons, made anew only when they would differ. */
  showActions() {
    const { selection, encounter, following } = this.focus;
    if (!selection) return;
    const track = this.picture.targets.get(selection.a)?.track;
    const state = [selection.a, selection.b, following, track?.together, Boolean(track), track?.manual ? 1 : 0, encounter?.start,
      Boolean(this.picture.replay), this.actions.hasLine(), t('panel.centre')].join(' ');
    if (state === this.shownFor) return;
    this.shownFor = state;
    const row = byId('panel-actions');
    row.replaceChildren();
    /** @param {string} text @param {() => void} action */
    const add = (text, action) => row.append(button('text-button', text, action));
    if (track) {
      add(t('panel.centre'), () => this.actions.centre(selection.a));
      const follow = button('text-button quiet', t('panel.follow'), () => this.actions.follow());
      follow.setAttribute('aria-pressed', String(following));
      if (selection.b === null) row.append(follow);
    }
    if (encounter && this.picture.replay) add(t('encounters.goTo'), () => this.actions.seek(encounter.start - 60));
    if (track?.manual) {
      add(t('panel.refresh'), () => this.actions.refreshTarget(selection.a));
      add(t('panel.cancelTarget'), () => this.actions.cancelTarget(selection.a));
    }
    const { b } = selection;
    if (b !== null && this.actions.hasLine()) add(t('line.propose'), () => void this.actions.tell(selection.a, b));
    if (b !== null) add(t('panel.declare'), () => this.actions.together([selection.a, b]));
    if (track?.together) add(`${t('panel.endTogether')}: ${track.together}`, () => this.actions.endTogether(/** @type {string} */ (track.together)));
  }

  /** Fetch the series behind the plots, not more often than is of use. */
  async ask() {
    const { selection, encounter } = this.focus;
    const now = performance.now();
    if (!selection || this.asking || now - this.askedAt < REFRESH_MILLISECONDS) return;
    if (this.data && Math.abs(this.picture.time - this.askedTime) < 1) return;
    this.askedAt = now;
    this.askedTime = this.picture.time;
    const asking = new AbortController();
    this.asking = asking;
    // One that stays open for hours is shown as far back as anything else.
    const lately = this.picture.time - LIVE_WINDOW_SECONDS;
    const start = encounter ? encounter.start - AROUND_ENCOUNTER_SECONDS : lately;
    const from = encounter?.open ? Math.max(start, lately) : start;
    const to = encounter && !encounter.open ? encounter.end + AROUND_ENCOUNTER_SECONDS : this.picture.time;
    const range = `from=${Math.floor(from)}&to=${Math.ceil(to)}`;
    const path = selection.b === null ? `/api/tracks/${encodeURIComponent(selection.a)}?${range}`
      : `/api/pairs/${encodeURIComponent(selection.a)}/${encodeURIComponent(selection.b)}?${range}`;
    try {
      const answer = await get(path, asking.signal);
      if (this.asking !== asking) return;
      this.data = answer;
      if (selection.b === null) this.picture.targets.get(selection.a)?.adoptHistory(answer.history);
      this.draw();
    } catch {
      // No history: the plots say so, or keep what they have.
    } finally {
      if (this.asking === asking) this.asking = null;
    }
  }

  draw() {
    const { selection } = this.focus;
    if (!selection || !this.data) return;
    const container = byId('panel-plots');
    while (this.plots.length < 2) this.plots.push(new Plot(container));
    const [upper, lower] = selection.b === null ? this.aircraftPlots() : this.pairPlots();
    this.plots[0].show(upper);
    this.plots[1].show(lower);
  }

  /** @returns {import('./plots.js').PlotContent[]} */
  aircraftPlots() {
    /** @type {import('./types').HistoryRow[]} */
    const history = this.data.history;
    const common = { range: this.timeRange(history.map((row) => row[0]), 0), minimum: null, fromZero: false, now: this.picture.time, losses: [], forecast: [] };
    const metric = unitSystem() === 'metric';
    return [
      { ...common, title: `${t('plot.level')}, ${t(metric ? 'unit.m' : 'unit.FL').trim()}`, rows: history.map((row) => [row[0], row[3]]), unit: metric ? 1 / METRES_PER_FOOT : 100, format: level },
      { ...common, title: `${t('plot.speed')}, ${t(metric ? 'unit.kmh' : 'unit.kt')}`, rows: history.map((row) => [row[0], row[4]]), unit: metric ? 1 / 3.6 : METRES_PER_NM / 3600, format: speed },
    ];
  }

  /** @returns {import('./plots.js').PlotContent[]} */
  pairPlots() {
    /** @type {import('./types').PairRow[]} */
    const series = this.data.series;
    const conflict = this.conflict();
    const minima = conflict?.minima ?? this.data.minima ?? this.minima;
    const past = Boolean(this.focus.encounter && !this.focus.encounter.open);
    const metric = unitSystem() === 'metric';
    /** @type {[number, number][]} */
    const forecast = conflict && !past ? rangeForecast(conflict, this.picture.time) : [];
    /** @type {[number, number][]} */
    const none = [];
    const common = {
      range: this.timeRange(series.map((row) => row[0]), forecast.length > 0 ? conflict?.secondsToCPA ?? 0 : 0),
      fromZero: true, now: this.picture.time, losses: lossesIn(series, minima),
    };
    return [
      { ...common, title: `${t('plot.range')}, ${distanceUnit(5, 0)}`, rows: series.map((row) => [row[0], row[1]]), minimum: minima.horizontalMetres, unit: metric ? 1000 : METRES_PER_NM, format: distance, forecast },
      { ...common, title: `${t('plot.vertical')}, ${t(metric ? 'unit.m' : 'unit.ft')}`, rows: series.map((row) => [row[0], row[2]]), minimum: minima.verticalFeet, unit: metric ? 1 / METRES_PER_FOOT : 1, format: verticalDistance, forecast: conflict && !past ? verticalForecast(conflict, this.picture.time) : none },
    ];
  }

  /** @param {number[]} times @param {number} ahead seconds @returns {[number, number]} */
  timeRange(times, ahead) {
    const { encounter } = this.focus;
    if (encounter && !encounter.open) return [encounter.start - AROUND_ENCOUNTER_SECONDS, encounter.end + AROUND_ENCOUNTER_SECONDS];
    const end = this.picture.time;
    return [Math.min(end - 120, Math.max(times[0] ?? end, end - LIVE_WINDOW_SECONDS)), end + ahead];
  }
}
