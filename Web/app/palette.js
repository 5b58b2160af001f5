/**
 * The colours that are drawn on the map, one set for each style. The page's own are in style/*.css under the same names.
 *
 * Grey is traffic, white is what is selected; a hue is kept for what needs a person: amber an advisory, orange an alarm, red a loss,
 * magenta an emergency, cyan the officer's own tools, blue what other parties tell. Each also has a shape and words of its own.
 */

/**
 * @typedef {object} Palette
 * @property {string} sea @property {string} land @property {string} border
 * @property {string} graticule @property {string} graticuleText
 * @property {string} zone @property {string} zoneText
 * @property {string} target @property {string} stale @property {string} selected @property {string} trail
 * @property {string} label @property {string} labelGround @property {string} leader
 * @property {string} shown @property {string} advisory @property {string} alarm @property {string} loss
 * @property {string} emergency @property {string} onAlert text upon a filled alert
 * @property {string} tool
 * @property {string} party aircraft of other parties
 */

/** @type {Record<'dark' | 'day', Palette>} */
export const PALETTES = {
  dark: {
    sea: '#0b0f13', land: '#141a20', border: '#35414c',
    graticule: 'rgba(140,165,185,0.085)', graticuleText: 'rgba(140,165,185,0.42)',
    zone: '#4e7f8c', zoneText: 'rgba(120,175,188,0.8)',
    target: '#b4c3cf', stale: '#5d6974', selected: '#ffffff', trail: '#7f93a3',
    label: '#c3d0da', labelGround: 'rgba(13,18,23,0.74)', leader: 'rgba(150,168,182,0.5)',
    shown: '#8fa3b3', advisory: '#e6b450', alarm: '#ff8a3c', loss: '#ff5257', emergency: '#ff4fc3', onAlert: '#14090a',
    tool: '#5cc8d8', party: '#8ab4ff',
  },
  day: {
    sea: '#dde5ea', land: '#f3f1ea', border: '#a3a9a8',
    graticule: 'rgba(60,80,95,0.11)', graticuleText: 'rgba(50,70,85,0.6)',
    zone: '#2f7482', zoneText: 'rgba(30,98,112,0.9)',
    target: '#2c3a46', stale: '#97a1a8', selected: '#000000', trail: '#5d707f',
    label: '#22303b', labelGround: 'rgba(250,250,247,0.82)', leader: 'rgba(50,70,85,0.5)',
    shown: '#5f7382', advisory: '#8a5c00', alarm: '#b84300', loss: '#c00018', emergency: '#a3007a', onAlert: '#ffffff',
    tool: '#00697a', party: '#2a4fb8',
  },
};

/**
 * The colour of a severity, index by `Severity`.
 * @param {Palette} palette @param {number} severity
 */
export function severityColour(palette, severity) {
  switch (severity) {
    case 1: return palette.shown;
    case 2: return palette.advisory;
    case 3: return palette.alarm;
    case 4: return palette.loss;
    case 5: return palette.emergency;
    default: return palette.target;
  }
}
