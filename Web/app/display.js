/** The display as a whole: the parts, and what each is told when the picture, the selection or a setting changes. */

import { AircraftLayer } from './aircraft-layer.js';
import { Announcer } from './announcer.js';
import { order } from './api.js';
import { Banners } from './banners.js';
import { Bar } from './bar.js';
import { ConflictLayer } from './conflict-layer.js';
import { ConflictList } from './conflict-list.js';
import { Controls } from './controls.js';
import { DecisionDialog, release } from './decision-dialog.js';
import { problemText } from './dialog.js';
import { byId, write } from './dom.js';
import { EncounterList } from './encounter-list.js';
import { passes } from './filters.js';
import { FiltersForm } from './filters-form.js';
import { Finder } from './finder.js';
import { Fitting } from './fitting.js';
import { Focus } from './focus.js';
import { Freshness } from './freshness.js';
import { GroundLayer } from './ground-layer.js';
import { language, setLanguage, t, translate } from './i18n.js';
import { Interaction } from './interaction.js';
import { LabelLayer, writeLabel } from './label-layer.js';
import { LabelPlacer } from './labels.js';
import { LinePanel } from './line/panel.js';
import { loudspeaker } from './loudspeaker.js';
import { createMap, paintMap, showZones } from './map.js';
import { MeasureLayer } from './measure.js';
import { Overlay } from './overlay.js';
import { Panel } from './panel.js';
import { PerformanceMeter } from './performance.js';
import { Picture } from './picture.js';
import { settings } from './settings.js';
import { Sound } from './sound.js';
import { TargetDialog } from './target-dialog.js';
import { Timeline } from './timeline.js';
import { TogetherDialog } from './together-dialog.js';
import { TrailLayer } from './trail-layer.js';
import { setUnitSystem } from './units.js';

/** Lists and panel are written at most this often, however fast the picture changes. */
const PAGE_MILLISECONDS = 200;
/** How often it is looked whether a tune is due. */
const SOUND_MILLISECONDS = 500;

export class Display {
  constructor() {
    this.picture = new Picture();
    this.focus = new Focus();
    this.meter = new PerformanceMeter();
    /** @type {{rings: {id: string | null, lat: number, lon: number} | null}} */
    this.tools = { rings: null };
    /** @type {import('./types').Config | null} */
    this.config = null;
    /**
     * Zones of agreements, beside those of the rules.
     * @type {import('./types').Volume[]}
     */
    this.agreedZones = [];
    this.shown = 0;
    this.pageDue = false;
    /**
     * The language in which the page stands.
     * @type {import('./i18n.js').Language | null}
     */
    this.written = null;
    this.controls = new Controls(this);

    const { picture, focus } = this;
    const placer = new LabelPlacer();
    this.measure = new MeasureLayer(picture);
    this.ground = new GroundLayer(picture, this.tools);
    this.conflicts = new ConflictLayer(picture, focus, placer);
    this.aircraft = new AircraftLayer(picture, focus);
    this.labels = new LabelLayer(focus, placer);
    this.map = createMap(byId('map'));
    this.overlay = new Overlay(/** @type {HTMLCanvasElement} */ (byId('overlay')), this.map, picture,
      [this.ground, new TrailLayer(picture), this.conflicts, this.aircraft, { draw: (frame) => this.conflicts.drawTexts(frame) }, this.labels, this.measure]);
    this.overlay.onDrawn = (milliseconds) => this.meter.drawn(milliseconds);
    this.map?.once('load', () => this.showZones());
    this.fitting = new Fitting(this.map, picture);
    this.interaction = this.map ? new Interaction(this.map, this.overlay, focus, this.measure) : null;

    /** @param {unknown} problem */
    const complain = (problem) => this.notify(problemText(problem));
    this.bar = new Bar(picture);
    this.banners = new Banners(picture, focus);
    this.announcer = new Announcer(picture, new Sound());
    this.freshness = new Freshness(picture, this.banners, this.announcer);
    this.decisions = new DecisionDialog(picture);
    this.conflictList = new ConflictList(picture, focus, (conflict, act) => {
      if (act === 'release') release(conflict).catch(complain);
      else this.decisions.open(conflict, act);
    });
    this.encounters = new EncounterList(picture, focus);
    this.timeline = new Timeline(picture, complain);
    this.filters = new FiltersForm(picture);
    this.finder = new Finder(picture, (id) => { focus.select(id); this.controls.centre(id); });
    this.targets = new TargetDialog(picture, (done) => this.interaction?.want(done));
    this.together = new TogetherDialog(picture);
    this.line = new LinePanel();
    this.panel = new Panel(picture, focus, {
      centre: (id) => this.controls.centre(id),
      follow: () => this.controls.toggleFollow(),
      refreshTarget: (id) => this.targets.open(id),
      cancelTarget: (id) => order('DELETE', `/api/targets/${encodeURIComponent(id)}`).catch(complain),
      together: (ids) => this.together.open(ids),
      endTogether: (name) => order('DELETE', `/api/together/${encodeURIComponent(name)}`).catch(complain),
      seek: (time) => this.timeline.seek(time),
      tell: (a, b) => this.line.propose(a, b),
      hasLine: () => this.line.store.exists,
    });

    focus.onChange(() => this.turn());
    new ResizeObserver(() => this.measureCover()).observe(byId('map'));
    setInterval(() => this.meter.refresh(this.aircraft.drawn, this.labels.drawn), 1000);
    // Without news too: an alarm that falls silent would mean that it is over.
    setInterval(() => this.announcer.tick(), SOUND_MILLISECONDS);
    loudspeaker.onChange(() => {
      this.bar.refresh(this.shown);
      this.banners.refresh();
      this.announcer.tick();
    });
  }

  /** @param {import('./types').Config} config */
  configure(config) {
    const first = this.config === null;
    this.config = config;
    this.bar.setStation(config.station);
    this.conflictList.lookaheadSeconds = config.lookaheadSeconds;
    this.panel.minima = config.minima;
    this.timeline.minimumMetres = config.minima.horizontalMetres;
    this.ground.volumes = [...config.volumes, ...this.agreedZones];
    const areNew = JSON.stringify(config.volumes) !== JSON.stringify(this.filters.volumes);
    this.filters.volumes = config.volumes;
    this.fitting.isTold ||= Boolean(config.map);
    if (first && config.map) this.map?.jumpTo({ center: [config.map.lon, config.map.lat], zoom: config.map.zoom });
    this.showZones();
    if (first || this.wanted !== language()) {
      this.applySettings();
      return;
    }
    // After a reconnection only what may be new is drawn anew: somebody may be typing.
    if (areNew) this.filters.rebuild();
    this.timeline.drawMarks();
    this.afterNews();
  }

  /** The language in which the page is to be: the officer's, else the station's. */
  get wanted() {
    return settings.language ?? (this.config?.language === 'ru' ? 'ru' : 'en');
  }

  /** Labels keep clear of the tools that lie over the map. */
  measureCover() {
    const room = byId('overlay').getBoundingClientRect();
    this.conflicts.covered = [...document.querySelectorAll('.rail, .cursor')].map((element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left - room.left, top: box.top - room.top, right: box.right - room.left, bottom: box.bottom - room.top };
    });
  }

  showZones() {
    if (this.map && this.config) showZones(this.map, [...this.config.volumes, ...this.agreedZones]);
  }

  /** @param {import('./types').Volume[]} zones */
  setAgreedZones(zones) {
    this.agreedZones = zones;
    this.fitting.setZones(zones);
    this.ground.volumes = [...(this.config?.volumes ?? []), ...zones];
    this.showZones();
    this.overlay.invalidate();
  }

  /**
   * A whole picture.
   * @param {import('./types').Picture} picture @param {boolean} reset
   */
  receivePicture(picture, reset) {
    const first = !this.picture.ready;
    this.picture.replace(picture);
    this.meter.arrived(picture.sent);
    this.timeline.arrived();
    if (first || !reset) {
      void this.timeline.load();
      void this.line.store.load();
    }
    this.encounters.loadSoon();
    if (reset) this.panel.askAnew();
    this.afterNews();
  }

  /** @param {import('./types').Delta} delta */
  receiveDelta(delta) {
    this.picture.apply(delta);
    this.encounters.take(delta.encounters);
    if (this.focus.encounter?.open) {
      const { a, b, start } = this.focus.encounter;
      this.focus.encounter = delta.encounters.find((one) => one.a === a && one.b === b && one.start === start) ?? this.focus.encounter;
    }
    this.meter.arrived(delta.sent);
    this.afterNews();
  }

  afterNews() {
    this.filter();
    for (const target of this.picture.targets.values()) writeLabel(target, this.picture.time);
    this.fitting.fit();
    const { selection, following } = this.focus;
    if (following && selection) this.controls.centre(selection.a, false);
    this.overlay.invalidate();
    this.pageSoon();
  }

  /** Decide what is shown. */
  filter() {
    const zone = this.config?.volumes.find((volume) => volume.name === settings.zone) ?? null;
    const { selection } = this.focus;
    this.shown = 0;
    for (const target of this.picture.targets.values()) {
      const { id } = target.track;
      target.shown = passes(target, settings, zone) || selection?.a === id || selection?.b === id;
      if (target.shown) this.shown++;
    }
  }

  pageSoon() {
    if (this.pageDue) return;
    this.pageDue = true;
    setTimeout(() => {
      this.pageDue = false;
      this.refreshPage();
    }, PAGE_MILLISECONDS);
  }

  refreshPage() {
    this.bar.refresh(this.shown);
    this.banners.refresh();
    this.conflictList.refresh();
    this.encounters.refresh(false);
    this.timeline.refresh();
    this.panel.refresh();
    this.announcer.refresh();
  }

  /** The selection changed. */
  turn() {
    this.filter();
    this.announcer.look(this.focus.selection);
    this.panel.turn();
    this.conflictList.refresh();
    this.encounters.refresh();
    this.overlay.invalidate();
  }

  /** Language, units, style or filters changed. */
  applySettings() {
    const isTranslated = this.written === this.wanted;
    this.written = this.wanted;
    setLanguage(this.wanted);
    setUnitSystem(settings.units);
    if (settings.sound) loudspeaker.open();
    document.documentElement.lang = this.wanted;
    document.documentElement.dataset.style = settings.style;
    translate(document);
    write(byId('map-problem'), t(window.maplibregl ? 'app.noWebGL' : 'app.noVendor'));
    byId('map-problem').hidden = this.map !== null;
    this.ground.ringKey = '';
    this.conflicts.slots.clear();
    if (this.map?.getSource('zones')) {
      paintMap(this.map);
      this.showZones();
    }
    this.filter();
    for (const target of this.picture.targets.values()) writeLabel(target, this.picture.time);
    this.timeline.drawMarks();
    this.filters.rebuild();
    this.encounters.refresh();
    this.interaction?.refresh();
    this.meter.refresh(this.aircraft.drawn, this.labels.drawn);
    // It makes the fields of a message anew, which somebody may be typing.
    if (!isTranslated) this.line.applySettings();
    this.overlay.invalidate();
    this.refreshPage();
    this.measureCover();
  }

  /** @param {string} text */
  notify(text) {
    const hint = byId('hint');
    write(hint, text);
    hint.hidden = false;
    byId('notices').textContent = text;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => this.interaction?.refresh(), 6000);
  }
}
