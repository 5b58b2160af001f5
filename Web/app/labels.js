/**
 * Where labels go so that they don't cover each other: greedy, most urgent first, with a spatial grid.
 *
 * A label keeps the slot it had as long as that is free, so that it doesn't jump about between frames. A slot is one of eight
 * directions at one of three distances, or the middle (for the text on a conflict's line). What finds no free slot is left
 * out, unless it must be shown. No memory is taken while placing, once the arrays have grown to the size of the traffic.
 */

const CELL_PIXELS = 48;
const DIAGONAL = Math.SQRT1_2;
/** Directions, best first: right above, right below, left above, left below, right, left, above, below. */
const EAST = [DIAGONAL, DIAGONAL, -DIAGONAL, -DIAGONAL, 1, -1, 0, 0];
const SOUTH = [-DIAGONAL, DIAGONAL, -DIAGONAL, DIAGONAL, 0, 0, -1, 1];
const PREFERENCE = [0, 0.6, 1, 1.6, 0.9, 1.9, 2.2, 2.4];
const DISTANCES = [13, 32, 58];
const DISTANCE_COST = [0, 3, 6];
export const SLOT_COUNT = EAST.length * DISTANCES.length;
/** The slot of a text that sits on its own anchor. */
export const MIDDLE = SLOT_COUNT;
const SYMBOL_COST = 3;
const EDGE_COST = 5;
const OVERLAP_COST = 1000;

export class LabelPlacer {
  constructor() {
    this.columns = 0;
    this.rows = 0;
    this.width = 0;
    this.height = 0;
    this.heads = new Int32Array(0);
    this.count = 0;
    this.capacity = 0;
    this.reserve(1024);
    /** Of the label placed last. */
    this.left = 0;
    this.top = 0;
    this.anchorX = 0;
    this.anchorY = 0;
  }

  /** @param {number} capacity */
  reserve(capacity) {
    /** @param {Int32Array | undefined} old */
    const integers = (old) => { const fresh = new Int32Array(capacity); if (old) fresh.set(old); return fresh; };
    /** @param {Float32Array | undefined} old */
    const floats = (old) => { const fresh = new Float32Array(capacity); if (old) fresh.set(old); return fresh; };
    this.next = integers(this.next);
    this.isSymbol = integers(this.isSymbol);
    this.x0 = floats(this.x0);
    this.y0 = floats(this.y0);
    this.x1 = floats(this.x1);
    this.y1 = floats(this.y1);
    this.capacity = capacity;
  }

  /**
   * Start a new frame.
   * @param {number} width pixels @param {number} height
   */
  begin(width, height) {
    this.width = width;
    this.height = height;
    this.columns = Math.max(1, Math.ceil(width / CELL_PIXELS));
    this.rows = Math.max(1, Math.ceil(height / CELL_PIXELS));
    if (this.heads.length < this.columns * this.rows) this.heads = new Int32Array(this.columns * this.rows);
    this.heads.fill(-1);
    this.count = 0;
  }

  /**
   * A symbol, which labels keep off when they can.
   * @param {number} x @param {number} y @param {number} radius
   */
  symbol(x, y, radius) {
    this.insert(x - radius, y - radius, x + radius, y + radius, 1);
  }

  /**
   * A part of the screen where no label may go.
   * @param {number} left @param {number} top @param {number} right @param {number} bottom
   */
  forbid(left, top, right, bottom) {
    this.insert(left, top, right, bottom, 0);
  }

  /**
   * Find the slot of one label; its rectangle is then in `left`, `top`.
   * @param {number} x of what it belongs to @param {number} y @param {number} width @param {number} height
   * @param {number} previous slot it had, or -1
   * @param {boolean} must placed even where it covers others
   * @param {boolean} middle it may sit upon its own anchor
   * @param {number} aheadX where the thing is going, unit vector or 0, 0: that side is left free for its speed vector
   * @param {number} aheadY
   * @returns {number} the slot; -1 when there is none
   */
  place(x, y, width, height, previous, must, middle, aheadX, aheadY) {
    let best = -1, least = Infinity;
    if (previous >= 0 && this.cost(x, y, width, height, previous, false) < EDGE_COST) best = previous;
    else {
      const first = middle ? MIDDLE : 0, last = middle ? MIDDLE + SLOT_COUNT : SLOT_COUNT - 1;
      for (let i = first; i <= last; i++) {
        const slot = i <= MIDDLE ? i : i - MIDDLE - 1;
        let cost = this.cost(x, y, width, height, slot, must);
        if (cost >= least) continue;
        if (slot !== MIDDLE) {
          const direction = slot & 7;
          const along = EAST[direction] * aheadX + SOUTH[direction] * aheadY;
          cost += PREFERENCE[direction] + DISTANCE_COST[slot >> 3] + (along > 0.6 ? 2 : along < -0.6 ? 1 : 0);
        }
        if (cost < least) {
          least = cost;
          best = slot;
        }
      }
    }
    if (best < 0) return -1;
    this.locate(x, y, width, height, best);
    this.insert(this.left, this.top, this.left + width, this.top + height, 0);
    return best;
  }

  /**
   * Set `left`, `top` and the end of the leader line to where a slot is.
   * @param {number} x @param {number} y @param {number} width @param {number} height @param {number} slot
   */
  locate(x, y, width, height, slot) {
    if (slot === MIDDLE) {
      this.anchorX = x;
      this.anchorY = y;
      this.left = x - width / 2;
      this.top = y - height / 2;
      return;
    }
    const direction = slot & 7, distance = DISTANCES[slot >> 3];
    const east = EAST[direction], south = SOUTH[direction];
    this.anchorX = x + east * distance;
    this.anchorY = y + south * distance;
    this.left = this.anchorX - (east > 0.3 ? 0 : east < -0.3 ? width : width / 2);
    this.top = this.anchorY - (south > 0.3 ? 0 : south < -0.3 ? height : height / 2);
  }

  /**
   * What a slot would cost; infinite when it covers another label, unless those are to be `counted`.
   * @param {number} x @param {number} y @param {number} width @param {number} height @param {number} slot
   * @param {boolean} counted
   */
  cost(x, y, width, height, slot, counted) {
    this.locate(x, y, width, height, slot);
    const { left, top } = this;
    const right = left + width, bottom = top + height;
    let cost = left < 0 || top < 0 || right > this.width || bottom > this.height ? EDGE_COST : 0;
    const c0 = this.column(left), c1 = this.column(right), r0 = this.row(top), r1 = this.row(bottom);
    for (let r = r0; r <= r1; r++) {
      for (let c = c0; c <= c1; c++) {
        for (let i = this.heads[r * this.columns + c]; i >= 0; i = this.next[i]) {
          if (left >= this.x1[i] || right <= this.x0[i] || top >= this.y1[i] || bottom <= this.y0[i]) continue;
          if (this.isSymbol[i]) cost += SYMBOL_COST;
          else if (!counted) return Infinity;
          else cost += OVERLAP_COST;
        }
      }
    }
    return cost;
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number} isSymbol */
  insert(x0, y0, x1, y1, isSymbol) {
    const c0 = this.column(x0), c1 = this.column(x1), r0 = this.row(y0), r1 = this.row(y1);
    for (let r = r0; r <= r1; r++) {
      for (let c = c0; c <= c1; c++) {
        if (this.count === this.capacity) this.reserve(this.capacity * 2);
        const i = this.count++, cell = r * this.columns + c;
        this.x0[i] = x0;
        this.y0[i] = y0;
        this.x1[i] = x1;
        this.y1[i] = y1;
        this.isSymbol[i] = isSymbol;
        this.next[i] = this.heads[cell];
        this.heads[cell] = i;
      }
    }
  }

  /** @param {number} x */
  column(x) {
    return Math.max(0, Math.min(this.columns - 1, Math.floor(x / CELL_PIXELS)));
  }

  /** @param {number} y */
  row(y) {
    return Math.max(0, Math.min(this.rows - 1, Math.floor(y / CELL_PIXELS)));
  }
}
