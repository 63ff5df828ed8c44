import { describe, expect, test } from 'vitest';
import type { CardRead, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import { createSupervisor } from '../../src/main/readers/supervisor.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';
import { createFakePort } from './fake-port.ts';
import { createFakeTiming } from './fake-timing.ts';

const deskReader: ReaderConfiguration = {
  readerId: 'desk',
  name: 'Desk',
  place: 'desk',
  profile: 'raw',
  format: 'DEC',
  device: '08FF:0009',
  raw: { offset: 1, length: 4, byteOrder: 'big' },
};
const kioskReader: ReaderConfiguration = { ...deskReader, readerId: 'kiosk', place: 'kiosk' };
const simulatedReader: ReaderConfiguration = { ...deskReader, readerId: 'demo', profile: 'simulated' };

const path = '/dev/hidraw0';
const cardReport = (number: number): readonly number[] => [0xff, 0, 0, number >> 8, number & 0xff, 0xee];

function setUp(configuration: readonly ReaderConfiguration[] = [deskReader]) {
  const timing = createFakeTiming();
  const port = createFakePort();
  const reads: CardRead[] = [];
  let statuses: readonly ReaderStatus[] = [];
  const history: string[] = [];
  const supervisor = createSupervisor({
    port,
    timing,
    onRead: (read) => reads.push(read),
    onStatus(readers) {
      statuses = readers;
      history.push(readers.map(({ state }) => state).join(' '));
    },
  });
  supervisor.configure(configuration);
  return {
    timing,
    port,
    supervisor,
    reads,
    history,
    statuses: () => statuses,
    state: () => statuses.map(({ state, advice }) => `${state} ${advice}`).join(', '),
    numbers: () =>
      reads.map(({ reading }) =>
        reading.kind === 'credential' ? reading.credential.number : reading.reason,
      ),
    /** Plugs the reader in and waits until it is ready. */
    async ready() {
      const device = port.plug({ path });
      await timing.advance(200);
      return device;
    },
  };
}

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

describe('what counts as a tap', () => {
  test('reports that were waiting when the reader was opened do not', async () => {
    const desk = setUp();
    const device = desk.port.plug({ path });
    await desk.timing.advance(50);
    expect(device.open()).toBe(1);
    device.report(cardReport(1));
    device.report(cardReport(2));
    await desk.timing.advance(200);
    expect(desk.state()).toBe('ready none');
    expect(desk.reads).toEqual([]);
    device.report(cardReport(3));
    expect(desk.numbers()).toEqual(['3']);
  });

  test('reports that piled up while the process stood still do not', async () => {
    const desk = setUp();
    const device = await desk.ready();
    desk.timing.standStill(10_000);
    device.report(cardReport(1));
    device.report(cardReport(2));
    await desk.timing.advance(50);
    device.report(cardReport(3));
    expect(desk.reads).toEqual([]);
    await desk.timing.advance(500);
    device.report(cardReport(4));
    expect(desk.numbers()).toEqual(['4']);
  });

  test('the same card counts once in a second and a half', async () => {
    const desk = setUp();
    const device = await desk.ready();
    device.report(cardReport(5));
    await desk.timing.advance(1_400);
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5']);
    await desk.timing.advance(200);
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5', '5']);
    device.report(cardReport(6));
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5', '5', '6', '5']);
  });

  test('ten thousand different taps, none lost and none doubled', async () => {
    const desk = setUp();
    const device = await desk.ready();
    for (let number = 1; number <= 10_000; number += 1) {
      device.report(cardReport(number));
      device.report(cardReport(number));
      if (number % 100 === 0) await desk.timing.advance(100);
    }
    expect(desk.numbers()).toEqual(Array.from({ length: 10_000 }, (_, index) => String(index + 1)));
  });
});

describe('several readers', () => {
  test('two of a kind get a device each, and losing one leaves the other', async () => {
    const desk = setUp([deskReader, kioskReader]);
    const first = desk.port.plug({ path: '/dev/hidraw0' });
    const second = desk.port.plug({ path: '/dev/hidraw1' });
    await desk.timing.advance(10_000);
    expect(desk.state()).toBe('ready none, ready none');
    expect([first.open(), second.open()]).toEqual([1, 1]);
    first.report(cardReport(1));
    second.report(cardReport(1));
    expect(desk.reads.map(({ readerId, place }) => `${readerId} ${place}`)).toEqual([
      'desk desk',
      'kiosk kiosk',
    ]);
    desk.port.unplug('/dev/hidraw0');
    expect(desk.statuses().map(({ state }) => state)).toEqual(['lost', 'ready']);
    second.report(cardReport(2));
    expect(desk.numbers()).toEqual(['1', '1', '2']);
  });
});

describe('configuration', () => {
  test('readers no longer named are closed, the others stay open', async () => {
    const desk = setUp([deskReader, kioskReader]);
    desk.port.plug({ path: '/dev/hidraw0' });
    const second = desk.port.plug({ path: '/dev/hidraw1' });
    await desk.timing.advance(10_000);
    const opened = desk.port.opened();
    desk.supervisor.configure([kioskReader]);
    await desk.timing.advance(1_000);
    expect(desk.statuses().map(({ readerId, state }) => `${readerId} ${state}`)).toEqual(['kiosk ready']);
    expect(second.open()).toBe(1);
    expect(desk.port.opened()).toBe(opened);
  });

  test('a reader set differently is opened anew and reads differently', async () => {
    const desk = setUp();
    const device = await desk.ready();
    desk.supervisor.configure([{ ...deskReader, raw: { offset: 1, length: 4, byteOrder: 'little' } }]);
    await desk.timing.advance(1_000);
    expect(device.open()).toBe(1);
    device.report([0, 7, 0, 0, 0, 0]);
    expect(desk.numbers()).toEqual(['7']);
  });

  test('no readers: nothing is watched, held or shown', async () => {
    const desk = setUp();
    const device = await desk.ready();
    desk.supervisor.configure([]);
    await desk.timing.advance(1_000);
    expect(desk.statuses()).toEqual([]);
    expect(device.open()).toBe(0);
    expect(desk.port.watched()).toBe(false);
  });

  test('stopped while a device is being opened, it is closed again and no timer is left', async () => {
    const desk = setUp();
    const device = desk.port.plug({ path });
    await desk.timing.advance(10);
    await desk.supervisor.stop();
    await desk.timing.advance(10_000);
    expect(device.open()).toBe(0);
    expect(desk.history).not.toContain('ready');
    expect(desk.timing.pending()).toBe(0);
  });
});

describe('the simulated reader', () => {
  test('is ready at once, takes taps and names what is wrong with one', async () => {
    const desk = setUp([simulatedReader]);
    await desk.timing.advance(0);
    expect(desk.state()).toBe('ready none');
    expect(desk.supervisor.tap('H10301:2F623AE')).toBeNull();
    expect(desk.supervisor.tap('H10301:2F623AE')).toBeNull();
    expect(desk.numbers()).toEqual(['4567', '4567']);
    expect(desk.reads[0]?.profile).toBe('simulated');
    expect(desk.supervisor.tap('H10301:2F623AF')).toBe('parity');
    expect(desk.supervisor.tap('nonsense')).toBe('format');
    expect(desk.reads).toHaveLength(2);
    expect(desk.port.listed()).toBe(0);
  });

  test('a real reader takes no taps from elsewhere', () => {
    expect(setUp().supervisor.tap('H10301:2F623AE')).toBe('not-simulated');
    expect(setUp([]).supervisor.tap('H10301:2F623AE')).toBe('not-simulated');
  });
});
