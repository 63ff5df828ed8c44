/** The form in which values travel to and from the preload's world; its other end is in `worlds.ts`. */

type Encoded = readonly [kind: string, content?: unknown];

/** Plain data only; what Electron could clone beyond it (dates, maps, buffers) no message of a shell needs. */
export function encode(value: unknown): Encoded {
  if (value === undefined) return ['undefined'];
  if (Array.isArray(value)) return ['array', value.map(encode)];
  if (typeof value === 'object' && value !== null) {
    if (![Object.prototype, null].includes(Object.getPrototypeOf(value)))
      throw new Error('An object could not be cloned.');
    return ['object', Object.entries(value).map(([key, content]) => [key, encode(content)])];
  }
  if (!['string', 'number', 'boolean'].includes(typeof value) && value !== null)
    throw new Error('An object could not be cloned.');
  return ['value', value];
}

export function decode([kind, content]: Encoded): unknown {
  if (kind === 'undefined') return undefined;
  if (kind === 'array') return (content as Encoded[]).map(decode);
  if (kind === 'object')
    return Object.fromEntries((content as [string, Encoded][]).map(([key, part]) => [key, decode(part)]));
  return content;
}
