/**
 * Runs under umockdev-run: the real supervisor on the real node-hid, with a device that is plugged in, read and
 * pulled out. Prints one line of JSON with what it saw. Argument: the configuration and the number of reports.
 */
import { renameSync, rmSync } from 'node:fs';
import type { CardRead, ReaderConfiguration } from '../../../src/main/readers/card-read.ts';
import { createNodeHidPort } from '../../../src/main/readers/node-hid-port.ts';
import type { HidHandle, HidPort } from '../../../src/main/readers/port.ts';
import { createSupervisor } from '../../../src/main/readers/supervisor.ts';
import { systemTiming } from '../../../src/main/readers/timing.ts';
import { node, trigger } from './device-files.ts';

const { configuration, reports } = JSON.parse(process.argv[2] ?? '') as {
  readonly configuration: ReaderConfiguration;
  readonly reports: number;
};
const testbed = process.env.UMOCKDEV_DIR ?? '';
if (!/^\/.+umockdev/.test(testbed)) throw new Error('started without umockdev-run');

const states: string[] = [];
const reads: CardRead[] = [];
let arrived = 0;
let handle: HidHandle | null = null;

function finish(fault: string | null): void {
  process.stdout.write(`${JSON.stringify({ fault, listed, listedAfter, states, reads, arrived })}\n`);
  rmSync(testbed, { recursive: true, force: true });
  process.exit();
}
setTimeout(() => finish('took too long'), 25_000);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const links = [`${testbed}/sys/class/hidraw/${node}`, `${testbed}/dev/${node}`] as const;
function hide(): void {
  for (const link of links) renameSync(link, link.replace(node, '.hidden'));
}
function show(): void {
  for (const link of links) renameSync(link.replace(node, '.hidden'), link);
}

const real = createNodeHidPort();
const port: HidPort = {
  ...real,
  async open(path) {
    const result = await real.open(path);
    if (!result.ok) return result;
    handle = result.handle;
    return {
      ok: true,
      handle: {
        ...result.handle,
        onReport: (listener) =>
          result.handle.onReport((bytes) => {
            listener(bytes);
            arrived += 1;
          }),
      },
    };
  },
};

const listed = await port.list();
let listedAfter: typeof listed | null = null;
hide();
const supervisor = createSupervisor({
  port,
  timing: systemTiming,
  onRead: (read) => reads.push(read),
  onHeard: () => undefined,
  onStatus: (statuses) => states.push(statuses.map(({ state }) => state).join(' ')),
});
supervisor.configure([configuration]);
await until(() => states.at(-1) === 'absent');
show();
await until(() => states.at(-1) === 'ready');
for (let turn = 1; turn <= reports; turn += 1) {
  await (handle as HidHandle | null)?.write(Uint8Array.from(trigger));
  await until(() => arrived === turn);
}
// The device's end is held by umockdev-run: without it the device is gone, as one that is pulled out.
hide();
process.kill(process.ppid, 'SIGKILL');
await until(() => states.at(-1) === 'lost');
listedAfter = await port.list();
await supervisor.stop();
finish(null);
