/** Small elements, made in one go; text goes in as text and is never read as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string>} attributes @param {string | Node[]} [content]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes, content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (typeof content === 'string') made.textContent = content;
  else if (content) made.append(...content);
  return made;
}

/**
 * Everything in an element anew.
 * @param {Element} parent @param {Node[]} children
 */
export function fill(parent, children) {
  parent.replaceChildren(...children);
}

/**
 * Everything in an element as given; what is the same already stays, so that a pointer or the keyboard on it stays where it is.
 * @param {Element} parent @param {Element[]} children
 */
export function renew(parent, children) {
  children.forEach((child, index) => {
    const old = parent.children[index];
    if (!old) parent.append(child);
    else if (old.outerHTML !== child.outerHTML) old.replaceWith(child);
  });
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
}
