/**
 * The shapes of aircraft, by class. They say what separation depends on and nothing else: no side, no hostility, no mission.
 * Each points to the north and is about 16 pixels across.
 */

/** @param {string} path */
const shape = (path) => new Path2D(path);

/** @type {Record<import('./types').AircraftClass, Path2D>} */
export const SHAPES = {
  // Fuselage, swept wings, tailplane.
  airliner: shape('M0-8.5C.9-8.5 1.2-7 1.2-5.8V-2.6L8 2.2V4L1.2 1.9V5.4L3.2 7.1V8.4L0 7.5L-3.2 8.4V7.1L-1.2 5.4V1.9L-8 4V2.2L-1.2-2.6V-5.8C-1.2-7-.9-8.5 0-8.5Z'),
  // A slender delta.
  fighter: shape('M0-8.5L1.6-3L6.4 5.2V6.6L1.5 5.6L1 7.6H-1L-1.5 5.6L-6.4 6.6V5.2L-1.6-3Z'),
  // A body with its rotor, two blades crossed.
  helicopter: shape('M0-3.6C1.7-3.6 2.4-2.2 2.4-.6C2.4 1.2 1.2 2.4.7 3V7H2V8.2H-2V7H-.7V3C-1.2 2.4-2.4 1.2-2.4-.6C-2.4-2.2-1.7-3.6 0-3.6Z'
    + 'M-6.6-6.1L-5.7-7L6.6 5.3L5.7 6.2ZM5.7-7L6.6-6.1L-5.7 6.2L-6.6 5.3Z'),
  // A frame with four arms, and a nose.
  drone: shape('M-6.3-5.2L-5.2-6.3L-1.6-2.7L0-5L1.6-2.7L5.2-6.3L6.3-5.2L2.7-1.6V1.6L6.3 5.2L5.2 6.3L1.6 2.7H-1.6L-5.2 6.3L-6.3 5.2L-2.7 1.6V-1.6Z'),
  // A plain dart: something that flies.
  unknown: shape('M0-7.5L5.6 6.8L0 3.8L-5.6 6.8Z'),
};

/** Direction not known: a lozenge, which points nowhere. */
export const LOZENGE = shape('M0-6L6 0L0 6L-6 0Z');

/**
 * The class's shape, or that of the unknown.
 * @param {string} name
 */
export function shapeOf(name) {
  return SHAPES[/** @type {import('./types').AircraftClass} */ (name)] ?? SHAPES.unknown;
}
