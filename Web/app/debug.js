/** Counts for tests, and for a look from the browser's console: `parley.counts()`. Nothing here changes anything. */

import { language } from './i18n.js';
import { summary } from './performance.js';
import { settings } from './settings.js';

/** @param {import('./display.js').Display} display @param {import('./stream.js').Stream} stream */
export function exposeCounts(display, stream) {
  const { picture, focus, overlay, meter } = display;
  window.parley = {
    counts: () => ({
      time: picture.time,
      sequence: picture.sequence,
      aircraft: picture.targets.size,
      shown: display.shown,
      drawn: display.aircraft.drawn,
      labels: display.labels.drawn,
      conflicts: picture.conflicts.length,
      conflictsDrawn: display.conflicts.drawn,
      lossesDrawn: display.conflicts.losses,
      encounters: display.encounters.known.size,
      emergencies: picture.emergencies.length,
      frames: overlay.drawn,
      updates: meter.updates,
      link: stream.watchdog.state,
      language: language(),
      style: settings.style,
      mapLoaded: display.map?.loaded() ?? false,
    }),
    /** Milliseconds that drawing the traffic took, and from frame to frame while that is measured. */
    times: () => ({ draw: summary(meter.draws, meter.drawCount), frame: summary(meter.frames, meter.frameCount), lag: meter.lagMilliseconds }),
    selection: () => focus.selection,
    conflicts: () => picture.conflicts.map(({ id, a, b, level, inLoss }) => ({ id, a, b, level, inLoss })),
    /**
     * Where an aircraft stands on the screen, CSS pixels in the map.
     * @param {string} id
     */
    screen: (/** @type {string} */ id) => {
      const target = picture.targets.get(id);
      return target ? [overlay.frame.view.screenX(target.x), overlay.frame.view.screenY(target.y)] : null;
    },
    ids: () => [...picture.targets.keys()],
  };
}
