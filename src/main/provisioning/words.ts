/** Says in a sentence what is wrong with a value of a provisioning file; the key stands before it. */
import type { z } from 'zod';
import { kioskLanguages } from '../../shared/words/kiosk-words.ts';

const words: Readonly<Record<string, string>> = {
  required: 'is empty',
  shape: 'has not the right shape',
  characters: 'holds characters that are not allowed, such as line breaks',
  'too-long': 'is too long',
  name: 'needs at least one letter',
  email: 'is not an e-mail address',
  phone: 'is not a telephone number',
  'user-name': 'is 2 to 64 letters, digits, dots, dashes or underscores',
  'time-zone': 'is not a time zone this machine knows, such as Europe/Copenhagen',
  'usb-id': 'is two USB ids in upper-case hexadecimal, such as 08FF:0009',
  'language-unknown': `names a language the kiosk has no words in (it has ${kioskLanguages.join(', ')} and those of the files in words)`,
  'language-twice': 'names a language twice',
  'languages-many': 'names more than twelve languages',
  'not-among-languages': 'is not one of settings.languages',
  'whole-number': 'is not a whole number',
  'days-range': 'is from 1 to 90 days',
  'longer-than-visit': 'is longer than retention.visitDays',
  colour: 'is a colour as six hexadecimal digits, such as #0a4f94',
  'colour-pale': 'is too pale: a button in it cannot be seen on a light screen',
  'greeting-long': 'is longer than 60 characters',
  'rules-long': 'is too long: 120 words in the default language, 170 in another',
  registration: 'is not a vehicle registration',
  'types-many': 'has more than twelve entries',
  taken: 'is used twice',
  'inches-range': 'is a number of inches from 7 to 100, or null',
  'picture-unreadable': 'names a file that cannot be read',
  'picture-kind': 'is not a PNG, JPEG or WebP picture',
  'picture-bytes': 'is too large a file: 150 kB for a logo, 600 kB for a background',
  'picture-size': 'has too many pixels: 1,200 on the longer side of a logo, 2,200 of a background',
  'unknown-key': 'is not a key Foyer knows',
  'one-reader': 'is written settings.readers, a list with an entry for each reader',
  'too-many': 'has too many entries',
  'reader-twice': 'is used twice',
  'reader-once': 'can be the profile of one reader only',
  'user-name-taken': 'is used twice',
  'one-passphrase': 'needs either passphraseHash or passphraseFromEnvironment, and not both',
  'not-in-environment': 'names an environment variable that is not set',
  'environment-name': 'is not the name of an environment variable',
  'no-administrator': 'needs at least one administrator',
  argon2id: 'is not an argon2id hash in PHC form ($argon2id$v=19$m=…,t=…,p=…$…$…)',
  'hash-weak': 'is hashed too weakly: at least m=19456, t=2, p=1',
  'hash-costly': 'is hashed so dearly that signing in would stall: at most m=1048576, t=20, p=16',
};

/** A code of Foyer's own or an issue of the schema, in words. Never repeats the value. */
export function inWords(problem: string | z.core.$ZodIssue): string {
  if (typeof problem === 'string') return words[problem] ?? problem;
  if (problem.code === 'invalid_type') return `is not of type ${problem.expected}`;
  const own = words[problem.message];
  if (own !== undefined) return own;
  if (problem.code === 'invalid_key') return 'is not a key allowed there';
  if (problem.code === 'invalid_value') return `is none of ${problem.values.map(String).join(', ')}`;
  return 'is not allowed';
}
