/** What the officer can do with the view: centre, follow, fit, rings, deal with the most urgent alarm, step back. */

import { byId } from './dom.js';

export class Controls {
  /** @param {import('./display.js').Display} display */
  constructor(display) {
    this.display = display;
  }

  /** @param {string} id @param {boolean} [smooth] */
  centre(id, smooth = true) {
    const track = this.display.picture.targets.get(id)?.track;
    if (!track || !this.display.map) return;
    const center = [track.lon, track.lat];
    if (smooth) this.display.map.easeTo({ center, duration: 300 });
    else this.display.map.jumpTo({ center });
  }

  toggleFollow() {
    this.display.focus.following = this.display.focus.selection !== null && !this.display.focus.following;
    this.display.afterNews();
  }

  /** Rings around the selected aircraft, or where the cursor is, or in the middle of the map. */
  toggleRings() {
    const id = this.display.focus.selection?.a ?? null;
    const centre = this.display.map?.getCenter();
    const place = this.display.interaction?.cursor ?? { lat: centre?.lat ?? 0, lon: centre?.lng ?? 0 };
    this.display.tools.rings = this.display.tools.rings ? null : { id, lat: place.lat, lon: place.lon };
    byId('rings').setAttribute('aria-pressed', String(this.display.tools.rings !== null));
    this.display.overlay.invalidate();
  }

  fit() {
    this.display.fitting.look([...this.display.picture.targets.values()].filter((target) => target.shown));
  }

  /** The conflict that an order from the keyboard is meant for: the selected one, or the most urgent that nobody has dealt with. */
  urgentConflict() {
    const { conflicts } = this.display.picture;
    return conflicts.find((conflict) => this.display.focus.isPair(conflict.a, conflict.b))
      ?? conflicts.find((conflict) => conflict.level === 'alarm' && !conflict.acknowledged && !conflict.inhibited)
      ?? conflicts.find((conflict) => conflict.level === 'advisory' && !conflict.acknowledged && !conflict.inhibited);
  }

  /** @param {'acknowledge' | 'inhibit'} act */
  decide(act) {
    const conflict = this.urgentConflict();
    if (conflict) this.display.decisions.open(conflict, act);
  }

  /** One step back: from picking, from measuring, from the filters, from the selection. */
  escape() {
    if (this.display.interaction?.wanted) this.display.interaction.want(null);
    else if (this.display.measure.active) this.display.interaction?.toggleMeasure(false);
    else if (this.display.filters.isOpen) this.display.filters.toggle(false);
    else if (this.display.focus.selection) this.display.focus.select(null);
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  }
}
