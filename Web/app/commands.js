/** What keys and buttons do. */

import { toggleLanguage, toggleSound, toggleStyle, toggleUnits } from './bar.js';
import { byId } from './dom.js';
import { Dialog } from './dialog.js';
import { Keyboard } from './keyboard.js';
import { change, settings } from './settings.js';

/** @param {import('./display.js').Display} display @param {import('./login/session.js').Session} session */
export function bindCommands(display, session) {
  const { map, timeline, controls } = display;
  const help = new Dialog('help-dialog', async () => {});
  /** @param {string} list */
  const firstRow = (list) => /** @type {HTMLElement | null} */ (byId(list).querySelector('.row-main'))?.focus();
  const enterTarget = () => display.targets.open(null, display.interaction?.cursor ?? null);
  const declare = () => {
    const { selection } = display.focus;
    display.together.open(selection ? [selection.a, ...(selection.b === null ? [] : [selection.b])] : []);
  };
  const showHelp = () => {
    keyboard.list();
    help.open();
  };

  const keyboard = new Keyboard([
    { code: 'Slash', label: '/', help: 'help.find', act: () => display.finder.focus() },
    { code: 'KeyC', label: 'C', help: 'help.conflicts', act: () => firstRow('conflicts') },
    { code: 'KeyE', label: 'E', help: 'help.encounters', act: () => firstRow('encounters') },
    { code: 'KeyA', label: 'A', help: 'help.acknowledge', act: () => controls.decide('acknowledge') },
    { code: 'KeyI', label: 'I', help: 'help.inhibit', act: () => controls.decide('inhibit') },
    { code: 'KeyT', label: 'T', help: 'help.target', act: enterTarget },
    { code: 'KeyG', label: 'G', help: 'help.together', act: declare },
    { code: 'KeyK', label: 'K', help: 'line.help', act: () => display.line.toggle() },
    { code: 'KeyF', label: 'F', help: 'help.filters', act: () => display.filters.toggle() },
    { code: 'KeyR', label: 'R', help: 'help.rings', act: () => controls.toggleRings() },
    { code: 'KeyM', label: 'M', help: 'help.measure', act: () => display.interaction?.toggleMeasure() },
    { code: 'KeyV', label: 'V', help: 'help.follow', act: () => controls.toggleFollow() },
    { code: 'Digit0', label: '0', help: 'help.fit', act: () => controls.fit() },
    { code: 'Equal', label: '+ −', help: 'help.zoom', act: () => map?.zoomIn() },
    { code: 'Space', label: 'Space', help: 'help.play', act: () => timeline.toggle() },
    { code: 'ArrowLeft', label: '← →', help: 'help.seek', act: () => timeline.seek(display.picture.time - 60) },
    { code: 'KeyP', label: 'P N', help: 'help.encounter', act: () => timeline.step(-1) },
    { code: 'BracketLeft', label: '[ ]', help: 'help.speed', act: () => timeline.changeSpeed(-1) },
    { code: 'KeyW', label: 'W', help: 'help.shift', act: () => session.handOver() },
    { code: 'KeyU', label: 'U', help: 'help.units', act: toggleUnits },
    { code: 'KeyL', label: 'L', help: 'help.language', act: toggleLanguage },
    { code: 'KeyD', label: 'D', help: 'help.style', act: toggleStyle },
    { code: 'KeyS', label: 'S', help: 'help.sound', act: toggleSound },
    { code: 'KeyO', label: 'O', help: 'help.performance', act: () => change({ performance: !settings.performance }) },
    { code: 'Escape', label: 'Esc', help: 'help.escape', act: () => controls.escape() },
    { code: 'Shift+Slash', label: '?', help: 'help.help', act: showHelp },
  ], [
    { code: 'Minus', act: () => map?.zoomOut() },
    { code: 'Shift+Equal', act: () => map?.zoomIn() },
    { code: 'ArrowRight', act: () => timeline.seek(display.picture.time + 60) },
    { code: 'KeyN', act: () => timeline.step(1) },
    { code: 'BracketRight', act: () => timeline.changeSpeed(1) },
  ]);

  // After a click with the mouse the keys are the page's again: space plays and pauses, it doesn't press the button once more.
  document.addEventListener('click', (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest('.icon-button, .text-button');
    if (event.detail > 0 && pressed === document.activeElement) /** @type {HTMLElement | null} */ (pressed)?.blur();
  });

  const clicks = /** @type {Record<string, () => void>} */ ({
    help: showHelp,
    'zoom-in': () => map?.zoomIn(),
    'zoom-out': () => map?.zoomOut(),
    fit: () => controls.fit(),
    rings: () => controls.toggleRings(),
    measure: () => display.interaction?.toggleMeasure(),
    target: enterTarget,
    together: declare,
  });
  for (const [id, act] of Object.entries(clicks)) byId(id).addEventListener('click', act);
}
