/** The display starts here: settings, page, and the stream from the station. */

import { fetchConfig, get } from './api.js';
import { bindCommands } from './commands.js';
import { exposeCounts } from './debug.js';
import { Display } from './display.js';
import { ExercisePanel } from './exercise/panel.js';
import { Session } from './login/session.js';
import { onChange } from './settings.js';
import { Sharing } from './sharing/sharing.js';
import { Stream } from './stream.js';

const display = new Display();
const session = new Session();
const sharing = new Sharing(display);
const exercise = new ExercisePanel();
bindCommands(display, session);
onChange(() => {
  display.applySettings();
  session.refresh();
  sharing.refresh();
});
display.applySettings();

/** The station's configuration: at the start, and after each reconnection, since it may have been restarted with another. */
async function configure() {
  try {
    display.configure(await fetchConfig());
  } catch {
    // The stream's watchdog says that the station is away, and asks again when it is back.
  }
}

/** The stream is dialled once the station shows its picture to this page, and from then on whatever happens to the session. */
function open() {
  let wasLive = false;
  const stream = new Stream('/api/events', {
    picture: (picture, reset) => display.receivePicture(picture, reset),
    delta: (delta) => display.receiveDelta(delta),
    event: (name, data) => document.dispatchEvent(new CustomEvent(`station:${name}`, { detail: data })),
    link: (state, silentSeconds) => {
      display.banners.setLink(state, silentSeconds);
      display.announcer.link(state);
      if (state === 'live' && !wasLive) {
        void configure();
        void session.look();
        sharing.soon();
        void lookAtStation();
        void exercise.load();
      }
      wasLive = state === 'live';
    },
    fault: (problem) => console.error('An event of the station could not be read.', problem),
  });
  exposeCounts(display, stream);
}

/** How the station itself stands: asked with each connection, since an event that was missed is not said again. */
async function lookAtStation() {
  try {
    if ((await get('/api/session')).operators) display.banners.setDisk((await get('/api/station')).disk);
  } catch {
    // Whoever has not signed in yet is not told; the stream's watchdog says when the station is away.
  }
}
document.addEventListener('station:disk', (event) => display.banners.setDisk(/** @type {CustomEvent} */ (event).detail));

session.onAdmitted = open;
// A page that was opened while the station is away asks again until it is there.
void (async () => {
  for (;;) {
    await session.start();
    if (session.state) return;
    display.banners.setLink('lost', 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
})();
