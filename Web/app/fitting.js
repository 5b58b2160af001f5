/** Where the map looks when nobody has said so: at what there is, and no longer once a person has moved it. */

import { fitPlaces } from './map.js';

/** The rest of the traffic comes in within this time: then it is fitted once more. */
const SECOND_FIT_MILLISECONDS = 6000;
const MOST_FITS = 2;
const BEGINNING_MILLISECONDS = 20_000;

export class Fitting {
  /**
   * @param {maplibregl.Map | null} map
   * @param {import('./picture.js').Picture} picture
   */
  constructor(map, picture) {
    this.map = map;
    this.picture = picture;
    /**
     * Whether somebody, or the station, says where to look.
     * @type {boolean}
     */
    this.isTold = false;
    /** @type {import('./types').Volume[]} */
    this.zones = [];
    this.fits = 0;
    this.firstAt = Infinity;
    this.fittedAt = -Infinity;
    this.exercise = '';
    map?.on('movestart', (event) => { this.isTold ||= event.originalEvent !== undefined; });
    document.addEventListener('station:exercise', (event) => this.take(/** @type {CustomEvent} */ (event).detail.run));
  }

  /**
   * An exercise that begins is looked at anew: its panel covers a part of the map.
   * @param {{id: string, phase: string} | undefined} run
   */
  take(run) {
    if (run?.phase !== 'flying' || run.id === this.exercise) return;
    this.exercise = run.id;
    this.again();
  }

  /**
   * Which zones agreements have. They come later than the first traffic; long after it a zone moves no map.
   * @param {import('./types').Volume[]} zones
   */
  setZones(zones) {
    this.zones = zones;
    if (performance.now() - this.firstAt < BEGINNING_MILLISECONDS) this.again();
  }

  /** Fit once more with what comes next. */
  again() {
    this.fits = Math.min(this.fits, MOST_FITS - 1);
    this.fittedAt = -Infinity;
  }

  /** Look at the traffic and the active zones of agreements, if that is due. */
  fit() {
    const { map, picture } = this;
    if (!map || this.isTold || this.fits >= MOST_FITS || picture.targets.size === 0) return;
    if (performance.now() - this.fittedAt < SECOND_FIT_MILLISECONDS) return;
    this.fits++;
    this.fittedAt = performance.now();
    this.firstAt = Math.min(this.firstAt, this.fittedAt);
    const zones = this.zones.flatMap((zone) => (zone.active && zone.outline.type === 'polygon' ? zone.outline.points : []));
    this.look(picture.targets.values(), zones);
  }

  /**
   * Look at aircraft, and at places beside them.
   * @param {Iterable<import('./picture.js').Target>} targets @param {import('./types').LonLat[]} [places]
   */
  look(targets, places = []) {
    if (!this.map) return;
    const panel = document.querySelector('#exercise:not([hidden])');
    const all = [...targets].map(({ track }) => /** @type {import('./types').LonLat} */ ([track.lon, track.lat]));
    fitPlaces(this.map, [...all, ...places], panel ? panel.getBoundingClientRect().width : 0);
  }
}
