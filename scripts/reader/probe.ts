import type { DeviceAnswer, Heard } from '../../src/main/readers/card-read.ts';
import { interpret, isPaymentCardHeard } from '../../src/main/readers/formats/interpret.ts';
import { findDevices } from '../../src/main/readers/found-devices.ts';
import { createSupervisor } from '../../src/main/readers/supervisor.ts';
import type { FoundDevice, ReaderProfile, TestReading } from '../../src/shared/contract/readers.ts';
import type { CommandLine } from './arguments.ts';
import { sayWhoElseListens, type Terminal } from './terminal.ts';
import { accessAdvice, libraryAdvice, readingLines } from './words.ts';

type Probe = CommandLine & { readonly command: 'probe' };
type Fault = (DeviceAnswer & { readonly ok: false })['fault'];

/** As long as anybody looks for a card. */
const patienceMs = 120_000;

/** Waits for one card. */
export async function probe(asked: Probe, terminal: Terminal): Promise<number> {
  const { port, timing, say, ended, platform } = terminal;
  const answer = await findDevices(port);
  if (!answer.ok) {
    say(answer.fault === 'unavailable' ? libraryAdvice : 'the devices of this machine could not be listed');
    return 1;
  }
  const choice = chooseFrom(answer.devices, asked);
  if (typeof choice === 'string') {
    say(choice);
    return 1;
  }

  const heard = Promise.withResolvers<number>();
  const supervisor = createSupervisor({
    ...{ port, timing },
    onRead: () => undefined,
    onStatus: () => undefined,
    onHeard(what) {
      const code = show(what, choice.profile, asked, terminal);
      if (code !== null) heard.resolve(code);
    },
  });
  const { device, profile } = choice;
  const begun = await supervisor.ask({
    ...{ kind: 'test', device, profile },
    ...{ collection: asked.part, forMs: patienceMs },
  });
  if (!begun.ok) {
    await supervisor.stop();
    for (const line of whyNot(begun.fault, choice, platform)) say(line);
    return 1;
  }
  sayWhoElseListens(terminal);
  say(`listening to ${device} as ${profile}: tap a card (Ctrl+C ends it)`);
  const late = Promise.withResolvers<number>();
  const cancel = timing.after(patienceMs, () => late.resolve(1));
  const stopped = ended.then(() => 1);
  const code = await Promise.race([heard.promise, late.promise.then(tooLate), stopped]);
  cancel();
  await supervisor.stop();
  return code;

  function tooLate(exitCode: number): number {
    say(`no card came within ${patienceMs / 60_000} minutes`);
    return exitCode;
  }
}

interface Choice {
  readonly device: string;
  readonly profile: ReaderProfile;
}

/** The device and the profile to listen with, or why that is not clear. */
function chooseFrom(devices: readonly FoundDevice[], { device, profile }: Probe): Choice | string {
  const fitting = devices.filter(
    (found) =>
      (device === null || found.device === device) &&
      (profile === null ? found.profiles.length > 0 : found.profiles.includes(profile)),
  );
  const ids = [...new Set(fitting.map((found) => found.device))];
  const [only, ...others] = ids;
  if (only === undefined) {
    if (device !== null && profile !== null && devices.some((found) => found.device === device))
      return `the profile ${profile} does not fit ${device}`;
    return `${device ?? 'a reader'} is not plugged in, or no profile fits it; \`npm run reader -- list\` shows what there is`;
  }
  if (others.length > 0) return `several devices may be a reader; name one with --device: ${ids.join(', ')}`;
  const chosen = profile ?? fitting[0]?.profiles[0];
  return chosen === undefined ? `no profile fits ${only}` : { device: only, profile: chosen };
}

function whyNot(fault: Fault, { device, profile }: Choice, platform: string): readonly string[] {
  if (fault === 'unavailable') return [libraryAdvice];
  if (fault === 'denied')
    return [
      `the system refuses access to ${device}:`,
      ...accessAdvice({ device, profiles: [profile] }, platform),
    ];
  return [fault === 'gone' ? `${device} was pulled out` : `${device} could not be opened`];
}

/** Shows what came; the exit code, or null when it was no card and the next report may be one. */
function show(
  heard: Heard,
  profile: ReaderProfile,
  { json, printed, format }: Probe,
  { print, say }: Terminal,
): number | null {
  if (isPaymentCardHeard(heard)) {
    if (json) print(JSON.stringify({ dropped: 'payment-card' }));
    else say('dropped: a payment card, which has no business here. Tap an access card');
    return null;
  }
  const readings = interpret(heard, printed).filter(
    (reading) => format === null || reading.format === format,
  );
  if (json) print(JSON.stringify({ profile, heard, printed, readings }));
  else {
    print(`raw       ${heard.kind === 'text' ? heard.raw : heard.raw.replace(/..(?=.)/g, '$& ')}`);
    if (heard.bits !== null) print(`bits      ${heard.bits}: ${inBits(heard)}`);
    for (const reading of readings) {
      const [first, second] = readingLines(reading);
      print(`reading   ${first}`);
      print(`        ${second}`);
    }
    const [best] = readings;
    if (best !== undefined && printed !== null) print(`settings  ${settingsFor(best, profile)}`);
  }
  if (readings.length > 0) return 0;
  say(
    printed === null
      ? 'no format fits; with --printed NUMBER every part of the report is looked through'
      : `this card cannot be read as ${printed}: look at the number again, or try another card`,
  );
  return 1;
}

function inBits({ raw, bits }: Heard): string {
  return BigInt(`0x${raw}`)
    .toString(2)
    .padStart(bits ?? 0, '0');
}

function settingsFor({ format, field }: TestReading, profile: ReaderProfile): string {
  const place =
    profile === 'raw' && field !== null ? `, field ${field.offset}:${field.length}:${field.byteOrder}` : '';
  return `profile ${profile}, format ${format}${place}`;
}
