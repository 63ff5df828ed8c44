import { describe, expect, test } from 'vitest';
import { cardReport, deskReader, kioskReader, path, setUp, simulatedReader } from './supervised-desk.ts';
import { bootReports, type } from './typing.ts';

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

  test('nor do they when what fell due meanwhile runs before them', async () => {
    const desk = setUp();
    const device = await desk.ready();
    desk.timing.standStill(1_800);
    await desk.timing.advance(0);
    device.report(cardReport(1));
    await desk.timing.advance(50);
    device.report(cardReport(2));
    expect(desk.reads).toEqual([]);
    await desk.timing.advance(500);
    device.report(cardReport(3));
    expect(desk.numbers()).toEqual(['3']);
  });

  test('the same card counts once in a second and a half', async () => {
    const desk = setUp();
    const device = await desk.ready();
    device.report(cardReport(5));
    await desk.timing.advance(1_400);
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5']);
    await desk.timing.advance(1_500);
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5', '5']);
  });

  test.each(['opened', 'waking'] as const)(
    'the rest of a number that was being typed while the reader was %s is no card',
    async (moment) => {
      const desk = setUp([{ ...deskReader, profile: 'keyboard', raw: null }]);
      const device = desk.port.plug({ path, collections: [{ usagePage: 1, usage: 6 }] });
      async function scan(number: string): Promise<void> {
        for (const report of type(`${number}\n`, bootReports)) {
          device.report(report);
          await desk.timing.advance(8);
        }
      }
      await desk.timing.advance(moment === 'opened' ? 10 : 5_000);
      if (moment === 'waking') desk.timing.standStill(10_000);
      await scan('0006613779');
      expect(desk.state()).toBe('ready none');
      expect(desk.reads).toEqual([]);
      await desk.timing.advance(500);
      await scan('0006613778');
      expect(desk.numbers()).toEqual(['6613778']);
    },
  );

  test('a card left lying is one tap as long as it is reported, and a new one once it was away', async () => {
    const desk = setUp();
    const device = await desk.ready();
    for (let report = 0; report < 300; report += 1) {
      device.report(cardReport(5));
      await desk.timing.advance(200);
    }
    expect(desk.numbers()).toEqual(['5']);
    await desk.timing.advance(1_500);
    device.report(cardReport(5));
    expect(desk.numbers()).toEqual(['5', '5']);
  });

  test('two cards that lie there together, reported in turn, are a tap each', async () => {
    const desk = setUp();
    const device = await desk.ready();
    for (let report = 0; report < 100; report += 1) {
      device.report(cardReport(5 + (report % 2)));
      await desk.timing.advance(300);
    }
    expect(desk.numbers()).toEqual(['5', '6']);
  });

  test('a card left lying that cannot be read is told once', async () => {
    const desk = setUp([{ ...deskReader, format: 'H10301' }]);
    const device = await desk.ready();
    for (let report = 0; report < 20; report += 1) {
      device.report([0, 0x02, 0xf6, 0x23, 0xaf]);
      await desk.timing.advance(300);
    }
    expect(desk.numbers()).toEqual(['parity']);
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

  test('all readers are shown at once, never half a configuration', () => {
    expect(setUp([deskReader, kioskReader, simulatedReader]).history).toEqual(['absent absent ready']);
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

  test('stopped while the system still opens the device, it is closed as soon as it is open', async () => {
    const desk = setUp();
    const release = desk.port.holdOpening();
    const device = desk.port.plug({ path });
    await desk.timing.advance(10);
    expect(desk.state()).toBe('opening none');
    await desk.supervisor.stop();
    release();
    await desk.timing.advance(10_000);
    expect(desk.port.opened()).toBe(1);
    expect(device.open()).toBe(0);
    expect(desk.history).not.toContain('ready');
  });

  test('stopped just after a device was opened, it is closed again and no timer is left', async () => {
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
    expect(desk.supervisor.tap('H10301:2F623AE', 'desk')).toBeNull();
    expect(desk.supervisor.tap('H10301:2F623AE', 'desk')).toBeNull();
    expect(desk.numbers()).toEqual(['4567', '4567']);
    expect(desk.reads[0]?.profile).toBe('simulated');
    expect(desk.supervisor.tap('H10301:2F623AF', 'desk')).toBe('parity');
    expect(desk.supervisor.tap('nonsense', 'desk')).toBe('format');
    expect(desk.reads).toHaveLength(2);
    expect(desk.port.listed()).toBe(0);
  });

  test('a real reader takes no taps from elsewhere', () => {
    expect(setUp().supervisor.tap('H10301:2F623AE', 'desk')).toBe('not-simulated');
    expect(setUp([]).supervisor.tap('H10301:2F623AE', 'desk')).toBe('not-simulated');
  });

  test('there may be one at each place, and a tap goes to the one it is meant for', () => {
    const desk = setUp([simulatedReader, { ...simulatedReader, readerId: 'slot', place: 'kiosk' }]);
    expect(desk.supervisor.tap('DEC:1', 'kiosk')).toBeNull();
    expect(desk.supervisor.tap('DEC:2', 'desk')).toBeNull();
    expect(desk.reads.map(({ readerId, place }) => `${readerId} ${place}`)).toEqual([
      'slot kiosk',
      'demo desk',
    ]);
    expect(setUp([simulatedReader]).supervisor.tap('DEC:1', 'kiosk')).toBe('not-simulated');
  });
});

test('a keyboard reader whose scans the windows catch is ready without any device', async () => {
  const desk = setUp([{ ...deskReader, profile: 'wedge', device: null, raw: null }]);
  await desk.timing.advance(60_000);
  expect(desk.state()).toBe('ready none');
  expect(desk.port.listed()).toBe(0);
});
