/**
 * The command line and the configuration file of both hosts.
 *
 *     --host electron|server         which host; read by `npm start`, accepted and ignored by the hosts
 *     --kiosk                        lock the windows to the screen
 *     --data DIR                     the data folder (default: see data-folder.ts)
 *     --config FILE                  a JSON file with the same settings, below
 *     --port N                       server host: 0 for any free port; without it 4713 or the next free one
 *     --listen ADDRESS[:PORT]        let paired devices in from the network, over TLS (port 4743)
 *     --join URL                     be a kiosk or console of the Foyer at this address, https://HOST:PORT
 *     --code CODE --fingerprint SHA  with `--join`: the pairing code and the certificate of that Foyer
 *     --no-open                      server host: open no window, only print the addresses
 *     --reader auto|simulated|none   auto: what the site chose; the others override it
 *     --demo                         invented people; the reader is simulated unless `--reader` says otherwise
 *
 * `--name=value` works too. The file holds any of `host`, `kiosk`, `data`, `port`, `listen`, `join`, `noOpen`,
 * `reader`, `demo`, `keyFile` (see key-source.ts), `certificate` with `certificateKey` (PEM files shown on the network
 * instead of a certificate of Foyer's own) and `names` (host names of this machine there); the command line wins, and
 * paths in the file count from the file's folder.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { defaultDataFolder, type Machine } from './data-folder.ts';
import { readFingerprint } from './join/fingerprint.ts';
import { type ListenAddress, readJoinAddress, readListenAddress } from './network/network-address.ts';

export const readerOverrides = ['auto', 'simulated', 'none'] as const;
export type ReaderOverride = (typeof readerOverrides)[number];

export interface HostOptions {
  readonly host: 'electron' | 'server' | null;
  readonly kiosk: boolean;
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: 4713 or the next free one. */
  readonly port: number | null;
  readonly open: boolean;
  readonly reader: ReaderOverride;
  readonly demo: boolean;
  /** Absolute, or null where none is named. */
  readonly keyFile: string | null;
  /** Null leaves it to the office. */
  readonly listen: ListenAddress | null;
  /** Absolute; null for a certificate of Foyer's own. */
  readonly certificate: { readonly certificate: string; readonly key: string } | null;
  /** Host names of this machine on the network, in lower case. */
  readonly names: readonly string[];
  /** The Foyer this one is a device of; null for one with its own data. */
  readonly join: URL | null;
  /** For the first start with `join`, instead of typing and comparing at the terminal. */
  readonly pairing: { readonly code: string | null; readonly fingerprint: string | null };
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: HostOptions }
  /** One sentence for each fault, for the terminal. */
  | { readonly ok: false; readonly faults: readonly string[] };

const joinForm = 'is an address like https://HOST:4743';

const Configuration = z.strictObject({
  host: z.enum(['electron', 'server'], 'is electron or server').optional(),
  kiosk: z.boolean('is true or false').optional(),
  data: z.string('is a path').min(1, 'is a path').optional(),
  port: z
    .int('is a whole number from 0 to 65535')
    .min(0, 'is a whole number from 0 to 65535')
    .max(65_535, 'is a whole number from 0 to 65535')
    .optional(),
  noOpen: z.boolean('is true or false').optional(),
  reader: z.enum(readerOverrides, 'is auto, simulated or none').optional(),
  demo: z.boolean('is true or false').optional(),
  keyFile: z.string('is a path').min(1, 'is a path').optional(),
  listen: z
    .string('is ADDRESS or ADDRESS:PORT')
    .refine((text) => readListenAddress(text) !== null, 'is ADDRESS or ADDRESS:PORT')
    .optional(),
  join: z
    .string(joinForm)
    .refine((text) => readJoinAddress(text) !== null, joinForm)
    .optional(),
  code: z.string().optional(),
  fingerprint: z
    .string()
    .refine((text) => readFingerprint(text) !== null, 'is a SHA-256, 64 hexadecimal digits')
    .optional(),
  certificate: z.string('is a path').min(1, 'is a path').optional(),
  certificateKey: z.string('is a path').min(1, 'is a path').optional(),
  names: z
    .array(
      z
        .string('is a list of host names')
        .toLowerCase()
        .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, 'is a list of host names'),
    )
    .optional(),
});
type Configuration = z.output<typeof Configuration>;

const switches = { '--kiosk': 'kiosk', '--no-open': 'noOpen', '--demo': 'demo' } as const;
const values = {
  '--host': 'host',
  '--data': 'data',
  '--port': 'port',
  '--reader': 'reader',
  '--listen': 'listen',
  '--join': 'join',
  '--code': 'code',
  '--fingerprint': 'fingerprint',
} as const;

/** `argumentsGiven` without the program and its file. Reads the configuration file where one is named. */
export function parseOptions(argumentsGiven: readonly string[], machine: Machine): ParsedOptions {
  const line = readLine(argumentsGiven);
  const file = line.config === null ? null : readConfiguration(resolve(machine.workingFolder, line.config));
  const faults = [...line.faults, ...(file?.faults ?? [])];
  const { certificate, certificateKey } = file?.configuration ?? {};
  if (faults.length > 0) return { ok: false, faults };

  const settings: Configuration = { ...file?.configuration, ...line.settings };
  if (settings.code !== undefined && settings.fingerprint === undefined)
    return { ok: false, faults: ['--code needs --fingerprint, so that it is sent to nobody else'] };
  const demo = settings.demo ?? false;
  const data =
    line.settings.data === undefined
      ? file?.configuration.data
      : resolve(machine.workingFolder, line.settings.data);
  return {
    ok: true,
    options: {
      host: settings.host ?? null,
      kiosk: settings.kiosk ?? false,
      // A machine may be a device of another and have its own Foyer too.
      dataFolder:
        data ?? `${defaultDataFolder(machine, demo)}${settings.join === undefined ? '' : '-device'}`,
      port: settings.port ?? null,
      open: settings.noOpen !== true,
      reader: settings.reader ?? (demo ? 'simulated' : 'auto'),
      demo,
      keyFile: settings.keyFile ?? null,
      listen: settings.listen === undefined ? null : readListenAddress(settings.listen),
      certificate:
        certificate === undefined || certificateKey === undefined
          ? null
          : { certificate, key: certificateKey },
      names: settings.names ?? [],
      join: settings.join === undefined ? null : readJoinAddress(settings.join),
      pairing: {
        code: settings.code ?? null,
        fingerprint: settings.fingerprint === undefined ? null : readFingerprint(settings.fingerprint),
      },
    },
  };
}

interface Line {
  readonly settings: Configuration;
  readonly config: string | null;
  readonly faults: readonly string[];
}

function readLine(argumentsGiven: readonly string[]): Line {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  let config: string | null = null;
  const waiting = argumentsGiven.flatMap((argument) => {
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
  });
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (isKeyOf(switches, name)) {
      given[switches[name]] = true;
      continue;
    }
    if (name !== '--config' && !isKeyOf(values, name)) {
      faults.push(`${name} is not an option of Foyer`);
      // What follows was meant as its value.
      if (name.startsWith('--') && waiting[0]?.startsWith('--') === false) waiting.shift();
      continue;
    }
    const value = waiting[0];
    if (value === undefined || value === '' || value.startsWith('--')) {
      faults.push(`${name} needs a value`);
      continue;
    }
    waiting.shift();
    if (name === '--config') config = value;
    else given[values[name]] = name === '--port' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  }
  const parsed = Configuration.safeParse(given);
  if (parsed.success) return { settings: parsed.data, config, faults };
  const named = parsed.error.issues.map(
    ({ path, message }) => `--${String(path[0])} ${message}, not ${String(given[String(path[0])])}`,
  );
  return { settings: {}, config, faults: [...faults, ...new Set(named)] };
}

function readConfiguration(file: string): {
  readonly configuration: Configuration;
  readonly faults: readonly string[];
} {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return { configuration: {}, faults: [`the configuration file ${file} ${why}`] };
  }
  const parsed = Configuration.safeParse(content);
  if (!parsed.success)
    return {
      configuration: {},
      faults: parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => `${file}: ${key} is not a setting`)
          : [
              issue.path.length === 0
                ? `${file}: is not an object`
                : `${file}: ${issue.path.join('.')} ${issue.message}`,
            ],
      ),
    };
  if ((parsed.data.certificate === undefined) !== (parsed.data.certificateKey === undefined))
    return { configuration: {}, faults: [`${file}: certificate and certificateKey go together`] };
  const from = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(dirname(file), path);
  const { data, keyFile, certificate, certificateKey, ...rest } = parsed.data;
  return {
    configuration: {
      ...rest,
      ...(data !== undefined && { data: from(data) }),
      ...(keyFile !== undefined && { keyFile: from(keyFile) }),
      ...(certificate !== undefined && { certificate: from(certificate) }),
      ...(certificateKey !== undefined && { certificateKey: from(certificateKey) }),
    },
    faults: [],
  };
}

function isKeyOf<Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> {
  return Object.hasOwn(table, name);
}
