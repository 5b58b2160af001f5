/**
 * Server-sent events, parsed by hand: the browser's EventSource hides comment lines, and the station's heartbeat is one.
 * After the event stream section of the HTML Living Standard.
 */

/**
 * @typedef {object} Handlers
 * @property {(event: string, data: string) => void} event a whole event
 * @property {(comment: string) => void} comment a comment line, such as the heartbeat
 */

/** Turns pieces of text, cut anywhere, into events. */
export class EventParser {
  /** @param {Handlers} handlers */
  constructor(handlers) {
    this.handlers = handlers;
    /** @type {string[]} pieces of the line that is not finished yet */
    this.pieces = [];
    this.name = '';
    /** @type {string[]} */
    this.data = [];
    this.afterReturn = false;
  }

  /** @param {string} text */
  push(text) {
    let from = this.afterReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.afterReturn = false;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code !== 10 && code !== 13) continue;
      this.pieces.push(text.slice(from, i));
      this.line(this.pieces.length === 1 ? this.pieces[0] : this.pieces.join(''));
      this.pieces = [];
      if (code === 13) {
        if (i + 1 === text.length) this.afterReturn = true;
        else if (text.charCodeAt(i + 1) === 10) i++;
      }
      from = i + 1;
    }
    if (from < text.length) this.pieces.push(text.slice(from));
  }

  /** @param {string} line */
  line(line) {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return this.handlers.comment(line.slice(1).trim());
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1);
    if (field === 'event') this.name = value;
    else if (field === 'data') this.data.push(value);
  }

  dispatch() {
    if (this.data.length > 0) this.handlers.event(this.name || 'message', this.data.join('\n'));
    this.name = '';
    this.data = [];
  }
}
