/**
 * The file of an unattended set-up: read, checked as a whole and turned into an installation plan, without
 * touching a data folder. `provision.ts` does the rest; what a site's settings mean is the contract's business.
 */
import { z } from 'zod';
import { judgePicture, PictureRole } from '../../shared/contract/looks.ts';
import { RetentionSettings } from '../../shared/contract/retention.ts';
import { SiteSettings } from '../../shared/contract/site.ts';
import { shortestPassphraseFor } from '../../shared/contract/staff.ts';
import { mostTypes, VisitorType, visitorTypeFaults } from '../../shared/contract/visitor-types.ts';
import { base64Of } from '../../shared/picture.ts';
import { Line, UserName } from '../../shared/text.ts';
import { StaffRole } from '../../shared/vocabulary.ts';
import type { InstallationPlan } from '../app.ts';
import { inWords } from './words.ts';

/** One thing wrong with the file; the key is a dotted path such as `staff.0.userName`, `''` for the whole file. */
export interface PlanFault {
  readonly key: string;
  readonly message: string;
}

export type PlanReading =
  | { readonly ok: true; readonly plan: PlanBeforeHashing }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

/** The plan with passphrases from the environment still to be hashed. */
export interface PlanBeforeHashing extends Omit<InstallationPlan, 'staff'> {
  readonly staff: readonly (Omit<InstallationPlan['staff'][number], 'passphraseHash'> & {
    readonly passphrase: { readonly hash: string } | { readonly plain: string };
  })[];
}

/** `$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH` (PHC string format), salt of 16 bytes and hash of 32 or more. */
const phc =
  /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$[A-Za-z0-9+/]{22,128}\$[A-Za-z0-9+/]{43,256}$/;

/**
 * Costs a hash may have. Lower bounds: the weakest argon2id setting of OWASP's Password Storage Cheat Sheet
 * (19 MiB, t=2, p=1). Upper bounds keep a sign-in from taking the machine down.
 */
const PassphraseHash = z.string('required').superRefine((text, context) => {
  const [, memory, time, lanes] = phc.exec(text)?.map(Number) ?? [];
  if (memory === undefined || time === undefined || lanes === undefined)
    context.addIssue({ code: 'custom', message: 'argon2id' });
  else if (memory < 19_456 || time < 2 || lanes < 1)
    context.addIssue({ code: 'custom', message: 'hash-weak' });
  else if (memory > 1_048_576 || time > 20 || lanes > 16)
    context.addIssue({ code: 'custom', message: 'hash-costly' });
});

const EnvironmentName = z.string('required').regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'environment-name');

const PictureFile = z.string('required').min(1, 'required').max(1_000, 'too-long');

const ProvisionedStaff = z.strictObject({
  userName: UserName,
  displayName: Line,
  roles: z.array(StaffRole).min(1, 'required'),
  passphraseHash: PassphraseHash.optional(),
  passphraseFromEnvironment: EnvironmentName.optional(),
});

export const ProvisionFile = z.strictObject({
  settings: SiteSettings,
  retention: RetentionSettings,
  staff: z.array(ProvisionedStaff).min(1, 'required'),
  /** What visitors choose between at the kiosk, in this order. */
  visitorTypes: z.array(VisitorType).max(mostTypes, 'types-many').optional(),
  /** Files, as paths from the provisioning file's own folder. */
  pictures: z.strictObject({ logo: PictureFile.optional(), background: PictureFile.optional() }).optional(),
});
export type ProvisionFile = z.output<typeof ProvisionFile>;

type Environment = Readonly<Record<string, string | undefined>>;
/** The bytes of a file named in the plan, null when it cannot be read. */
export type ReadFile = (path: string) => Uint8Array | null;

/** Reads the text of a provisioning file; every fault there is, in the order of the file where it has one. */
export function readPlan(
  text: string,
  environment: Environment,
  readFile: ReadFile = () => null,
): PlanReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser quotes a piece of the file, which may hold a passphrase hash: only the position is repeated.
    const position = /position \d+( \(line \d+ column \d+\))?/.exec(
      error instanceof Error ? error.message : '',
    );
    return faulty([{ key: '', message: `is not JSON${position === null ? '' : `, at ${position[0]}`}` }]);
  }
  const parsed = ProvisionFile.safeParse(value);
  const pictures = parsed.success ? readPictures(parsed.data, readFile) : { faults: [], pictures: [] };
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, value))),
    ...staffFaults(value, environment),
    ...(parsed.success ? typeFaults(parsed.data) : []),
    ...pictures.faults,
  ];
  if (!parsed.success || faults.length > 0) return faulty(faults);
  return { ok: true, plan: { ...planOf(parsed.data, environment), pictures: pictures.pictures } };
}

function readPictures({ pictures = {} }: ProvisionFile, readFile: ReadFile) {
  const read: { role: PictureRole; base64: string }[] = [];
  const faults: PlanFault[] = [];
  for (const role of PictureRole.options) {
    const path = pictures[role];
    if (path === undefined) continue;
    const bytes = readFile(path);
    const judged = bytes === null ? { fault: 'picture-unreadable' } : judgePicture(role, bytes);
    if ('fault' in judged) faults.push({ key: `pictures.${role}`, message: inWords(judged.fault) });
    else if (bytes !== null) read.push({ role, base64: base64Of(bytes) });
  }
  return { pictures: read, faults };
}

/** Words a type lacks in the site's default language. */
function typeFaults({ settings, visitorTypes = [] }: ProvisionFile): PlanFault[] {
  return visitorTypes.flatMap((type, index) =>
    Object.entries(visitorTypeFaults(type, settings.defaultLanguage)).map(([key, message]) => ({
      key: `visitorTypes.${index}.${key}`,
      message: inWords(message),
    })),
  );
}

function faulty(faults: readonly PlanFault[]): PlanReading {
  return { ok: false, faults };
}

function faultsOf(issue: z.core.$ZodIssue, file: unknown): PlanFault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => {
      const key = [...path, name].join('.');
      // Files written for one reader hold it.
      return { key, message: inWords(key === 'settings.reader' ? 'one-reader' : 'unknown-key') };
    });
  const missing = valueAt(file, path) === undefined;
  return [{ key: path.join('.'), message: missing ? 'is missing' : inWords(issue) }];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** What no single entry of `staff` can know; looks at whatever has the right shape, so that all faults show at once. */
function staffFaults(value: unknown, environment: Environment): PlanFault[] {
  const entries = z.object({ staff: z.array(z.unknown()).min(1) }).safeParse(value);
  if (!entries.success) return [];
  const faults: PlanFault[] = [];
  const seen = new Set<string>();
  let administrators = 0;
  entries.data.staff.forEach((entry, index) => {
    const at = (field: string): string => `staff.${index}.${field}`;
    const { userName, roles, passphraseHash, passphraseFromEnvironment } = readable(entry);
    if (roles?.includes('administrator') === true) administrators += 1;
    if (userName !== undefined && seen.has(userName))
      faults.push({ key: at('userName'), message: inWords('user-name-taken') });
    if (userName !== undefined) seen.add(userName);
    if ((passphraseHash === undefined) === (passphraseFromEnvironment === undefined))
      faults.push({ key: `staff.${index}`, message: inWords('one-passphrase') });
    if (passphraseFromEnvironment === undefined) return;
    const passphrase = environment[passphraseFromEnvironment] ?? '';
    const shortest = shortestPassphraseFor(roles ?? []);
    const key = at('passphraseFromEnvironment');
    if (passphrase === '') faults.push({ key, message: inWords('not-in-environment') });
    else if (passphrase.length < shortest)
      faults.push({ key, message: `names a passphrase of fewer than ${shortest} characters` });
    else if (passphrase.length > 256)
      faults.push({ key, message: 'names a passphrase of more than 256 characters' });
  });
  if (administrators === 0) faults.push({ key: 'staff', message: inWords('no-administrator') });
  return faults;
}

const Readable = z.object({
  userName: UserName.optional().catch(undefined),
  roles: z.array(StaffRole).optional().catch(undefined),
  passphraseHash: z.unknown().optional(),
  passphraseFromEnvironment: EnvironmentName.optional().catch(''),
});

function readable(entry: unknown): Partial<z.output<typeof Readable>> {
  const read = Readable.safeParse(entry);
  return read.success ? read.data : { passphraseHash: '' };
}

function planOf(file: ProvisionFile, environment: Environment): PlanBeforeHashing {
  return {
    settings: file.settings,
    retention: file.retention,
    visitorTypes: file.visitorTypes ?? [],
    staff: file.staff.map(({ userName, displayName, roles, passphraseHash, passphraseFromEnvironment }) => ({
      userName,
      displayName,
      roles,
      passphrase:
        passphraseHash === undefined
          ? { plain: environment[passphraseFromEnvironment ?? ''] ?? '' }
          : { hash: passphraseHash },
    })),
  };
}
