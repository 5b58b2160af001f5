/** The pointer on the map: what it points at, what a click means, where it is. */

import { byId, write } from './dom.js';
import { t } from './i18n.js';
import { toMGRS } from './mgrs.js';
import { wrapLongitude } from './geodesy.js';
import { place } from './units.js';

/** @typedef {{id: string | null, lat: number, lon: number}} Picked */

export class Interaction {
  /**
   * @param {maplibregl.Map} map @param {import('./overlay.js').Overlay} overlay
   * @param {import('./focus.js').Focus} focus @param {import('./measure.js').MeasureLayer} measure
   */
  constructor(map, overlay, focus, measure) {
    this.map = map;
    this.overlay = overlay;
    this.focus = focus;
    this.measure = measure;
    /** @type {Picked | null} */
    this.cursor = null;
    /**
     * Waiting for a click that says a place.
     * @type {((place: Picked) => void) | null}
     */
    this.wanted = null;
    map.on('mousemove', (event) => this.move(event));
    map.on('mouseout', () => this.leave());
    map.on('click', (event) => this.click(event));
    map.on('dragstart', () => { focus.following = false; });
    this.refresh();
  }

  /** @param {maplibregl.MapMouseEvent} event @returns {Picked} */
  picked(event) {
    const target = this.overlay.pick(event.point.x, event.point.y);
    return target ? { id: target.track.id, lat: target.track.lat, lon: target.track.lon }
      : { id: null, lat: event.lngLat.lat, lon: wrapLongitude(event.lngLat.lng) };
  }

  /** @param {maplibregl.MapMouseEvent} event */
  move(event) {
    const picked = this.picked(event);
    this.cursor = { id: picked.id, lat: event.lngLat.lat, lon: wrapLongitude(event.lngLat.lng) };
    const changed = this.focus.hovered !== picked.id;
    this.focus.hovered = picked.id;
    byId('map').parentElement?.classList.toggle('on-target', picked.id !== null);
    if (this.measure.active) this.measure.moving = picked;
    if (changed || (this.measure.active && this.measure.first && !this.measure.second)) this.overlay.invalidate();
    this.refresh();
  }

  leave() {
    this.cursor = null;
    if (this.focus.hovered !== null) {
      this.focus.hovered = null;
      this.overlay.invalidate();
    }
    this.refresh();
  }

  /** @param {maplibregl.MapMouseEvent} event */
  click(event) {
    const picked = this.picked(event);
    if (this.wanted) {
      const { wanted } = this;
      this.want(null);
      wanted(picked);
    } else if (this.measure.active) {
      this.measure.click(picked);
      this.refresh();
    } else if (picked.id === null) this.focus.select(null);
    else if (event.originalEvent.shiftKey) this.focus.extend(picked.id);
    else this.focus.select(picked.id);
    this.overlay.invalidate();
  }

  /** @param {((place: Picked) => void) | null} wanted */
  want(wanted) {
    this.wanted = wanted;
    this.refresh();
  }

  /** @param {boolean} [active] */
  toggleMeasure(active = !this.measure.active) {
    if (active) this.measure.start();
    else this.measure.stop();
    byId('measure').setAttribute('aria-pressed', String(active));
    this.overlay.invalidate();
    this.refresh();
  }

  refresh() {
    const hint = byId('hint');
    const text = this.wanted ? t('pick.hint') : !this.measure.active ? '' : !this.measure.first ? t('measure.hint') : this.measure.second ? '' : t('measure.second');
    hint.hidden = text === '';
    write(hint, text);
    byId('map').parentElement?.classList.toggle('crosshair', this.wanted !== null || this.measure.active);
    write(byId('cursor'), this.cursor ? `${place(this.cursor.lat, this.cursor.lon)}   ${toMGRS(this.cursor.lat, this.cursor.lon)}` : t('cursor.none'));
  }
}
