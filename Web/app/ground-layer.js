/** What lies under the traffic: graticule, names of zones, range rings. */

import { circle, direct } from './geodesy.js';
import { latitudeOf, longitudeOf, mercatorX, mercatorY } from './mercator.js';
import { settings } from './settings.js';
import { distance, distanceUnitMetres } from './units.js';

const STEPS_DEGREES = [30, 20, 10, 5, 2, 1, 0.5, 0.25, 1 / 6, 1 / 12, 1 / 60];
const LEAST_PIXELS = 110;
const RING_COUNT = 5;
const FONT = '10.5px "IBM Plex Sans", "Inter", "Liberation Sans", "DejaVu Sans", sans-serif';

export class GroundLayer {
  /**
   * @param {import('./picture.js').Picture} picture
   * @param {{rings: {id: string | null, lat: number, lon: number} | null}} tools
   */
  constructor(picture, tools) {
    this.picture = picture;
    this.tools = tools;
    /** @type {import('./types').Volume[]} */
    this.volumes = [];
    this.ringKey = '';
    /** @type {{x: Float64Array, y: Float64Array, metres: number, top: {lat: number, lon: number}}[]} */
    this.rings = [];
  }

  /** @param {import('./overlay.js').Frame} frame */
  draw(frame) {
    frame.context.font = FONT;
    if (settings.graticule) drawGraticule(frame);
    if (settings.zones) this.drawZoneNames(frame);
    if (this.tools.rings) this.drawRings(frame);
  }

  /** @param {import('./overlay.js').Frame} frame */
  drawZoneNames({ context, view, palette }) {
    context.fillStyle = palette.zoneText;
    context.textAlign = 'center';
    context.textBaseline = 'top';
    for (const volume of this.volumes) {
      const place = nameplate(volume.outline);
      if (!place) continue;
      const x = view.screenX(mercatorX(place.lon)), y = view.screenY(mercatorY(place.lat));
      if (x > -80 && y > -20 && x < view.width + 80 && y < view.height) context.fillText(volume.name, x, y + 5);
    }
  }

  /** @param {import('./overlay.js').Frame} frame */
  drawRings({ context, view, palette }) {
    const centre = this.tools.rings;
    if (!centre) return;
    const target = centre.id === null ? undefined : this.picture.targets.get(centre.id);
    // Around an aircraft that is gone they stay where it was seen last.
    if (target) Object.assign(centre, { lat: target.track.lat, lon: target.track.lon });
    const { lat, lon } = centre;
    this.layRings(lat, lon);
    context.strokeStyle = palette.tool;
    context.fillStyle = palette.tool;
    context.lineWidth = 1;
    context.textAlign = 'center';
    context.textBaseline = 'bottom';
    for (const ring of this.rings) {
      context.globalAlpha = 0.42;
      context.beginPath();
      for (let i = 0; i < ring.x.length; i++) context.lineTo(view.screenX(ring.x[i]), view.screenY(ring.y[i]));
      context.stroke();
      context.globalAlpha = 0.85;
      context.fillText(distance(ring.metres, Number.isInteger(ring.metres / distanceUnitMetres()) ? 0 : 1),
        view.screenX(mercatorX(ring.top.lon)), view.screenY(mercatorY(ring.top.lat)) - 2);
    }
    context.globalAlpha = 0.7;
    const x = view.screenX(mercatorX(lon)), y = view.screenY(mercatorY(lat));
    context.beginPath();
    context.moveTo(x - 5, y);
    context.lineTo(x + 5, y);
    context.moveTo(x, y - 5);
    context.lineTo(x, y + 5);
    context.stroke();
    context.globalAlpha = 1;
  }

  /**
   * The rings are geodesic circles, laid anew only when centre or step change.
   * @param {number} lat @param {number} lon
   */
  layRings(lat, lon) {
    const step = settings.ringStep * distanceUnitMetres();
    const key = `${lat} ${lon} ${step}`;
    if (key === this.ringKey) return;
    this.ringKey = key;
    this.rings = Array.from({ length: RING_COUNT }, (_, index) => {
      const metres = step * (index + 1);
      const corners = circle(lat, lon, metres, 120);
      return {
        x: Float64Array.from(corners, (corner) => mercatorX(corner[0])),
        y: Float64Array.from(corners, (corner) => mercatorY(corner[1])),
        metres,
        top: direct(lat, lon, 0, metres),
      };
    });
  }
}

/**
 * Where a zone's name is written: under its northern edge.
 * @param {import('./types').Outline} outline
 */
function nameplate(outline) {
  if (outline.type === 'circle') return direct(outline.lat, outline.lon, 0, outline.radiusMetres);
  if (outline.type !== 'polygon' || outline.points.length === 0) return null;
  let north = outline.points[0], lon = 0;
  for (const point of outline.points) {
    if (point[1] > north[1]) north = point;
    lon += point[0] / outline.points.length;
  }
  return { lat: outline.points.reduce((sum, point) => sum + point[1], 0) / outline.points.length, lon };
}

/** @param {import('./overlay.js').Frame} frame */
function drawGraticule({ context, view, palette }) {
  const pixelsPerDegree = view.world / 360;
  let step = STEPS_DEGREES[0];
  for (const candidate of STEPS_DEGREES) if (candidate * pixelsPerDegree >= LEAST_PIXELS) step = candidate;
  const west = longitudeOf(view.centreX - view.width / 2 / view.world);
  const east = longitudeOf(view.centreX + view.width / 2 / view.world);
  const north = latitudeOf(Math.max(0, view.centreY - view.height / 2 / view.world));
  const south = latitudeOf(Math.min(1, view.centreY + view.height / 2 / view.world));
  context.strokeStyle = palette.graticule;
  context.lineWidth = 1;
  context.beginPath();
  const firstLon = Math.ceil(west / step), lastLon = Math.floor(east / step);
  const firstLat = Math.ceil(south / step), lastLat = Math.floor(north / step);
  for (let i = firstLon; i <= lastLon; i++) {
    const x = Math.round((mercatorX(i * step) - view.centreX) * view.world + view.width / 2) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, view.height);
  }
  for (let i = firstLat; i <= lastLat; i++) {
    const y = Math.round(view.screenY(mercatorY(i * step))) + 0.5;
    context.moveTo(0, y);
    context.lineTo(view.width, y);
  }
  context.stroke();
  context.fillStyle = palette.graticuleText;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  for (let i = firstLon; i <= lastLon; i++) {
    const x = (mercatorX(i * step) - view.centreX) * view.world + view.width / 2;
    context.fillText(degrees(((i * step + 540) % 360) - 180, 'E', 'W'), x + 3, 3);
  }
  context.textBaseline = 'bottom';
  context.textAlign = 'right';
  for (let i = firstLat; i <= lastLat; i++) {
    context.fillText(degrees(i * step, 'N', 'S'), view.width - 4, view.screenY(mercatorY(i * step)) - 2);
  }
}

/** @param {number} value @param {string} positive @param {string} negative */
function degrees(value, positive, negative) {
  const minutes = Math.round(Math.abs(value) * 60);
  const rest = minutes % 60;
  const letter = minutes === 0 ? '' : value > 0 ? positive : negative;
  return `${Math.floor(minutes / 60)}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${letter}`;
}
