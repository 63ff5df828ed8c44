import type { CardRead, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import { findDevices } from '../../src/main/readers/found-devices.ts';
import { profiles as knownProfiles } from '../../src/main/readers/profiles/profiles.ts';
import { createSupervisor } from '../../src/main/readers/supervisor.ts';
import type { ReaderProfile, ReaderStatus } from '../../src/shared/contract/readers.ts';
import type { CommandLine } from './arguments.ts';
import { sayWhoElseListens, type Terminal } from './terminal.ts';
import { accessAdvice, stateWords, tapWords } from './words.ts';

type Watch = CommandLine & { readonly command: 'watch' };

/** Until Ctrl+C, which is its way to end well. */
export async function watch(asked: Watch, terminal: Terminal): Promise<number> {
  const { port, timing, clock, print, say, ended, platform } = terminal;
  const readers = await readersFrom(asked, terminal);
  if (typeof readers === 'string') {
    say(readers);
    return 1;
  }
  sayWhoElseListens(terminal);
  say(`watching for ${readers.map(nameOf).join(', ')}; Ctrl+C ends it`);

  function line(profile: ReaderProfile, text: string, facts: object): void {
    const at = clock();
    if (asked.json) print(JSON.stringify({ at, profile, ...facts }));
    else print(`${new Date(at).toTimeString().slice(0, 8)}  ${profile}  ${text}`);
  }
  const shown = new Map<string, string>();
  function onStatus(statuses: readonly ReaderStatus[]): void {
    for (const { readerId, profile, state } of statuses) {
      if (shown.get(readerId) === state) continue;
      // Nobody asked for all of these readers, so the ones that were never there are no news.
      const isNews = shown.has(readerId) || state !== 'absent' || asked.device !== null;
      shown.set(readerId, state);
      if (!isNews) continue;
      line(profile, stateWords[state], { kind: 'state', state });
      const device = asked.device;
      if (state === 'denied' && !asked.json)
        for (const advice of device === null
          ? ['`npm run reader -- list` says what to do']
          : accessAdvice({ device, profiles: [profile] }, platform))
          print(`          ${advice}`);
    }
  }
  function onRead({ profile, reading }: CardRead): void {
    line(profile, tapWords(reading), {
      kind: 'tap',
      ...(reading.kind === 'credential' ? reading.credential : { unreadable: reading.reason }),
    });
  }

  const supervisor = createSupervisor({ port, timing, onRead, onStatus, onHeard: () => undefined });
  supervisor.configure(readers);
  await ended;
  await supervisor.stop();
  return 0;
}

/** The readers to watch, or why there are none. */
async function readersFrom(
  { device, profile, part, format, field }: Watch,
  { port }: Terminal,
): Promise<readonly ReaderConfiguration[] | string> {
  const reader = (name: ReaderProfile): ReaderConfiguration => ({
    ...{ readerId: name, name: '', place: 'desk' },
    ...{ profile: name, format, device, raw: field && { ...field, collection: part } },
  });
  if (profile !== null) return [reader(profile)];
  if (device === null)
    return knownProfiles
      .filter(({ device: known }) => known !== null && !known.named)
      .map(({ profile: name }) => reader(name));
  const answer = await findDevices(port);
  const found = answer.ok
    ? answer.devices.find((each) => each.device === device && each.profiles.length > 0)
    : undefined;
  const [first] = found?.profiles ?? [];
  if (first === undefined)
    return `${device} is not plugged in or no profile fits it; name a --profile to wait for it all the same`;
  if (first === 'raw')
    return `${device} needs --profile raw and --field; \`npm run reader -- probe\` finds the field`;
  return [reader(first)];
}

function nameOf({ profile, device }: ReaderConfiguration): string {
  return device === null ? profile : `${device} (${profile})`;
}
