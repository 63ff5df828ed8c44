/** What a log may say about a bug: what kind of error and where, never its message, which may quote input. */

export function faultLine(error: unknown): { readonly error: string; readonly place: string } {
  if (!(error instanceof Error)) return { error: typeof error, place: '' };
  return {
    error: 'code' in error ? `${error.name} ${String(error.code)}` : error.name,
    place: placeOf(error),
  };
}

/** The file's name and line of the first frame, without the folders, which name users of the machine. */
function placeOf({ stack = '', message }: Error): string {
  // The stack begins with the message, and a message may look like a frame.
  const frames = stack.slice(stack.indexOf(message) + message.length);
  const place = /^\s+at .*?([^\\/()\s]+:\d+:\d+)\)?$/m.exec(frames);
  return place?.[1] ?? '';
}
