/** The list of devices on the reader page. */
import { describe, expect, test } from 'vitest';
import type { HidDevice } from '../../src/main/readers/port.ts';
import { setUp } from './supervised-desk.ts';

const keyboardUsage = { usagePage: 1, usage: 6 };
const vendorUsage = { usagePage: 0xff00, usage: 1 };

async function listed(...plugged: readonly Partial<HidDevice>[]) {
  const desk = setUp([]);
  plugged.forEach((device, index) => void desk.port.plug({ path: `/dev/hidraw${index}`, ...device }));
  const answer = await desk.supervisor.ask({ kind: 'list' });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.devices;
}
const profilesOf = async (device: Partial<HidDevice>) => (await listed(device))[0]?.profiles;

describe('profiles that fit', () => {
  test('a reader known by its ids comes with its profile first', async () => {
    const pcprox = { vendorId: 0x0c27, productId: 0x3bfa, collections: [keyboardUsage] };
    expect(await profilesOf(pcprox)).toEqual(['pcprox', 'keyboard']);
    const magtek = { vendorId: 0x0801, productId: 0x0002, collections: [vendorUsage] };
    expect(await profilesOf(magtek)).toEqual(['magtek', 'raw']);
  });

  test('a scanner is known by its usage', async () => {
    const scanner = { collections: [{ usagePage: 0x8c, usage: 2 }] };
    expect(await profilesOf(scanner)).toEqual(['hid-pos-scanner', 'raw']);
  });

  test('a keyboard may be a keyboard reader, a mouse is none, a device of its own kind may send bytes', async () => {
    expect(await profilesOf({ collections: [keyboardUsage] })).toEqual(['keyboard']);
    expect(await profilesOf({ collections: [{ usagePage: 1, usage: 2 }] })).toEqual([]);
    expect(await profilesOf({ collections: [keyboardUsage, vendorUsage] })).toEqual(['keyboard', 'raw']);
    expect(await profilesOf({ collections: [vendorUsage] })).toEqual(['raw']);
  });

  test('where the system tells no usages, nothing is known for certain that ids do not tell', async () => {
    expect(await profilesOf({ collections: [] })).toEqual(['keyboard', 'raw']);
    expect((await profilesOf({ vendorId: 0x0801, productId: 0x0002, collections: [] }))?.[0]).toBe('magtek');
  });
});

test('every device is listed once with its ids, usages, name and access, and none is opened', async () => {
  const desk = setUp([]);
  desk.port.plug({ path: '/dev/hidraw0', product: 'Reader', collections: [vendorUsage] });
  desk.port.plug({ path: '/dev/hidraw1', vendorId: 0x1, productId: 0xabc, collections: [keyboardUsage] });
  desk.port.refuse('/dev/hidraw1', 'denied');
  expect(await desk.supervisor.ask({ kind: 'list' })).toEqual({
    ok: true,
    devices: [
      {
        device: '08FF:0009',
        product: 'Reader',
        collections: [vendorUsage],
        access: 'granted',
        profiles: ['raw'],
      },
      {
        device: '0001:0ABC',
        product: '',
        collections: [keyboardUsage],
        access: 'denied',
        profiles: ['keyboard'],
      },
    ],
  });
  expect(desk.port.opened()).toBe(0);
});

test.each(['unavailable', 'failed'] as const)('a list that is %s is answered as such', async (fault) => {
  const desk = setUp([]);
  desk.port.failListing(fault);
  expect(await desk.supervisor.ask({ kind: 'list' })).toEqual({ ok: false, fault });
});
