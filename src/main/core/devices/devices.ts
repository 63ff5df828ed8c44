/**
 * Paired devices: who they are, what they show to be let in, and how they are shut out. The host on the network
 * asks here for every request; what a device may call is decided by its door alone.
 */
import type { NetworkState, Outbox } from '../../../shared/contract/devices.ts';
import type { Area } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { DeviceId, Door } from '../../../shared/vocabulary.ts';
import { connectionOfDevice } from '../../caller.ts';
import type { Audit } from '../audit.ts';
import type { Handlers } from '../context.ts';
import type { Clock, Digest, RandomBytes } from '../ports.ts';
import { asRefused, Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import type { StoredDevice } from './device-store.ts';
import { createPairingCodes } from './pairing-codes.ts';

/** Bytes of a device's secret. */
const secretBytes = 32;
/** How often a device's last sign of life is written down. */
const lastSeenMs = 5 * 60_000;

export interface PairedDevice {
  readonly deviceId: DeviceId;
  readonly role: Door;
  readonly name: string;
  /** Told this once. */
  readonly secret: string;
}

export interface AdmittedDevice {
  readonly deviceId: DeviceId;
  readonly role: Door;
}

type DeviceCalls =
  | 'devices.list'
  | 'devices.letJoin'
  | 'devices.makeCode'
  | 'devices.rename'
  | 'devices.revoke'
  | 'devices.checkIn';

export interface Devices {
  readonly calls: Handlers<DeviceCalls>;
  /** Pairs a device by its code. `address`: where the request came from; only counted, never stored. */
  pair(code: string, address: string): Reply<PairedDevice>;
  /** The device behind a secret, or null. */
  admit(secret: string): AdmittedDevice | null;
  /** Whether the device is still one, with this role; a sign of life of it. */
  isKnown(deviceId: DeviceId, role: Door): boolean;
  letJoin(): boolean;
  networkChanged(state: NetworkState): void;
  /** Writes down when devices were last seen. */
  tick(): void;
}

export interface DeviceParts {
  readonly stores: Pick<Stores, 'devices' | 'transact'>;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly newId: () => string;
  readonly endSession: (connectionId: string) => void;
  readonly changed: (areas: readonly Area[]) => void;
  /** The device was shut out, for the host that lets devices in. */
  readonly deviceGone?: (deviceId: DeviceId) => void;
  readonly letJoinChanged?: (on: boolean) => void;
}

const noNetwork: NetworkState = {
  listening: false,
  byOption: false,
  addresses: [],
  fingerprint: null,
  selfSigned: false,
  certificateEndsAt: null,
  fault: null,
};

export function createDevices(parts: DeviceParts): Devices {
  const { stores, audit, clock, random, digest } = parts;
  const codes = createPairingCodes(parts);
  const tries = createThrottle(5, 60_000, () => clock.monotonic());
  const known = new Map<string, StoredDevice>(stores.devices.all().map((device) => [device.id, device]));
  const bySecret = new Map([...known.values()].map((device) => [device.secretHash, device.id]));
  const seen = new Map<string, { at: number; writtenAt: number }>();
  const outboxes = new Map<string, Outbox>();
  let network = noNetwork;
  const hashOf = (secret: string): string => digest.hmac('device', `secret ${secret}`);

  function require(deviceId: DeviceId): StoredDevice {
    const device = known.get(deviceId);
    if (device === undefined) throw new Refusal('not-found');
    return device;
  }

  function see(device: StoredDevice): void {
    const before = seen.get(device.id);
    seen.set(device.id, { at: clock.now(), writtenAt: before?.writtenAt ?? device.lastSeenAt });
  }

  function pair(code: string, address: string): PairedDevice {
    const wait = tries.attempt(address);
    if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
    const redeemed = codes.redeem(code);
    const at = clock.now();
    if (redeemed.offer === null) {
      if (redeemed.lost > 0) {
        const detail = 'codes-lost';
        stores.transact(() =>
          audit.record({ at, act: 'devices.pair', staffId: null, subject: null, detail }),
        );
        parts.changed(['devices']);
      }
      throw new Refusal('wrong-code', { fields: { code: 'wrong-code' } });
    }
    const { name, desk, role } = redeemed.offer;
    const secret = Buffer.from(random(secretBytes)).toString('base64url');
    const id = parts.newId() as DeviceId;
    const device = { id, name, desk, role, secretHash: hashOf(secret), pairedAt: at, lastSeenAt: at };
    stores.transact(() => {
      stores.devices.insert(device);
      audit.record({ at, act: 'devices.pair', staffId: null, subject: id, detail: role });
    });
    known.set(id, device);
    bySecret.set(device.secretHash, id);
    parts.changed(['devices']);
    return { deviceId: id, role, name, secret };
  }

  return {
    pair(code, address) {
      try {
        return { ok: true, value: pair(code, address) };
      } catch (error) {
        return asRefused(error);
      }
    },
    admit(secret) {
      const device = known.get(bySecret.get(hashOf(secret)) ?? '');
      return device === undefined ? null : { deviceId: device.id, role: device.role };
    },
    isKnown(deviceId, role) {
      const device = known.get(deviceId);
      if (device?.role !== role) return false;
      see(device);
      return true;
    },
    letJoin: () => stores.devices.letJoin(),
    networkChanged(state) {
      network = state;
      parts.changed(['devices']);
    },
    tick() {
      for (const [id, entry] of seen) {
        if (entry.at < entry.writtenAt + lastSeenMs || !known.has(id)) continue;
        entry.writtenAt = entry.at;
        stores.transact(() => stores.devices.setLastSeen(id as DeviceId, entry.at));
      }
    },
    calls: {
      'devices.list': () => ({
        letJoin: stores.devices.letJoin(),
        network: { ...network, addresses: [...network.addresses] },
        devices: [...known.values()].map(({ id, name, desk, role, pairedAt, lastSeenAt }) => ({
          ...{ deviceId: id, name, desk, role, pairedAt },
          lastSeenAt: seen.get(id)?.at ?? lastSeenAt,
          outbox: outboxes.get(id) ?? null,
        })),
        codes: codes.open().map((offer) => ({ ...offer })),
      }),

      'devices.letJoin'({ on }, context) {
        stores.devices.setLetJoin(on);
        context.note(null, on ? 'on' : 'off');
        context.changed('devices');
        context.afterCommit(() => parts.letJoinChanged?.(on));
        return {};
      },

      'devices.makeCode'(offer, context) {
        const made = codes.make(offer);
        if (made === null) throw new Refusal('throttled', { retryAfterSeconds: 60 });
        context.note(null, offer.role);
        context.changed('devices');
        return made;
      },

      'devices.rename'({ deviceId, name, desk }, context) {
        const device = require(deviceId);
        stores.devices.rename(deviceId, name, desk);
        context.note(deviceId);
        context.changed('devices');
        context.afterCommit(() => known.set(deviceId, { ...device, name, desk }));
        return {};
      },

      'devices.revoke'({ deviceId }, context) {
        const device = require(deviceId);
        stores.devices.delete(deviceId);
        context.note(deviceId);
        context.changed('devices');
        context.afterCommit(() => {
          known.delete(deviceId);
          bySecret.delete(device.secretHash);
          seen.delete(deviceId);
          outboxes.delete(deviceId);
          parts.endSession(connectionOfDevice(deviceId));
          parts.deviceGone?.(deviceId);
        });
        return {};
      },

      'devices.checkIn'(outbox, context) {
        if (context.deviceId === null) throw new Refusal('not-allowed');
        const before = JSON.stringify(outboxes.get(context.deviceId));
        outboxes.set(context.deviceId, outbox);
        if (before !== JSON.stringify(outbox)) context.changed('devices');
        return {};
      },
    },
  };
}
