/** A supervisor on a port and a clock that the test plays, and what it saw. */
import type { CardRead, Heard, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import { createSupervisor } from '../../src/main/readers/supervisor.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';
import { createFakePort } from './fake-port.ts';
import { createFakeTiming } from './fake-timing.ts';

export const deskReader: ReaderConfiguration = {
  readerId: 'desk',
  name: 'Desk',
  place: 'desk',
  profile: 'raw',
  format: 'DEC',
  device: '08FF:0009',
  raw: { offset: 1, length: 4, byteOrder: 'big' },
};
export const kioskReader: ReaderConfiguration = { ...deskReader, readerId: 'kiosk', place: 'kiosk' };
export const simulatedReader: ReaderConfiguration = { ...deskReader, readerId: 'demo', profile: 'simulated' };

export const path = '/dev/hidraw0';
export const cardReport = (number: number): readonly number[] => [
  0xff,
  0,
  0,
  number >> 8,
  number & 0xff,
  0xee,
];

export function setUp(configuration: readonly ReaderConfiguration[] = [deskReader]) {
  const timing = createFakeTiming();
  const port = createFakePort();
  const reads: CardRead[] = [];
  const heard: Heard[] = [];
  let statuses: readonly ReaderStatus[] = [];
  const history: string[] = [];
  const supervisor = createSupervisor({
    port,
    timing,
    onRead: (read) => reads.push(read),
    onHeard: (what) => heard.push(what),
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
    heard,
    history,
    statuses: () => statuses,
    state: () => statuses.map(({ state, advice }) => `${state} ${advice}`).join(', '),
    numbers: () =>
      reads.map(({ reading }) => {
        if (reading.kind === 'credential') return reading.credential.number;
        return reading.kind === 'code' ? reading.code : reading.reason;
      }),
    /** Plugs the reader in and waits until it is ready. */
    async ready() {
      const device = port.plug({ path });
      await timing.advance(200);
      return device;
    },
  };
}
