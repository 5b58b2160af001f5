/** Small helpers for the page. Text from outside goes in as text and never as markup. */

/**
 * An element that stands in index.html.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element with the id ${id}`);
  return /** @type {T} */ (element);
}

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} [className] @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/**
 * A button that says what it does.
 * @param {string} className @param {string} text @param {() => void} action
 */
export function button(className, text, action) {
  const element = make('button', className, text);
  element.type = 'button';
  element.addEventListener('click', action);
  return element;
}

/**
 * Write a text only when it changed, so that nothing is laid out for nothing.
 * @param {Element} element @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {string} name @param {string | null} value null takes it away */
export function mark(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Bring the children of a list in line with its items: one child an item, kept as long as the item's key stays, so that focus,
 * scrolling and a press in progress stay where they are. Of several items of one key the last is shown.
 * @template I
 * @param {HTMLElement} container @param {I[]} items @param {(item: I) => string} keyOf
 * @param {(item: I) => HTMLElement} create @param {(element: HTMLElement, item: I) => void} update
 */
export function reconcile(container, items, keyOf, create, update) {
  const wanted = new Map(items.map((item) => [keyOf(item), item]));
  /** @type {Map<string, HTMLElement>} */
  const known = new Map();
  // What is gone goes first: an element that is put in again after it loses the focus, though nobody sees it move.
  for (const child of /** @type {HTMLElement[]} */ ([...container.children])) {
    const key = child.dataset.key ?? '';
    if (wanted.has(key) && !known.has(key)) known.set(key, child);
    else child.remove();
  }
  let at = container.firstElementChild;
  for (const [key, item] of wanted) {
    let element = known.get(key);
    if (!element) {
      element = create(item);
      element.dataset.key = key;
    }
    if (element === at) at = at.nextElementSibling;
    else container.insertBefore(element, at);
    update(element, item);
  }
}
