/** Counts for tests, and for a look from the browser's console: `parley.counts()`. Only `seek` and `select` do anything, and nothing that a hand couldn't. */

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
    conflicts: () => picture.conflicts.map(({ id, level, inLoss, together }) => ({ id, level, inLoss, together })),
    /**
     * Where an aircraft stands on the screen, CSS pixels in the map.
     * @param {string} id
     */
    screen: (/** @type {string} */ id) => {
      const target = picture.targets.get(id);
      return target ? [overlay.frame.view.screenX(target.x), overlay.frame.view.screenY(target.y)] : null;
    },
    name: (/** @type {string} */ id) => picture.nameOf(id),
    timeline: () => ({ complete: display.timeline.answer?.complete !== false && display.timeline.answer !== null }),
    measure: () => display.measure.text(),
    /** To the second, which a click on the time line can't. */
    seek: (/** @type {number} */ time) => display.timeline.seek(time),
    select: (/** @type {string} */ a, /** @type {string} */ b) => focus.select(a, b),
    ids: () => [...picture.targets.keys()],
  };
}
