/** The display starts here: settings, page, and the stream from the station. */

import { fetchConfig } from './api.js';
import { bindCommands } from './commands.js';
import { exposeCounts } from './debug.js';
import { Display } from './display.js';
import { onChange } from './settings.js';
import { Stream } from './stream.js';

const display = new Display();
bindCommands(display);
onChange(() => display.applySettings());
display.applySettings();

/** The station's configuration: at the start, and after each reconnection, since it may have been restarted with another. */
async function configure() {
  try {
    display.configure(await fetchConfig());
  } catch {
    // The stream's watchdog says that the station is away, and asks again when it is back.
  }
}

let wasLive = false;
const stream = new Stream('/api/events', {
  picture: (picture, reset) => display.receivePicture(picture, reset),
  delta: (delta) => display.receiveDelta(delta),
  link: (state, silentSeconds) => {
    display.banners.setLink(state, silentSeconds);
    display.announcer.link(state);
    if (state === 'live' && !wasLive) void configure();
    wasLive = state === 'live';
  },
  fault: (problem) => console.error('An event of the station could not be read.', problem),
});

exposeCounts(display, stream);
