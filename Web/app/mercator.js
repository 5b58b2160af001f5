/**
 * Web Mercator as the map uses it: the world is a square of side 1, x to the east from 180°W, y to the south.
 * The display projects by hand, for the map is always north-up and flat, and a thousand calls a frame must not allocate.
 */

const MAXIMUM_LATITUDE = 85.051129;

/** @param {number} lon degrees */
export function mercatorX(lon) {
  return (lon + 180) / 360;
}

/** @param {number} lat degrees; clamped to what the projection shows */
export function mercatorY(lat) {
  const clamped = Math.max(-MAXIMUM_LATITUDE, Math.min(MAXIMUM_LATITUDE, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI);
}

/** @param {number} x */
export function longitudeOf(x) {
  return x * 360 - 180;
}

/** @param {number} y */
export function latitudeOf(y) {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

/** Where the world lies on the screen, for one frame. */
export class View {
  constructor() {
    this.centreX = 0.5;
    this.centreY = 0.5;
    /** Side of the world in CSS pixels. */
    this.world = 512;
    this.width = 0;
    this.height = 0;
    this.zoom = 0;
  }

  /**
   * Take over where the map is.
   * @param {maplibregl.Map} map @param {number} width CSS pixels @param {number} height
   */
  follow(map, width, height) {
    const centre = map.getCenter();
    this.zoom = map.getZoom();
    this.centreX = mercatorX(centre.lng);
    this.centreY = mercatorY(centre.lat);
    this.world = 512 * 2 ** this.zoom;
    this.width = width;
    this.height = height;
  }

  /**
   * Screen x of a mercator x, on the copy of the world nearest to the centre.
   * @param {number} x
   */
  screenX(x) {
    let away = x - this.centreX;
    away -= Math.round(away);
    return away * this.world + this.width / 2;
  }

  /**
   * Screen y of a mercator y.
   * @param {number} y
   */
  screenY(y) {
    return (y - this.centreY) * this.world + this.height / 2;
  }

  /**
   * CSS pixels that a metre takes at a latitude.
   * @param {number} lat
   */
  pixelsPerMetre(lat) {
    return this.world / (2 * Math.PI * 6378137 * Math.cos((lat * Math.PI) / 180));
  }
}
