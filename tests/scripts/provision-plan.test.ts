import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/main/provisioning/plan.ts';
import { standardLooks } from '../../src/shared/contract/looks.ts';
import { base64Of } from '../../src/shared/picture.ts';
import { pngOf } from '../support/pictures.ts';

const example = readFileSync(join(import.meta.dirname, '../../docs/provision.example.json'), 'utf8');
const typesExample = readFileSync(join(import.meta.dirname, '../../docs/visitor-types.example.json'), 'utf8');
const environment = { FOYER_ADMIN_PASSPHRASE: 'correct horse battery', FOYER_DESK_PASSPHRASE: 'front desk' };
// Salt and hash are zeros: the shape counts here, nobody can sign in with it.
const hash = `$argon2id$v=19$m=65536,t=3,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

type Json = Record<string, unknown>;

function changed(change: (file: Json) => void): string {
  const file = JSON.parse(example) as Json;
  change(file);
  return JSON.stringify(file);
}

function faultsOf(text: string, given: Record<string, string> = environment): Record<string, string> {
  const reading = readPlan(text, given);
  if (reading.ok) throw new Error('accepted');
  return Object.fromEntries(reading.faults.map(({ key, message }) => [key, message]));
}

const staffOf = (file: Json): Json[] => file.staff as Json[];
const settingsOf = (file: Json): Json => file.settings as Json;

describe('the provisioning file', () => {
  test('the documented example is accepted, passphrases taken from the environment', () => {
    const reading = readPlan(example, environment);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect(reading.plan.settings.siteName).toBe('Harbour House');
    expect(reading.plan.staff.map((member) => [member.userName, member.passphrase])).toEqual([
      ['admin', { plain: environment.FOYER_ADMIN_PASSPHRASE }],
      ['desk', { plain: environment.FOYER_DESK_PASSPHRASE }],
    ]);
  });

  test('a given hash is taken as it is', () => {
    const reading = readPlan(
      changed((file) => {
        const member = staffOf(file)[0] ?? {};
        delete member.passphraseFromEnvironment;
        member.passphraseHash = hash;
      }),
      environment,
    );
    expect(reading.ok && reading.plan.staff[0]?.passphrase).toEqual({ hash });
  });

  test('types of visitor are taken in their order, and need words in the default language', () => {
    const withTypes = (change: (file: Json) => void): string =>
      changed((file) => {
        Object.assign(file, JSON.parse(typesExample));
        change(file);
      });
    const reading = readPlan(
      withTypes(() => undefined),
      environment,
    );
    expect(reading.ok && reading.plan.visitorTypes?.map(({ names }) => names.en)).toEqual([
      'Visit or meeting',
      'Contractor',
    ]);
    const text = withTypes((file) => {
      const [type] = file.visitorTypes as Json[];
      if (type !== undefined) type.names = { en: 'Visit' };
    });
    expect(faultsOf(text)).toEqual({ 'visitorTypes.0.names.da': 'is empty' });
  });

  test('looks are taken, pictures from files beside it, and what is left out is the standard', () => {
    const text = changed((file) => {
      settingsOf(file).looks = { brandColour: '#00704A', greetings: { da: 'Velkommen ombord' } };
      file.pictures = { logo: 'logo.png' };
    });
    const reading = readPlan(text, environment, (path) => (path === 'logo.png' ? pngOf(400, 100) : null));
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect(reading.plan.settings.looks).toEqual({
      ...standardLooks,
      brandColour: '#00704a',
      greetings: { da: 'Velkommen ombord' },
    });
    expect(reading.plan.pictures).toEqual([{ role: 'logo', base64: base64Of(pngOf(400, 100)) }]);
    const plain = readPlan(
      changed((file) => delete settingsOf(file).looks),
      environment,
    );
    expect(plain.ok && plain.plan.settings.looks).toEqual(standardLooks);
  });

  test('bad looks and pictures are named with their keys', () => {
    const text = changed((file) => {
      settingsOf(file).looks = {
        brandColour: '#ffe600',
        greetings: { en: 'x'.repeat(61), english: 'Hello' },
        background: 'video',
        displayInches: 'large',
        logo: 'logo.png',
      };
    });
    expect(faultsOf(text)).toEqual({
      'settings.looks.brandColour': 'is too pale: a button in it cannot be seen on a light screen',
      'settings.looks.greetings.en': 'is longer than 60 characters',
      'settings.looks.greetings.english': 'is not a key allowed there',
      'settings.looks.background': 'is none of archway, plain, picture',
      'settings.looks.displayInches': 'is not of type number',
      'settings.looks.logo': 'is not a key Foyer knows',
    });
    const pictures = changed((file) => {
      file.pictures = { logo: 'logo.svg', background: 'missing.jpg' };
    });
    const reading = readPlan(pictures, environment, (path) =>
      path === 'logo.svg' ? new TextEncoder().encode('<svg/>') : null,
    );
    expect(!reading.ok && reading.faults).toEqual([
      { key: 'pictures.logo', message: 'is not a PNG, JPEG or WebP picture' },
      { key: 'pictures.background', message: 'names a file that cannot be read' },
    ]);
  });

  test('one reader, as older files have it, is named with what to write instead', () => {
    const faults = faultsOf(
      changed((file) => {
        const settings = settingsOf(file);
        settings.reader = { profile: 'simulated', format: null, device: null, raw: null };
        delete settings.readers;
      }),
    );
    expect(faults).toEqual({
      'settings.reader': 'is written settings.readers, a list with an entry for each reader',
      'settings.readers': 'is missing',
    });
  });

  test('readers that are named twice or set wrongly are named by their place in the list', () => {
    const desk = {
      readerId: 'desk',
      name: '',
      place: 'desk',
      profile: 'wedge',
      format: null,
      device: null,
      raw: null,
    };
    const faults = faultsOf(
      changed((file) => {
        settingsOf(file).readers = [
          desk,
          desk,
          { ...desk, readerId: 'raw', profile: 'raw', device: '8ff:9' },
        ];
      }),
    );
    expect(faults).toEqual({
      'settings.readers.1.readerId': 'is used twice',
      'settings.readers.1.profile': 'can be the profile of one reader only',
      'settings.readers.2.device': 'is two USB ids in upper-case hexadecimal, such as 08FF:0009',
      'settings.readers.2.raw': 'is empty',
    });
  });

  test('every fault is named at once, each under its key', () => {
    const faults = faultsOf(
      changed((file) => {
        const settings = settingsOf(file);
        delete settings.siteName;
        settings.timeZone = 'Mars/Olympus';
        settings.colour = 'blue';
        (settings.controller as Json).contactEmail = 'nobody';
        (file.retention as Json).visitDays = 900;
        const [first, second] = staffOf(file);
        Object.assign(first ?? {}, { userName: 'x' });
        Object.assign(second ?? {}, { roles: ['king'], passphraseHash: 'secret' });
        file.extra = true;
      }),
    );
    expect(Object.keys(faults).sort()).toEqual([
      'extra',
      'retention.visitDays',
      'settings.colour',
      'settings.controller.contactEmail',
      'settings.siteName',
      'settings.timeZone',
      'staff.0.userName',
      'staff.1',
      'staff.1.passphraseHash',
      'staff.1.roles.0',
    ]);
    for (const message of Object.values(faults)) expect(message).toMatch(/^(is|has|needs|names|holds) /);
  });

  test.each([
    [
      'no administrator',
      (file: Json) => Object.assign(staffOf(file)[0] ?? {}, { roles: ['privacy'] }),
      'staff',
    ],
    [
      'one user name twice',
      (file: Json) => Object.assign(staffOf(file)[1] ?? {}, { userName: 'ADMIN' }),
      'staff.1.userName',
    ],
    ['nobody', (file: Json) => Object.assign(file, { staff: [] }), 'staff'],
    ['no passphrase', (file: Json) => delete staffOf(file)[1]?.passphraseFromEnvironment, 'staff.1'],
    [
      'two passphrases',
      (file: Json) => Object.assign(staffOf(file)[1] ?? {}, { passphraseHash: hash }),
      'staff.1',
    ],
    [
      'an odd variable',
      (file: Json) => Object.assign(staffOf(file)[1] ?? {}, { passphraseFromEnvironment: 'a b' }),
      'staff.1.passphraseFromEnvironment',
    ],
    [
      'a staff entry that is none',
      (file: Json) => Object.assign(file, { staff: [...staffOf(file), 7] }),
      'staff.2',
    ],
    [
      'a default language outside',
      (file: Json) => Object.assign(settingsOf(file), { defaultLanguage: 'pl' }),
      'settings.defaultLanguage',
    ],
    [
      'contact kept longer than the visit',
      (file: Json) => Object.assign(file.retention as Json, { visitDays: 10, cardLinkDays: 5 }),
      'retention.contactDays',
    ],
  ])('%s', (_name, change, key) => {
    expect(Object.keys(faultsOf(changed(change)))).toEqual([key]);
  });

  test.each([
    ['weak', hash.replace('m=65536', 'm=4096'), 'too weakly'],
    ['dear', hash.replace('m=65536', 'm=9999999'), 'so dearly'],
    ['argon2i', hash.replace('argon2id', 'argon2i'), 'not an argon2id hash'],
    ['plain text', 'correct horse battery', 'not an argon2id hash'],
  ])('a hash that is %s is refused without being repeated', (_name, passphraseHash, words) => {
    const faults = faultsOf(
      changed((file) => {
        const member = staffOf(file)[1] ?? {};
        delete member.passphraseFromEnvironment;
        member.passphraseHash = passphraseHash;
      }),
    );
    expect(Object.keys(faults)).toEqual(['staff.1.passphraseHash']);
    expect(faults['staff.1.passphraseHash']).toContain(words);
    expect(JSON.stringify(faults)).not.toContain(passphraseHash);
  });

  test('passphrases in the environment are as long as the role asks for', () => {
    expect(
      faultsOf(example, { FOYER_ADMIN_PASSPHRASE: 'fourteen chars', FOYER_DESK_PASSPHRASE: 'seven7!' }),
    ).toEqual({
      'staff.0.passphraseFromEnvironment': 'names a passphrase of fewer than 15 characters',
      'staff.1.passphraseFromEnvironment': 'names a passphrase of fewer than 8 characters',
    });
    expect(Object.keys(faultsOf(example, {}))).toHaveLength(2);
  });

  test('text that is not JSON is refused with its place and none of its content', () => {
    const faults = faultsOf('{ "settings": hunter2 }');
    expect(faults['']).toMatch(/^is not JSON/);
    expect(faults['']).not.toContain('hunter2');
  });

  test('anything at all is answered, never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readPlan(text, {}).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
