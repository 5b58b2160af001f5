/** The one way out for all sounds of the page. A browser keeps it shut until the person touches the page; whether it does is known here. */

/** How long a browser that allows sound may take to begin. */
const START_MILLISECONDS = 1000;

export class Loudspeaker {
  constructor() {
    /** @type {AudioContext | null} */
    this.context = null;
    /**
     * Since when sound is wanted, milliseconds; null until it is.
     * @type {number | null}
     */
    this.wantedAt = null;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** Sound is wanted: so it is known from then on, and not at the first alarm, whether the browser lets it out. */
  open() {
    if (this.wantedAt !== null) return;
    this.wantedAt = performance.now();
    // A finger counts when it comes up, a mouse when it goes down.
    for (const name of ['pointerdown', 'pointerup', 'keydown']) addEventListener(name, () => this.start(), { capture: true });
    this.start();
    setTimeout(() => this.changed(), START_MILLISECONDS);
  }

  start() {
    if (this.isRunning) return;
    try {
      if (!this.context) {
        this.context = new AudioContext();
        this.context.addEventListener('statechange', () => this.changed());
      }
      this.context.resume().catch(() => {});
    } catch {
      // Nothing can be heard here at all, and the page says so.
    }
  }

  get isRunning() {
    return this.context?.state === 'running';
  }

  /** Whether sound is wanted and nothing can be heard. */
  get isBlocked() {
    return this.wantedAt !== null && !this.isRunning && performance.now() - this.wantedAt >= START_MILLISECONDS;
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  changed() {
    for (const listener of this.listeners) listener();
  }
}

export const loudspeaker = new Loudspeaker();
