/**
 * Listening to a device for the reader page: the device is borrowed from the reader that has it, what comes from it
 * is heard and is no tap, and it is given back at the end. One test at a time. Pulled out meanwhile, the device is
 * listened to again as soon as it is back.
 */

import { createTapCounter } from '../../shared/same-card.ts';
import type { DeviceAnswer, DeviceQuestion, Heard } from './card-read.ts';
import { testConfiguration } from './found-devices.ts';
import type { HidDevice, HidHandle, HidPort, OpenResult } from './port.ts';
import { type Driver, devicesFor, idsOf, type Profile } from './profiles/profile.ts';
import { profileOf } from './profiles/profiles.ts';
import type { Timing } from './timing.ts';

export interface DeviceTestParts {
  readonly port: HidPort;
  readonly timing: Timing;
  /** Paths held by a reader or by the test. */
  readonly held: Set<string>;
  /** Takes the device away from whichever reader has it or wants it; resolves once it is closed. */
  readonly borrow: (device: HidDevice) => Promise<void>;
  /** Everything borrowed may be opened again by its reader. */
  readonly giveBack: () => void;
  readonly onHeard: (heard: Heard) => void;
}

export interface DeviceTest {
  begin(question: DeviceQuestion & { readonly kind: 'test' }): Promise<DeviceAnswer>;
  end(): Promise<void>;
  /** The devices that are listened to. */
  devices(): readonly HidDevice[];
}

interface Ear {
  readonly device: HidDevice;
  readonly handle: HidHandle;
  driver: Driver | null;
}

interface Session {
  readonly ids: string;
  readonly profile: NonNullable<Profile['device']>;
  readonly question: DeviceQuestion & { readonly kind: 'test' };
  readonly ears: Map<string, Ear>;
  ended: boolean;
  cancelEnd: () => void;
  cancelLook: () => void;
  stopWatching: () => void;
}

/** What comes this soon after opening was read before anybody listened. */
const drainMs = 100;
/** A device that was just closed by its reader is not free at once on every system. */
const openWaitsMs = [0, 100, 300] as const;
const lookAgainMs = 2_000;
/** A mouse taken for a reader sends more than anybody wants to see. */
const mostInASecond = 10;

export function createDeviceTest(parts: DeviceTestParts): DeviceTest {
  const { port, timing, held } = parts;
  let session: Session | null = null;
  /** Beginning and ending, one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  let isNewTap = createTapCounter();
  /** When something was heard within the last second. */
  let recent: number[] = [];

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = turn.then(work);
    turn = done;
    return done;
  }

  function hear(of: Session, heard: Heard): void {
    if (of.ended) return;
    const now = timing.now();
    if (!isNewTap(heard.raw, now)) return;
    recent = recent.filter((at) => now - at < 1_000);
    if (recent.length >= mostInASecond) return;
    recent.push(now);
    parts.onHeard(heard);
  }

  async function open(path: string): Promise<OpenResult> {
    let result: OpenResult = { ok: false, fault: 'gone' };
    for (const ms of openWaitsMs) {
      if (ms > 0) await new Promise<void>((resolve) => void timing.after(ms, resolve));
      result = await port.open(path);
      if (result.ok || result.fault === 'gone' || result.fault === 'unavailable') break;
    }
    return result;
  }

  /** Opens what the test is about and is not open yet; the fault when nothing is. */
  async function listen(to: Session): Promise<(DeviceAnswer & { readonly ok: false })['fault'] | null> {
    const listed = await port.list();
    if (!listed.ok) return listed.fault;
    let fault: (DeviceAnswer & { readonly ok: false })['fault'] = 'gone';
    for (const device of devicesOf(to, listed.devices)) {
      const { path } = device;
      if (to.ears.has(path)) continue;
      await parts.borrow(device);
      held.add(path);
      const descriptor = await port.descriptor(path);
      const result = await open(path);
      if (result.ok) arm(to, device, result.handle, descriptor);
      else {
        held.delete(path);
        fault = result.fault;
      }
    }
    return to.ears.size > 0 ? null : fault;
  }

  function arm(to: Session, device: HidDevice, handle: HidHandle, descriptor: Uint8Array | null): void {
    const ear: Ear = { device, handle, driver: null };
    const lose = (): void => void drop(to, ear);
    to.ears.set(device.path, ear);
    handle.onLost(lose);
    const drainedAt = timing.now() + drainMs;
    handle.onReport((bytes) => {
      if (timing.now() < drainedAt) {
        ear.driver?.reset();
        return;
      }
      if (to.profile.hears !== undefined) ear.driver?.report(bytes);
      else if (bytes.slice(1).some((byte) => byte !== 0))
        hear(to, { kind: 'report', raw: Buffer.from(bytes).toString('hex').toUpperCase(), bits: null });
    });
    if (to.profile.hears === undefined) return;
    ear.driver = to.profile.start({
      handle,
      configuration: testConfiguration(to.question.profile, to.ids, to.question.collection),
      timing,
      descriptor,
      read: () => undefined,
      heard: (heard) => hear(to, heard),
      failed: lose,
    });
  }

  async function drop(from: Session, ear: Ear): Promise<void> {
    const { path } = ear.device;
    if (from.ears.get(path) !== ear) return;
    from.ears.delete(path);
    held.delete(path);
    ear.driver?.stop();
    await ear.handle.close();
    if (from.ears.size === 0) lookAgain(from);
  }

  function lookAgain(of: Session): void {
    of.cancelLook();
    if (!of.ended) of.cancelLook = timing.after(lookAgainMs, () => void inTurn(() => again(of)));
  }

  async function again(of: Session): Promise<void> {
    if (of.ended || of.ears.size > 0) return;
    if ((await listen(of)) !== null) lookAgain(of);
  }

  async function finish(over: Session | null): Promise<void> {
    if (over === null || over.ended) return;
    session = null;
    over.ended = true;
    over.cancelEnd();
    over.cancelLook();
    over.stopWatching();
    await Promise.all([...over.ears.values()].map((ear) => drop(over, ear)));
    recent = [];
    isNewTap = createTapCounter();
    parts.giveBack();
  }

  return {
    begin: (question) =>
      inTurn(async (): Promise<DeviceAnswer> => {
        await finish(session);
        const profile = profileOf(question.profile)?.device;
        if (!profile) return { ok: false, fault: 'gone' };
        const next: Session = {
          ids: question.device,
          profile,
          question,
          ears: new Map(),
          ended: false,
          cancelEnd: () => undefined,
          cancelLook: () => undefined,
          stopWatching: () => undefined,
        };
        session = next;
        next.stopWatching = port.onChange(() => void inTurn(() => again(next)));
        const fault = await listen(next);
        if (fault !== null) {
          await finish(next);
          return { ok: false, fault };
        }
        next.cancelEnd = timing.after(question.forMs, () => void inTurn(() => finish(next)));
        return { ok: true, devices: [] };
      }),
    end: () => inTurn(() => finish(session)),
    devices: () => [...(session?.ears.values() ?? [])].map(({ device }) => device),
  };
}

/** The first device that a reader so set would take, and those that are just like it. */
function devicesOf({ ids, profile, question }: Session, listed: readonly HidDevice[]): readonly HidDevice[] {
  const named = listed.filter((device) => idsOf(device) === ids);
  const fitting = devicesFor(profile, testConfiguration(question.profile, ids, question.collection), named);
  const shape = ({ collections }: HidDevice): string => JSON.stringify(collections);
  return fitting.filter((device) => fitting[0] !== undefined && shape(device) === shape(fitting[0]));
}
