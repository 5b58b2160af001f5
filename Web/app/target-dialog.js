/** A target that does not broadcast, entered by hand: by its place, or by bearing and range from an aircraft or a place. */

import { order } from './api.js';
import { Dialog } from './dialog.js';
import { byId } from './dom.js';
import { t, term } from './i18n.js';
import { toMGRS } from './mgrs.js';
import { parsePlace } from './place-text.js';
import { change, settings } from './settings.js';
import { KNOTS_PER_MPS, distanceUnit, distanceUnitMetres, levelFromText, numberFromText, shortLevel, shortSpeed, unitSystem } from './units.js';

const CLASSES = ['unknown', 'airliner', 'fighter', 'helicopter', 'drone'];
const DEFAULT_ERROR_UNITS = 1;

export class TargetDialog {
  /**
   * @param {import('./picture.js').Picture} picture
   * @param {(done: (place: {lat: number, lon: number, id: string | null}) => void) => void} pick let the person click on the map
   */
  constructor(picture, pick) {
    this.picture = picture;
    /**
     * The target that is being refreshed; null for a new one.
     * @type {string | null}
     */
    this.refreshed = null;
    this.dialog = new Dialog('target-dialog', () => this.send());
    for (const way of this.ways()) way.addEventListener('change', () => this.showWay());
    byId('target-pick').addEventListener('click', () => {
      this.dialog.close();
      pick((place) => {
        const from = this.isPolar() && place.id !== null ? this.picture.targets.get(place.id) : undefined;
        this.field('place').value = from ? from.name : toMGRS(place.lat, place.lon);
        this.dialog.open(this.isPolar() ? this.field('bearing') : this.field('level'));
      });
    });
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (byId(`target-${name}`));
  }

  ways() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.dialog.element.querySelectorAll('[name="target-way"]'));
  }

  isPolar() {
    return [...this.ways()].some((way) => way.checked && way.value === 'bearing');
  }

  showWay() {
    byId('target-polar').hidden = !this.isPolar();
    byId('target-place-name').textContent = t(this.isPolar() ? 'target.origin' : 'target.place');
    this.field('bearing').required = this.isPolar();
    this.field('range').required = this.isPolar();
  }

  /** @param {string | null} [id] of a target to refresh @param {{lat: number, lon: number} | null} [place] under the cursor */
  open(id = null, place = null) {
    const known = id === null ? undefined : this.picture.targets.get(id)?.track;
    this.refreshed = known ? id : null;
    byId('target-title').textContent = t(known ? 'target.refreshTitle' : 'target.title');
    byId('target-submit').textContent = t(known ? 'target.refresh' : 'target.submit');
    const units = { distance: distanceUnit(5, 0), level: t(unitSystem() === 'metric' ? 'unit.m' : 'unit.FL'), speed: t(unitSystem() === 'metric' ? 'unit.kmh' : 'unit.kt') };
    for (const slot of /** @type {NodeListOf<HTMLElement>} */ (this.dialog.element.querySelectorAll('[data-unit]'))) {
      slot.textContent = units[/** @type {keyof typeof units} */ (slot.dataset.unit)];
    }
    byId('target-class').replaceChildren(...CLASSES.map((name) => new Option(term('class', name), name)));
    const start = known ?? place;
    this.field('place').value = start ? toMGRS(start.lat, start.lon) : '';
    for (const name of ['bearing', 'range']) this.field(name).value = '';
    this.field('level').value = typeof known?.altFt === 'number' ? shortLevel(known.altFt).replace(/\s/g, '') : '';
    this.field('track').value = typeof known?.trk === 'number' ? String(Math.round(known.trk)) : '';
    this.field('speed').value = typeof known?.gs === 'number' ? shortSpeed(known.gs) : '';
    this.field('callsign').value = known?.callsign ?? '';
    this.field('class').value = known?.class ?? 'unknown';
    this.field('error').value = String(DEFAULT_ERROR_UNITS);
    this.field('source').value = known?.manual?.source ?? settings.officer;
    this.field('by').value = settings.officer;
    for (const way of this.ways()) way.checked = way.value === 'place';
    this.showWay();
    this.dialog.open(this.field('place'));
  }

  async send() {
    const speed = numberFromText(this.field('speed').value);
    const by = this.field('by').value.trim();
    const body = {
      ...this.placePart(),
      callsign: this.field('callsign').value.trim().toUpperCase() || null,
      class: this.field('class').value,
      altFt: levelFromText(this.field('level').value),
      trk: numberFromText(this.field('track').value),
      gs: speed === null ? null : speed / (unitSystem() === 'metric' ? 3.6 : KNOTS_PER_MPS),
      source: this.field('source').value.trim(),
      by,
      errorMetres: (numberFromText(this.field('error').value) ?? DEFAULT_ERROR_UNITS) * distanceUnitMetres(),
    };
    if (this.refreshed === null) await order('POST', '/api/targets', body);
    else await order('PUT', `/api/targets/${encodeURIComponent(this.refreshed)}`, body);
    change({ officer: by });
  }

  /** Where it is, in one of the three ways that the station takes. */
  placePart() {
    const text = this.field('place').value;
    if (!this.isPolar()) {
      const place = parsePlace(text);
      if (!place) throw new Error(t('target.badPlace'));
      return place;
    }
    const polar = {
      bearing: numberFromText(this.field('bearing').value) ?? 0,
      rangeMetres: (numberFromText(this.field('range').value) ?? 0) * distanceUnitMetres(),
    };
    const name = text.trim().toUpperCase();
    for (const target of this.picture.targets.values()) {
      if (target.name.toUpperCase() === name || target.track.id.toUpperCase() === name) return { fromTrack: target.track.id, ...polar };
    }
    const from = parsePlace(text);
    if (!from) throw new Error(t('target.badOrigin'));
    return { from, ...polar };
  }
}
