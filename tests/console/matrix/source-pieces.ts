/** The pages and dialogs that stand in the source: whatever has a heading of its own, but no paper. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import english from '../../../src/renderer/words/en/console.json' with { type: 'json' };

const renderer = resolve(import.meta.dirname, '../../../src/renderer');

export interface Piece {
  /** In src/renderer. */
  readonly file: string;
  /** Its title as the source has it. */
  readonly source: string;
  /** What its title reads like in English; null where it is given from elsewhere. */
  readonly title: RegExp | null;
}

/** Every English text by its key, plurals under the key they are called by. */
function textsOf(tree: object, path = ''): (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`.replace(/_(zero|one|two|few|many|other)$/, ''), value] as const]
      : textsOf(value, `${path}${key}.`),
  );
}
const texts = textsOf(english);

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words that a title's source calls by name, with anything where something is filled in. */
function titleOf(source: string): RegExp | null {
  const keys = [...source.matchAll(/t\(\s*(?:[^'`()]*\?\s*)?(['`])(.+?)\1(?:\s*:\s*(['`])(.+?)\3)?/g)]
    .flatMap(([, , first, , second]) => [first, second])
    .filter((key) => key !== undefined);
  // What a component of its own says may be anybody's name.
  if (keys.length === 0 || /<[A-Z]/.test(source)) return null;
  const patterns = keys.map(
    (key) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/)
          .map(literal)
          .join('.+')}$`,
      ),
  );
  const words = texts.filter(([key]) => patterns.some((pattern) => pattern.test(key)));
  if (words.length === 0) throw new Error(`no words for ${keys.join(' and ')}`);
  const read = words.map(([, text]) =>
    text
      .split(/\{\{\w+\}\}/)
      .map(literal)
      .join('.+'),
  );
  return new RegExp(`^(${read.join('|')})`);
}

const opening = /<h1[^>]*>([\s\S]*?)<\/h1>|<(?:DeskDialog|PlainPage)\b([\s\S]*?)>\n/g;

export function sourcePieces(): readonly Piece[] {
  const files = globSync('**/*.tsx', { cwd: renderer }).filter(
    (file) => !/^(kiosk|ui)\/|-sheet\.tsx$|\/plain-page\.tsx$/.test(file),
  );
  const pieces = files.sort().flatMap((file) => {
    const onScreen = readFileSync(join(renderer, file), 'utf8').replaceAll(
      /<DeskSheet>[\s\S]*?<\/DeskSheet>/g,
      '',
    );
    return [...onScreen.matchAll(opening)].map(([, heading, attributes]): Piece => {
      const source = (heading ?? attributes ?? '')
        .replaceAll(/\s+/g, ' ')
        .replace(/ (lead|onClose)=.*/, '')
        .trim();
      return { file, source, title: titleOf(source) };
    });
  });
  // A browser that is not paired has a page without any of the console's pieces.
  return [...pieces, { file: 'pair.html', source: 'h1', title: null }];
}
