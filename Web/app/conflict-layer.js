/**
 * Conflicts between their two aircraft, each degree with a line of its own so that no one needs to tell colours apart: dotted
 * what is only shown, dashed an advisory, solid an alarm, a laddered double line and octagons a loss. On alarms and advisories, and on what is
 * selected, also the way to the closest point of approach.
 */

import { t } from './i18n.js';
import { MIDDLE } from './labels.js';
import { LABEL_FONT } from './label-layer.js';
import { mercatorX, mercatorY } from './mercator.js';
import { severityColour } from './palette.js';
import { isQuietened, severityOf, Severity } from './picture.js';
import { ladder, octagon } from './strokes.js';
import { distance, span, verticalDistance } from './units.js';

const TEXT_HEIGHT = 18;

export class ConflictLayer {
  /**
   * @param {import('./picture.js').Picture} picture
   * @param {{selection: import('./types').Selection, hovered: string | null}} focus
   * @param {import('./labels.js').LabelPlacer} placer
   */
  constructor(picture, focus, placer) {
    this.picture = picture;
    this.focus = focus;
    this.placer = placer;
    /**
     * The slot each text had.
     * @type {Map<string, number>}
     */
    this.slots = new Map();
    /**
     * Parts of the map that lie under the page's own tools.
     * @type {{left: number, top: number, right: number, bottom: number}[]}
     */
    this.covered = [];
    this.drawn = 0;
    this.losses = 0;
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw(frame) {
    this.drawn = 0;
    this.losses = 0;
    this.placer.begin(frame.view.width, frame.view.height);
    for (const area of this.covered) this.placer.forbid(area.left, area.top, area.right, area.bottom);
    for (let i = 0; i < frame.count; i++) this.placer.symbol(frame.screenX[i], frame.screenY[i], 7);
    // From the least urgent, so that the most urgent lies on top; its text finds its place first all the same.
    const { conflicts } = this.picture;
    for (let i = conflicts.length - 1; i >= 0; i--) this.drawLines(frame, conflicts[i]);
  }

  /**
   * The texts: drawn over the symbols, and placed before the labels.
   * @param {import('./overlay.js').Frame} frame
   */
  drawTexts(frame) {
    const { conflicts } = this.picture;
    if (this.slots.size > 4 * conflicts.length + 64) this.slots.clear();
    for (let severity = Severity.loss; severity >= Severity.shown; severity--) {
      for (const conflict of conflicts) {
        if (severityOf(conflict) === severity && this.hasText(conflict, severity)) this.drawText(frame, conflict, severity);
      }
    }
  }

  /** @param {import('./types').Conflict} conflict @param {number} severity */
  hasText(conflict, severity) {
    return severity >= Severity.advisory || this.isSelected(conflict);
  }

  /** @param {import('./types').Conflict} conflict */
  isSelected(conflict) {
    const { selection } = this.focus;
    if (!selection) return false;
    return selection.b === null ? selection.a === conflict.a || selection.a === conflict.b
      : (selection.a === conflict.a && selection.b === conflict.b) || (selection.a === conflict.b && selection.b === conflict.a);
  }

  /** @param {import('./overlay.js').Frame} frame @param {import('./types').Conflict} conflict */
  drawLines(frame, conflict) {
    const { context, palette, view } = frame;
    const a = this.picture.targets.get(conflict.a), b = this.picture.targets.get(conflict.b);
    if (!a || !b) return;
    const severity = severityOf(conflict), selected = this.isSelected(conflict);
    const ax = view.screenX(a.x), ay = view.screenY(a.y), bx = view.screenX(b.x), by = view.screenY(b.y);
    if (Math.abs(ax - bx) > view.world / 2) return;
    context.strokeStyle = selected && severity === Severity.shown ? palette.selected : severityColour(palette, severity);
    const loss = conflict.inLoss;
    if (loss) this.losses++;
    this.drawn++;
    if (severity >= Severity.advisory || selected) this.drawApproach(frame, conflict, ax, ay, bx, by);
    if (loss && severity >= Severity.advisory) {
      const width = isQuietened(conflict) || !frame.flash ? 1.4 : 2.4;
      ladder(context, ax, ay, bx, by, width);
      octagon(context, ax, ay, width);
      octagon(context, bx, by, width);
      return;
    }
    context.globalAlpha = severity === Severity.shown && !selected ? (loss ? 0.8 : 0.5) : 1;
    context.lineWidth = severity === Severity.alarm ? 2.2 : severity === Severity.advisory ? 1.5 : 1;
    context.setLineDash(severity === Severity.alarm ? [] : severity === Severity.advisory ? [9, 5] : loss ? [4, 2] : [1.5, 5]);
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /**
   * The way of each to where they will be closest, and the gap that remains there.
   * @param {import('./overlay.js').Frame} frame @param {import('./types').Conflict} conflict
   * @param {number} ax @param {number} ay @param {number} bx @param {number} by
   */
  drawApproach(frame, conflict, ax, ay, bx, by) {
    if (!conflict.cpaA || !conflict.cpaB || !conflict.secondsToCPA || conflict.secondsToCPA < 1) return;
    const { context, view } = frame;
    const px = view.screenX(mercatorX(conflict.cpaA[0])), py = view.screenY(mercatorY(conflict.cpaA[1]));
    const qx = view.screenX(mercatorX(conflict.cpaB[0])), qy = view.screenY(mercatorY(conflict.cpaB[1]));
    if (Math.abs(ax - px) > view.world / 2 || Math.abs(bx - qx) > view.world / 2) return;
    context.lineWidth = 1;
    context.globalAlpha = 0.85;
    context.setLineDash([2, 3]);
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(px, py);
    context.moveTo(bx, by);
    context.lineTo(qx, qy);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(px, py);
    context.lineTo(qx, qy);
    context.moveTo(px + 4, py);
    context.arc(px, py, 4, 0, 2 * Math.PI);
    context.moveTo(qx + 4, qy);
    context.arc(qx, qy, 4, 0, 2 * Math.PI);
    context.stroke();
    context.globalAlpha = 1;
  }

  /** @param {import('./overlay.js').Frame} frame @param {import('./types').Conflict} conflict @param {number} severity */
  drawText(frame, conflict, severity) {
    const { context, palette, view } = frame;
    const a = this.picture.targets.get(conflict.a), b = this.picture.targets.get(conflict.b);
    if (!a || !b) return;
    const ax = view.screenX(a.x), bx = view.screenX(b.x);
    if (Math.abs(ax - bx) > view.world / 2) return;
    const x = (ax + bx) / 2, y = (view.screenY(a.y) + view.screenY(b.y)) / 2;
    if (x < 0 || y < 0 || x > view.width || y > view.height) return;
    context.font = LABEL_FONT;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    const text = conflictText(conflict);
    const width = context.measureText(text).width + 12;
    const slot = this.placer.place(x, y, width, TEXT_HEIGHT, this.slots.get(conflict.id) ?? MIDDLE, severity >= Severity.alarm, true, 0, 0);
    this.slots.set(conflict.id, slot);
    if (slot < 0) return;
    const { left, top } = this.placer;
    const colour = severity === Severity.shown ? palette.selected : severityColour(palette, severity);
    const loss = conflict.inLoss && severity >= Severity.advisory;
    const filled = loss || (severity === Severity.alarm && !isQuietened(conflict));
    context.strokeStyle = colour;
    if (slot !== MIDDLE) {
      // The text had to give way: a thin line says what it belongs to.
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(Math.max(left, Math.min(x, left + width)), Math.max(top, Math.min(y, top + TEXT_HEIGHT)));
      context.stroke();
    }
    context.fillStyle = filled ? colour : palette.labelGround;
    context.fillRect(left, top, width, TEXT_HEIGHT);
    context.lineWidth = loss ? 2 : 1;
    context.strokeRect(left, top, width, TEXT_HEIGHT);
    context.fillStyle = filled ? palette.onAlert : colour;
    context.fillText(text, left + 6, top + 13);
  }
}

/**
 * Time to loss and predicted closest point; in a loss the distances now.
 * @param {import('./types').Conflict} conflict
 */
export function conflictText(conflict) {
  if (conflict.inLoss) {
    return `${t('conflicts.loss')}  ${distance(conflict.horizontalMetres)} ${verticalDistance(conflict.verticalFeet)}`;
  }
  const closest = `${distance(conflict.cpaHorizontalMetres)} ${verticalDistance(conflict.cpaVerticalFeet)}`;
  // An alert that is still held although no loss is predicted any more has no time to count down.
  return typeof conflict.secondsToLoss === 'number' ? `${span(conflict.secondsToLoss)} ▸ ${closest}` : closest;
}
