import { describe, expect, test } from 'vitest';
import { cardReport, deskReader, path, setUp } from './supervised-desk.ts';

describe('a reader comes and goes', () => {
  test('absent, opening, ready, read', async () => {
    const desk = setUp();
    await desk.timing.advance(0);
    expect(desk.state()).toBe('absent plug-in');
    const device = await desk.ready();
    expect(desk.state()).toBe('ready none');
    expect(desk.history).toEqual(['absent', 'opening', 'ready']);
    device.report(cardReport(4_567));
    expect(desk.reads).toEqual([
      {
        readerId: 'desk',
        readerName: 'Desk',
        profile: 'raw',
        place: 'desk',
        at: desk.timing.now(),
        reading: { kind: 'credential', credential: { format: 'DEC', facility: null, number: '4567' } },
      },
    ]);
  });

  test('plugged in before the start it is found at once', async () => {
    const desk = setUp([]);
    desk.port.plug({ path });
    desk.supervisor.configure([deskReader]);
    await desk.timing.advance(200);
    expect(desk.state()).toBe('ready none');
  });

  test('pulled out mid-way it is lost, then absent, and comes back by itself', async () => {
    const desk = setUp();
    await desk.ready();
    await desk.timing.advance(60_000);
    desk.port.unplug(path);
    expect(desk.state()).toBe('lost plug-in');
    await desk.timing.advance(3_000);
    expect(desk.state()).toBe('lost plug-in');
    await desk.timing.advance(3_000);
    expect(desk.state()).toBe('absent plug-in');
    const device = await desk.ready();
    expect(desk.state()).toBe('ready none');
    device.report(cardReport(7));
    expect(desk.numbers()).toEqual(['7']);
    expect(device.open()).toBe(1);
  });

  test('put back within the same second it is ready again', async () => {
    const desk = setUp();
    await desk.ready();
    await desk.timing.advance(60_000);
    desk.port.unplug(path);
    await desk.timing.advance(10);
    await desk.ready();
    await desk.timing.advance(500);
    expect(desk.state()).toBe('ready none');
  });

  test('pulled out while it is being opened it is lost and not ready', async () => {
    const desk = setUp();
    desk.port.plug({ path });
    await desk.timing.advance(20);
    expect(desk.state()).toBe('opening none');
    desk.port.unplug(path);
    await desk.timing.advance(10_000);
    expect(desk.state()).toBe('absent plug-in');
    expect(desk.history).not.toContain('ready');
  });

  test('a system that tells of no change is asked every quarter of a minute', async () => {
    const desk = setUp();
    await desk.timing.advance(0);
    desk.port.plug({ path }, 'quietly');
    await desk.timing.advance(16_000);
    expect(desk.state()).toBe('ready none');
  });

  test('nothing is listed while every reader is ready', async () => {
    const desk = setUp();
    await desk.ready();
    const before = desk.port.listed();
    await desk.timing.advance(120_000);
    expect(desk.port.listed()).toBe(before);
  });

  test('a device that keeps failing is tried more and more seldom', async () => {
    const desk = setUp();
    desk.port.refuse(path, 'failed');
    desk.port.plug({ path });
    await desk.timing.advance(1);
    expect(desk.state()).toBe('waiting none');
    await desk.timing.advance(10_000);
    const early = desk.port.opened();
    expect(early).toBeGreaterThan(2);
    await desk.timing.advance(600_000);
    expect(desk.port.opened() - early).toBeLessThan(30);
    desk.port.refuse(path, null);
    await desk.timing.advance(31_000);
    expect(desk.state()).toBe('ready none');
  });

  test('a device that is ready and fails again and again is not opened in a loop', async () => {
    const desk = setUp();
    const device = desk.port.plug({ path });
    for (let second = 0; second < 600; second += 1) {
      await desk.timing.advance(1_000);
      desk.port.fail(path);
    }
    expect(desk.history).toContain('waiting');
    expect(desk.port.opened()).toBeLessThan(40);
    await desk.timing.advance(40_000);
    expect(desk.state()).toBe('ready none');
    expect(device.open()).toBe(1);
  });

  test('another device, and one named wrongly, is left alone', async () => {
    const desk = setUp();
    const other = desk.port.plug({ path: '/dev/hidraw7', productId: 0x000a });
    await desk.timing.advance(1_000);
    expect(other.open()).toBe(0);
    expect(desk.state()).toBe('absent plug-in');
  });
});

describe('access', () => {
  test('permissions that come a moment after the device are waited for', async () => {
    const desk = setUp();
    desk.port.refuse(path, 'denied');
    desk.port.plug({ path });
    await desk.timing.advance(200);
    desk.port.refuse(path, null);
    await desk.timing.advance(1_000);
    expect(desk.state()).toBe('ready none');
    expect(desk.history).toEqual(['absent', 'opening', 'ready']);
  });

  test('refused for good it says which rule to install, and opens once that is done', async () => {
    const desk = setUp();
    desk.port.refuse(path, 'denied');
    desk.port.plug({ path });
    await desk.timing.advance(4_000);
    expect(desk.state()).toBe('denied install-udev-rule');
    await desk.timing.advance(60_000);
    expect(desk.history).toEqual(['absent', 'opening', 'denied']);
    desk.port.refuse(path, null);
    desk.port.change();
    await desk.timing.advance(200);
    expect(desk.state()).toBe('ready none');
  });

  test('refused and then pulled out it is absent', async () => {
    const desk = setUp();
    desk.port.refuse(path, 'denied');
    desk.port.plug({ path });
    await desk.timing.advance(4_000);
    desk.port.unplug(path);
    await desk.timing.advance(100);
    expect(desk.state()).toBe('absent plug-in');
  });

  test('without the library it says what to install, and goes on once it is there', async () => {
    const desk = setUp([]);
    desk.port.failListing('unavailable');
    desk.supervisor.configure([deskReader]);
    await desk.timing.advance(0);
    expect(desk.state()).toBe('unavailable install-libusb');
    desk.port.plug({ path }, 'quietly');
    desk.port.failListing(null);
    await desk.timing.advance(31_000);
    expect(desk.state()).toBe('ready none');
  });

  test('a listing that fails is tried again', async () => {
    const desk = setUp([]);
    desk.port.plug({ path });
    desk.port.failListing('failed');
    desk.supervisor.configure([deskReader]);
    await desk.timing.advance(0);
    expect(desk.state()).toBe('waiting none');
    desk.port.failListing(null);
    await desk.timing.advance(5_000);
    expect(desk.state()).toBe('ready none');
  });
});
