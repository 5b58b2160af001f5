/** The labels beside the symbols: call sign; level, climb or descent, and speed. */

import { number, t } from './i18n.js';
import { LabelPlacer } from './labels.js';
import { severityColour } from './palette.js';
import { Severity, ageAt } from './picture.js';
import { settings } from './settings.js';
import { shortLevel, shortSpeed } from './units.js';

const RADIANS = Math.PI / 180;
export const LABEL_FONT = '11.5px "IBM Plex Mono", "DejaVu Sans Mono", "Liberation Mono", monospace';
const LINE_PIXELS = 13.5;
const PAD_X = 4;
const PAD_Y = 2.5;
const SYMBOL_PIXELS = 7;
const CLIMB_MPS = 1.5;
const SEEK_MILLISECONDS = 300;

export class LabelLayer {
  /**
   * @param {{selection: import('./types').Selection, hovered: string | null}} focus
   * @param {LabelPlacer} placer shared with the texts of conflicts, which are placed before
   */
  constructor(focus, placer) {
    this.focus = focus;
    this.placer = placer;
    this.advance = 0;
    this.drawn = 0;
    this.stamp = 0;
    this.seeking = true;
    this.soughtAt = -Infinity;
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw(frame) {
    const { context } = frame;
    context.font = LABEL_FONT;
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    if (this.advance === 0) this.advance = context.measureText('0').width;
    this.drawn = 0;
    this.stamp++;
    // While the map is dragged, what found no place a moment ago will find none now.
    const now = performance.now();
    this.seeking = now - this.soughtAt > SEEK_MILLISECONDS;
    if (this.seeking) this.soughtAt = now;
    for (let severity = Severity.emergency; severity >= Severity.none; severity--) {
      // Those that have a place already come first, so that a newcomer doesn't drive them out.
      for (let pass = 0; pass < 2; pass++) {
        for (let i = 0; i < frame.count; i++) {
          const target = frame.targets[i];
          if (target.severity === severity && (target.slot >= 0) === (pass === 0)
            && target.labelStamp !== this.stamp) this.drawOne(frame, i);
        }
      }
    }
  }

  /** @param {import('./overlay.js').Frame} frame @param {number} index */
  drawOne(frame, index) {
    const target = frame.targets[index];
    const selected = this.isFocused(target.track.id);
    const urgent = target.severity >= Severity.advisory;
    target.labelStamp = this.stamp;
    if ((!settings.labels || target.track.onGround) && !selected && !urgent) {
      target.slot = -1;
      return;
    }
    if (target.slot < 0 && !this.seeking && !selected && !urgent) return;
    const x = frame.screenX[index], y = frame.screenY[index];
    const width = target.columns * this.advance + 2 * PAD_X, height = 2 * LINE_PIXELS + 2 * PAD_Y;
    const angle = (target.track.trk ?? 0) * RADIANS;
    const { placer } = this;
    target.slot = placer.place(x, y, width, height, target.slot, selected || target.severity >= Severity.alarm, false,
      Math.sin(angle), -Math.cos(angle));
    if (target.slot < 0) return;
    this.drawn++;
    this.paint(frame, target, x, y, placer.left, placer.top, width, height, selected);
  }

  /** @param {string} id */
  isFocused(id) {
    const { selection, hovered } = this.focus;
    return id === hovered || (selection !== null && (selection.a === id || selection.b === id));
  }

  /**
   * @param {import('./overlay.js').Frame} frame @param {import('./picture.js').Target} target
   * @param {number} x @param {number} y @param {number} left @param {number} top @param {number} width @param {number} height
   * @param {boolean} selected
   */
  paint(frame, target, x, y, left, top, width, height, selected) {
    const { context, palette } = frame;
    const { severity } = target;
    const colour = severity >= Severity.advisory ? severityColour(palette, severity)
      : selected ? palette.selected : target.track.state !== 'live' ? palette.stale : target.track.party ? palette.party : palette.label;
    // The leader: from the rim of the symbol to the nearest point of the label.
    const endX = Math.max(left, Math.min(x, left + width)), endY = Math.max(top, Math.min(y, top + height));
    const length = Math.hypot(endX - x, endY - y);
    if (length > SYMBOL_PIXELS + 3) {
      context.strokeStyle = severity >= Severity.advisory ? colour : palette.leader;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x + ((endX - x) / length) * SYMBOL_PIXELS, y + ((endY - y) / length) * SYMBOL_PIXELS);
      context.lineTo(endX, endY);
      context.stroke();
    }
    const filled = severity >= Severity.loss && !target.quietened && frame.flash;
    context.fillStyle = filled ? colour : palette.labelGround;
    context.fillRect(left, top, width, height);
    if (severity >= Severity.alarm || selected) {
      context.strokeStyle = colour;
      context.lineWidth = severity >= Severity.loss ? 2 : 1;
      context.strokeRect(left, top, width, height);
    }
    context.fillStyle = filled ? palette.onAlert : colour;
    const baseline = top + PAD_Y + LINE_PIXELS - 3.5;
    context.fillText(target.lineOne, left + PAD_X, baseline);
    context.globalAlpha = filled || selected || severity >= Severity.advisory ? 1 : 0.78;
    context.fillText(target.lineTwo, left + PAD_X, baseline + LINE_PIXELS);
    context.globalAlpha = 1;
  }
}

/**
 * Write a target's label anew: whenever time goes on, and after a change of units or language.
 * @param {import('./picture.js').Target} target @param {number} time of the picture, Unix seconds
 */
export function writeLabel(target, time) {
  const { track } = target;
  target.lineOne = target.name + (track.quality.length > 0 ? ' !' : '') + (track.together ? ' =' : '');
  const vertical = track.vs ?? 0;
  const arrow = vertical > CLIMB_MPS ? '↑' : vertical < -CLIMB_MPS ? '↓' : ' ';
  const speed = track.gs === null || track.gs === undefined ? '' : shortSpeed(track.gs);
  // What another party tells is coarse and late by agreement: both are always said.
  const isForeign = Boolean(track.party && !track.seenHere);
  const grid = isForeign && track.precision ? ` ±${number(track.precision.horizontalNM / 2, 2)}` : '';
  const age = track.state === 'live' && !isForeign ? '' : ` +${Math.round(ageAt(track, time))}s${grid}`;
  target.lineTwo = `${labelLevel(track)}${arrow} ${speed}${age}`;
  target.columns = Math.max(target.lineOne.length, target.lineTwo.length);
}

/** @param {import('./types').Track} track */
function labelLevel(track) {
  if (track.onGround) return t('unit.ground');
  if (track.altFt !== null && track.altFt !== undefined) return shortLevel(track.altFt);
  const { levelLowFt: low, levelHighFt: high } = track;
  return low !== null && low !== undefined && high !== null && high !== undefined
    ? `${shortLevel(low)}–${shortLevel(high)}?` : '???';
}
