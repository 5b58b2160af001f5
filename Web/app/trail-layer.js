/** Where aircraft have been: a line that fades with age, in four steps so that a frame needs four strokes and not thousands. */

import { settings } from './settings.js';

const BANDS = 4;
const LEAST_PIXELS = 2.5;

export class TrailLayer {
  /** @param {import('./picture.js').Picture} picture */
  constructor(picture) {
    this.picture = picture;
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw(frame) {
    const seconds = settings.trailMinutes * 60;
    if (seconds <= 0) return;
    const { context } = frame;
    context.strokeStyle = frame.palette.trail;
    context.lineWidth = 1.4;
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (let band = 0; band < BANDS; band++) {
      const newest = this.picture.time - (seconds * band) / BANDS;
      const oldest = this.picture.time - (seconds * (band + 1)) / BANDS;
      context.globalAlpha = 0.62 * ((BANDS - band) / BANDS) ** 1.35;
      context.beginPath();
      for (let i = 0; i < frame.count; i++) trace(frame, i, newest, oldest, band === 0);
      context.stroke();
    }
    context.globalAlpha = 1;
  }
}

/**
 * Add the part of a target's trail between two times to the path, newest first.
 * @param {import('./overlay.js').Frame} frame @param {number} index
 * @param {number} newest Unix seconds @param {number} oldest @param {boolean} fromSymbol the first point is the symbol itself
 */
function trace(frame, index, newest, oldest, fromSymbol) {
  const { context, view } = frame;
  const target = frame.targets[index];
  const { trailTime, trailX, trailY, trailCount } = target;
  const size = trailTime.length;
  let started = false, lastX = 0, lastY = 0;
  if (fromSymbol) {
    lastX = frame.screenX[index];
    lastY = frame.screenY[index];
    context.moveTo(lastX, lastY);
    started = true;
  }
  for (let back = 1; back <= trailCount; back++) {
    const at = (target.trailNext - back + size) % size;
    const time = trailTime[at];
    if (time > newest) continue;
    const x = view.screenX(trailX[at]), y = view.screenY(trailY[at]);
    const past = time < oldest;
    if (!started) {
      context.moveTo(x, y);
      started = true;
    } else if (!past && Math.abs(x - lastX) + Math.abs(y - lastY) < LEAST_PIXELS) continue;
    // Across the edge of the world no line is drawn.
    else if (Math.abs(x - lastX) > view.world / 2) context.moveTo(x, y);
    else context.lineTo(x, y);
    lastX = x;
    lastY = y;
    if (past) return;
  }
}
