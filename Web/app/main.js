/** The display starts here: settings, page, and the stream from the station. */

import { fetchConfig, get, isAway } from './api.js';
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

const FIRST_PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_MILLISECONDS = 15000;
/** How many connections there have been: what an earlier one still asks for is asked for anew. */
let connection = 0;

/**
 * Ask until there is an answer, or another connection asks.
 * @param {() => Promise<boolean>} ask whether there was one
 */
async function askUntilAnswered(ask) {
  const mine = connection;
  for (let pause = FIRST_PAUSE_MILLISECONDS; mine === connection; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * The station's configuration: at the start, and with each connection, since it may have been restarted with another.
 * @returns {Promise<boolean>} whether the station answered
 */
async function configure() {
  let config;
  try {
    config = await fetchConfig();
  } catch (problem) {
    return !isAway(problem);
  }
  display.configure(config);
  return true;
}

/** What no event of the stream says again: asked with each connection, however short the break was. */
function askAnew() {
  connection++;
  void askUntilAnswered(configure);
  void session.look();
  sharing.soon();
  void askUntilAnswered(lookAtStation);
  void askUntilAnswered(() => exercise.load());
}

/** @type {Stream | null} */
let stream = null;

/** The stream is dialled once the station shows its picture to this page, and from then on whatever happens to the session. */
function open() {
  if (stream) {
    stream.hurry();
    return;
  }
  stream = new Stream('/api/events', {
    picture: (picture, reset) => {
      display.receivePicture(picture, reset);
      if (!reset) askAnew();
    },
    delta: (delta) => display.receiveDelta(delta),
    event: (name, data) => document.dispatchEvent(new CustomEvent(`station:${name}`, { detail: data })),
    link: (state, silentSeconds) => display.freshness.setLink(state, silentSeconds),
    fault: (problem) => console.error('An event of the station could not be read; the whole picture is asked for.', problem),
  });
  exposeCounts(display, stream);
}

/**
 * How the station itself stands. Whoever has not signed in yet is not told.
 * @returns {Promise<boolean>} whether the station answered
 */
async function lookAtStation() {
  try {
    if ((await get('/api/session')).operators) display.banners.setDisk((await get('/api/station')).disk);
    return true;
  } catch (problem) {
    return !isAway(problem);
  }
}
document.addEventListener('station:disk', (event) => display.banners.setDisk(/** @type {CustomEvent} */ (event).detail));

session.onAdmitted = open;
// A page that was opened while the station is away asks again until it is there.
void (async () => {
  for (;;) {
    await session.start();
    if (session.state) break;
    display.freshness.setLink('lost', 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  // Nobody has signed in yet: no picture is expected, so none is missed.
  if (!stream) display.freshness.setLink('connecting', 0);
})();
