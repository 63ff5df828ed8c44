/**
 * Devices: kiosks and consoles on the network, paired once with a code. What a device may call, its role decides:
 * a kiosk device comes through the kiosk's door, a console device through the console's, where staff sign in.
 */
import { z } from 'zod';
import { Line, OptionalLine } from '../text.ts';
import { DeviceId, Door, EpochMs, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { visits } from './visits.ts';

/** Days a sign-in may wait at a kiosk for a host that is away; its outbox forgets it then. */
export const longestWaitDays = 7;

export const DeviceDetails = z.strictObject({
  /** Typed by an administrator, for example `Kiosk by the lift`. */
  name: Line,
  /** The desk it stands at. */
  desk: OptionalLine,
});
export type DeviceDetails = z.output<typeof DeviceDetails>;

/** Sign-ins at a kiosk that the host does not have yet. */
export const Outbox = z.strictObject({
  waiting: z.int().min(0),
  /** Handed over and refused: they stay at the kiosk and are tried again. */
  refused: z.int().min(0),
  /** Forgotten since the device was started because they had waited too long. */
  expired: z.int().min(0),
});
export type Outbox = z.output<typeof Outbox>;

export const Device = DeviceDetails.extend({
  deviceId: DeviceId,
  role: Door,
  pairedAt: EpochMs,
  /** To about a minute; to five after a restart of the host. */
  lastSeenAt: EpochMs,
  /** Null where the device keeps none: a browser, or a console. */
  outbox: Outbox.nullable(),
});
export type Device = z.output<typeof Device>;

/** Why the host does not listen although it should. */
export const NetworkFault = z.enum(['port-taken', 'address', 'certificate']);
export type NetworkFault = z.infer<typeof NetworkFault>;

/** What the host does on the network. */
export const NetworkState = z.strictObject({
  listening: z.boolean(),
  /** By the command line or the configuration file: the office cannot switch it off. */
  byOption: z.boolean(),
  /** Addresses for other machines, `https://HOST:PORT`. */
  addresses: z.array(z.string()),
  /** SHA-256 of the certificate, 32 pairs of hexadecimal digits with colons; null where there is none. */
  fingerprint: z.string().nullable(),
  /** Whether Foyer made the certificate itself. */
  selfSigned: z.boolean(),
  certificateEndsAt: EpochMs.nullable(),
  fault: NetworkFault.nullable(),
});
export type NetworkState = z.output<typeof NetworkState>;

export const devices = {
  'devices.list': query({
    summary: 'The paired devices, and what the host does on the network.',
    access: ['administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** What the office chose; the host may be told otherwise on its command line. */
      letJoin: z.boolean(),
      network: NetworkState,
      devices: z.array(Device),
      /** Codes that can still be typed. */
      codes: z.array(DeviceDetails.extend({ role: Door, validUntil: EpochMs })),
    }),
  }),
  'devices.letJoin': command({
    summary: 'Lets other machines reach this Foyer over TLS, or no longer. Paired devices stay paired.',
    access: ['administrator'],
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({}),
  }),
  'devices.makeCode': command({
    summary:
      'Makes a code that pairs one device: eight characters, ten minutes, once, and gone after five wrong tries. At most ten at a time.',
    access: ['administrator'],
    input: DeviceDetails.extend({ role: Door }),
    output: z.strictObject({ code: z.string(), validUntil: EpochMs }),
  }),
  'devices.rename': command({
    summary: 'Gives a device another name or desk.',
    access: ['administrator'],
    input: DeviceDetails.extend({ deviceId: DeviceId }),
    output: z.strictObject({}),
  }),
  'devices.revoke': command({
    summary: 'Shuts a device out at once, its open pages included. It can only be paired anew.',
    access: ['administrator'],
    input: z.strictObject({ deviceId: DeviceId }),
    output: z.strictObject({}),
  }),
  'devices.checkIn': query({
    summary: 'A joined kiosk says how many sign-ins wait in its outbox. Refused to everything but a device.',
    access: ['kiosk'],
    input: Outbox,
    output: z.strictObject({}),
  }),
} as const;

export const delivery = {
  'visits.deliver': command({
    summary:
      'A joined kiosk hands over a sign-in that it took while the host was away, with the notice it showed. Sending the same visit id again registers nobody twice. Refused to everything but a device.',
    access: ['kiosk'],
    input: visits['visits.arrive'].input.safeExtend({
      /** Milliseconds since the visitor signed in, by the kiosk's own clock: no two clocks are compared. */
      waitedMs: z
        .int()
        .min(0)
        .max(longestWaitDays * 86_400_000),
    }),
    output: z.strictObject({ visitId: VisitId }),
  }),
} as const;
