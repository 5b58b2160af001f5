/** The map under the traffic: Natural Earth outlines and the declared zones, north up, flat. */

import { circle } from './geodesy.js';
import { PALETTES } from './palette.js';
import { settings } from './settings.js';

const EMPTY = { type: 'FeatureCollection', features: [] };
const START = { lat: 48.8, lon: 2.4, zoom: 6.5 };

/**
 * @param {HTMLElement} container
 * @returns {maplibregl.Map | null} null when the browser can't draw one, or the library is missing
 */
export function createMap(container) {
  if (!window.maplibregl) return null;
  const palette = PALETTES[settings.style];
  try {
    const map = new window.maplibregl.Map({
      container,
      center: [START.lon, START.lat],
      zoom: START.zoom,
      minZoom: 1.5,
      maxZoom: 16,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      fadeDuration: 0,
      boxZoom: false,
      canvasContextAttributes: { antialias: false, preserveDrawingBuffer: false },
      style: {
        version: 8,
        sources: {
          countries: { type: 'geojson', data: new URL('/basemap/countries.geojson', location.href).href, tolerance: 0.2, buffer: 16 },
          zones: { type: 'geojson', data: EMPTY },
        },
        layers: [
          { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
          { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': palette.land, 'fill-antialias': false } },
          { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': palette.border, 'line-width': 1 } },
          { id: 'zone-fill', type: 'fill', source: 'zones', paint: { 'fill-color': palette.zone, 'fill-opacity': ['case', ['get', 'active'], 0.04, 0.015], 'fill-antialias': false } },
          { id: 'zone-line', type: 'line', source: 'zones', filter: ['get', 'active'], paint: { 'line-color': palette.zone, 'line-width': 1.2, 'line-opacity': 0.8 } },
          { id: 'zone-line-inactive', type: 'line', source: 'zones', filter: ['!', ['get', 'active']], paint: { 'line-color': palette.zone, 'line-width': 1, 'line-opacity': 0.6, 'line-dasharray': [4, 4] } },
        ],
      },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.doubleClickZoom.disable();
    const canvas = map.getCanvas();
    canvas.setAttribute('data-i18n-label', 'map.label');
    return map;
  } catch {
    return null;
  }
}

/**
 * Give the map the colours of the style that is set.
 * @param {maplibregl.Map} map
 */
export function paintMap(map) {
  const palette = PALETTES[settings.style];
  map.setPaintProperty('sea', 'background-color', palette.sea);
  map.setPaintProperty('land', 'fill-color', palette.land);
  map.setPaintProperty('borders', 'line-color', palette.border);
  map.setPaintProperty('zone-fill', 'fill-color', palette.zone);
  map.setPaintProperty('zone-line', 'line-color', palette.zone);
  map.setPaintProperty('zone-line-inactive', 'line-color', palette.zone);
}

/** @param {maplibregl.Map} map @param {import('./types').Volume[]} volumes */
export function showZones(map, volumes) {
  map.getSource('zones')?.setData({
    type: 'FeatureCollection',
    features: settings.zones ? volumes.flatMap((volume) => {
      const ring = outlineRing(volume.outline);
      return ring ? [{ type: 'Feature', properties: { active: volume.active }, geometry: { type: 'Polygon', coordinates: [ring] } }] : [];
    }) : [],
  });
}

/** @param {import('./types').Outline} outline @returns {import('./types').LonLat[] | null} */
function outlineRing(outline) {
  if (outline.type === 'circle') return circle(outline.lat, outline.lon, outline.radiusMetres);
  if (outline.type === 'polygon') return [...outline.points, outline.points[0]];
  return null;
}

/**
 * Look at places, in the part of the map that nothing covers.
 * @param {maplibregl.Map} map @param {import('./types').LonLat[]} places @param {number} coveredRight pixels
 */
export function fitPlaces(map, places, coveredRight) {
  let west = 180, east = -180, south = 90, north = -90;
  for (const [lon, lat] of places) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (west > east) return;
  // On a narrow page a panel covers all of the map, and there is no free part.
  const right = coveredRight < map.getCanvas().clientWidth * 0.7 ? coveredRight : 0;
  map.fitBounds([[west, Math.max(-85, south)], [east, Math.min(85, north)]],
    { padding: { top: 60, bottom: 60, left: 60, right: 60 + right }, maxZoom: 10, duration: 300 });
}
