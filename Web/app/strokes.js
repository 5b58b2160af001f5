/** Lines that mean something by their shape. */

/**
 * A double line with rungs.
 * @param {CanvasRenderingContext2D} context
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} width
 */
export function ladder(context, ax, ay, bx, by, width) {
  const length = Math.hypot(bx - ax, by - ay);
  context.lineWidth = width;
  if (length < 1) return;
  const ux = (bx - ax) / length, uy = (by - ay) / length;
  context.beginPath();
  for (const side of [-3, 3]) {
    context.moveTo(ax - uy * side, ay + ux * side);
    context.lineTo(bx - uy * side, by + ux * side);
  }
  for (let at = 9; at < length - 5; at += 9) {
    context.moveTo(ax + ux * at - uy * 3, ay + uy * at + ux * 3);
    context.lineTo(ax + ux * at + uy * 3, ay + uy * at - ux * 3);
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} width */
export function octagon(context, x, y, width) {
  context.lineWidth = width;
  context.beginPath();
  for (let corner = 0; corner < 8; corner++) {
    const angle = ((corner + 0.5) * Math.PI) / 4;
    if (corner === 0) context.moveTo(x + 15 * Math.cos(angle), y + 15 * Math.sin(angle));
    else context.lineTo(x + 15 * Math.cos(angle), y + 15 * Math.sin(angle));
  }
  context.closePath();
  context.stroke();
}
