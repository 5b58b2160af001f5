/** The symbols: turned to their track, greyed out with age, ringed when something is wrong, with their speed vectors. */

import { mercatorX, mercatorY } from './mercator.js';
import { severityColour } from './palette.js';
import { Severity, ageAt } from './picture.js';
import { settings } from './settings.js';
import { LOZENGE, shapeOf } from './symbols.js';

const RADIANS = Math.PI / 180;
const METRES_PER_DEGREE = 111320;

export class AircraftLayer {
  /** @param {import('./picture.js').Picture} picture @param {{selection: import('./types').Selection, hovered: string | null}} focus */
  constructor(picture, focus) {
    this.picture = picture;
    this.focus = focus;
    this.drawn = 0;
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw(frame) {
    this.drawVectors(frame);
    this.drawUncertainty(frame);
    // The urgent ones last, so that they lie on top.
    for (let severity = Severity.none; severity <= Severity.emergency; severity++) {
      for (let i = 0; i < frame.count; i++) {
        if (frame.targets[i].severity === severity) this.drawSymbol(frame, i);
      }
    }
    this.drawn = frame.count;
  }

  /**
   * Where each will be after the set time, if it keeps on.
   * @param {import('./overlay.js').Frame} frame
   */
  drawVectors(frame) {
    const seconds = settings.vectorMinutes * 60;
    if (seconds <= 0) return;
    const { context, view } = frame;
    context.beginPath();
    for (let i = 0; i < frame.count; i++) {
      const { track } = frame.targets[i];
      if (track.state === 'stale' || !track.gs || track.trk === null || track.trk === undefined || track.onGround) continue;
      // A straight line on the chart is enough for a vector of minutes; prediction is the station's.
      const metres = track.gs * seconds, angle = track.trk * RADIANS;
      const lat = track.lat + (metres * Math.cos(angle)) / METRES_PER_DEGREE;
      const lon = track.lon + (metres * Math.sin(angle)) / (METRES_PER_DEGREE * Math.max(0.02, Math.cos(track.lat * RADIANS)));
      const dx = (mercatorX(lon) - mercatorX(track.lon)) * view.world, dy = (mercatorY(lat) - mercatorY(track.lat)) * view.world;
      const length = Math.hypot(dx, dy);
      if (length < 11) continue;
      const x = frame.screenX[i], y = frame.screenY[i];
      context.moveTo(x + (dx / length) * 9, y + (dy / length) * 9);
      context.lineTo(x + dx, y + dy);
    }
    context.strokeStyle = frame.palette.target;
    context.globalAlpha = 0.75;
    context.lineWidth = 1;
    context.stroke();
    context.globalAlpha = 1;
  }

  /**
   * Targets entered by hand, and what another party discloses when it matters: the circle in which they may be.
   * @param {import('./overlay.js').Frame} frame
   */
  drawUncertainty(frame) {
    const { context, view } = frame;
    context.setLineDash([3, 4]);
    context.lineWidth = 1.2;
    context.strokeStyle = frame.palette.tool;
    for (let i = 0; i < frame.count; i++) {
      const { track } = frame.targets[i];
      if (!track.uncertaintyMetres) continue;
      if (track.party && frame.targets[i].severity < Severity.advisory && !this.isSelected(track.id) && this.focus.hovered !== track.id) continue;
      context.strokeStyle = track.party ? frame.palette.party : frame.palette.tool;
      context.beginPath();
      context.arc(frame.screenX[i], frame.screenY[i], Math.max(12, track.uncertaintyMetres * view.pixelsPerMetre(track.lat)), 0, 2 * Math.PI);
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** @param {import('./overlay.js').Frame} frame @param {number} index */
  drawSymbol(frame, index) {
    const { context, palette } = frame;
    const target = frame.targets[index], { track } = target;
    const x = frame.screenX[index], y = frame.screenY[index];
    const selected = this.isSelected(track.id);
    const colour = selected && target.severity <= Severity.shown ? palette.selected
      : target.severity >= Severity.advisory ? severityColour(palette, target.severity)
      : track.state !== 'live' ? palette.stale : track.party ? palette.party : palette.target;
    if (track.onGround && !selected && target.severity < Severity.advisory) {
      context.globalAlpha = 0.7;
      context.fillStyle = colour;
      context.fillRect(x - 1.5, y - 1.5, 3, 3);
      context.globalAlpha = 1;
      return;
    }
    const directed = track.trk !== null && track.trk !== undefined;
    const path = directed ? shapeOf(track.class) : LOZENGE;
    context.save();
    context.translate(x, y);
    if (directed) context.rotate(/** @type {number} */ (track.trk) * RADIANS);
    const scale = symbolScale(frame.view.zoom);
    context.scale(scale, scale);
    if (track.state === 'live') {
      context.fillStyle = colour;
      context.fill(path);
    } else {
      // No longer observed: hollow, and the fainter the older.
      context.globalAlpha = track.state === 'stale' ? Math.max(0.3, 0.75 - ageAt(track, this.picture.time) / 200) : 0.9;
      context.fillStyle = palette.labelGround;
      context.fill(path);
      context.strokeStyle = colour;
      context.lineWidth = 1.1;
      context.stroke(path);
    }
    context.restore();
    if (track.manual) this.drawFrame(frame, x, y, 10, palette.tool, 1.2);
    if (track.ours) this.drawUnderline(frame, x, y, colour);
    if (selected) this.drawBrackets(frame, x, y, palette.selected);
    if (target.severity === Severity.emergency) this.drawEmergency(frame, x, y, target.quietened);
  }

  /** @param {string} id */
  isSelected(id) {
    const { selection } = this.focus;
    return selection !== null && (selection.a === id || selection.b === id);
  }

  /** @param {import('./overlay.js').Frame} frame @param {number} x @param {number} y @param {number} half @param {string} colour @param {number} width */
  drawFrame({ context }, x, y, half, colour, width) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.strokeRect(x - half, y - half, 2 * half, 2 * half);
  }

  /**
   * Ours: a bar under the symbol.
   * @param {import('./overlay.js').Frame} frame @param {number} x @param {number} y @param {string} colour
   */
  drawUnderline({ context }, x, y, colour) {
    context.fillStyle = colour;
    context.fillRect(x - 6, y + 10, 12, 1.6);
  }

  /** @param {import('./overlay.js').Frame} frame @param {number} x @param {number} y @param {string} colour */
  drawBrackets({ context }, x, y, colour) {
    const outer = 15, arm = 6;
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    context.beginPath();
    for (const sx of [-1, 1]) {
      for (const sy of [-1, 1]) {
        context.moveTo(x + sx * outer, y + sy * (outer - arm));
        context.lineTo(x + sx * outer, y + sy * outer);
        context.lineTo(x + sx * (outer - arm), y + sy * outer);
      }
    }
    context.stroke();
  }

  /**
   * Three nested lozenges: nothing else looks like it.
   * @param {import('./overlay.js').Frame} frame @param {number} x @param {number} y @param {boolean} quiet
   */
  drawEmergency(frame, x, y, quiet) {
    const { context } = frame;
    context.strokeStyle = frame.palette.emergency;
    context.lineWidth = frame.flash && !quiet ? 2.4 : 1.4;
    context.beginPath();
    for (const radius of [17, 23]) {
      context.moveTo(x, y - radius);
      context.lineTo(x + radius, y);
      context.lineTo(x, y + radius);
      context.lineTo(x - radius, y);
      context.closePath();
    }
    context.stroke();
  }
}

/**
 * Smaller when much is on the screen: full size from zoom 7.5 on.
 * @param {number} zoom
 */
function symbolScale(zoom) {
  return Math.max(0.62, Math.min(1, 0.62 + (zoom - 4.5) * 0.127));
}
