/** A message that is being composed: its elements with what stands in their fields, as the line's commands write it. */

/** @typedef {{code: string, values: Map<string, string>, definition: import('./types').Element | null}} DraftElement */

/**
 * `CODE name=value …; CODE …` as elements with their values.
 * @param {string} coded @returns {DraftElement[]}
 */
export function parseCoded(coded) {
  return coded.split(';').map((part) => part.trim()).filter(Boolean).map((part) => {
    const [code, ...words] = part.split(/\s+/);
    /** @type {Map<string, string>} */
    const values = new Map();
    let name = '';
    for (const word of words) {
      const mark = word.indexOf('=');
      if (mark > 0) {
        name = word.slice(0, mark);
        values.set(name, word.slice(mark + 1));
      } else if (name) values.set(name, `${values.get(name)} ${word}`);
    }
    return { code, values, definition: null };
  });
}

/** @param {DraftElement[]} elements */
export function writeCoded(elements) {
  return elements.map(({ code, values }) => [code, ...[...values].filter(([, value]) => value.trim() !== '').map(([name, value]) => `${name}=${clean(value)}`)].join(' ')).join('; ');
}

/**
 * A value can't end an element or begin another parameter.
 * @param {string} value
 */
function clean(value) {
  return value.replace(/[;=]/g, ' ').replace(/\s+/g, ' ').trim();
}
