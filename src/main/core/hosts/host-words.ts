/** How a host is written where visitors can read it: first name, initial of the last name, department. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Between name and department. */
export const dash = ' – ';

/** `Mette H – Sales`; whoever has one name only is written with it: `Madonna – Sales`. */
export function hostWords(host: { readonly name: string; readonly department: string }): string {
  const names = host.name.split(/\s+/).filter((name) => name !== '');
  const [first = ''] = names;
  const last = names.length > 1 ? names.at(-1) : undefined;
  const [initial] = last === undefined ? [] : graphemes.segment(last);
  return `${initial === undefined ? first : `${first} ${initial.segment}`}${dash}${host.department}`;
}
