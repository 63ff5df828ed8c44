/** The running product on a virtual reader: the built server host as a process of its own, called over HTTP. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { type HttpDesk, openDesk, type Tapped, until } from '../e2e/desk-over-http.ts';
import { createInstallation, provisionFolder, withReaders } from '../e2e/running-foyer.ts';
import type { Checks } from './checks.ts';
import { spread } from './many-taps.ts';
import { plugInRaw, rawReader, rawReport } from './reader-checks.ts';

const card = 6_613_779;
/** Taps that are followed from the device to the console. */
const followed = 200;

export async function checkProduct({ check, note }: Checks): Promise<void> {
  const setUp = await provisionFolder(withReaders([rawReader]));
  const installation = createInstallation(setUp);
  try {
    await using device = await plugInRaw();
    const desk = await openDesk(await installation.start());
    const tapped = async (number: number): Promise<Tapped> => {
      const known = desk.taps().length;
      device.send(rawReport(number));
      await until(() => desk.taps().length > known, 'the tap');
      const tap = desk.taps().at(-1);
      assert.ok(tap !== undefined && desk.taps().length === known + 1);
      return desk.read(tap);
    };

    await check('the running product hands a card out and takes it back by taps', async () => {
      await untilReader(desk, 'ready');
      const visitId = await desk.arrive('Aage Bakkegaard');
      const unknown = await tapped(card);
      assert.equal(unknown.reading.kind, 'unknown');
      assert.equal(unknown.next?.visitId, visitId);
      const { card: row } = await desk.call('cards.register', {
        ...{ label: '0407', type: 'visitor' },
        source: { by: 'tap', tap: desk.taps().at(-1) ?? assert.fail() },
      });
      await desk.call('cards.issue', { cardId: row.cardId, visitId });
      // Sooner, the same card would be the same tap.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const { reading } = await tapped(card);
      assert.ok(reading.kind === 'known');
      assert.equal(reading.holder?.name, 'Aage Bakkegaard');
      const returned = await desk.call('cards.return', { cardId: row.cardId, signOut: true });
      assert.equal(returned.signedOut, true);
      assert.equal((await desk.call('visits.onSite', {})).counts.onSite, 0);
    });

    await check(`${followed} cards through the running product, each the one that was tapped`, async () => {
      const times: number[] = [];
      for (let number = 1; number <= followed; number += 1) {
        const known = desk.taps().length;
        const sent = performance.now();
        device.send(rawReport(number));
        while (desk.taps().length === known) {
          if (performance.now() - sent > 30_000) assert.fail(`card ${number} never came`);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        times.push(performance.now() - sent);
        const { reading } = await desk.read(desk.taps().at(-1) ?? assert.fail());
        assert.ok(reading.kind === 'unknown');
        assert.equal(reading.credential.number, String(number));
        assert.equal(desk.taps().length, known + 1);
      }
      note(`report → event at the console, through core and HTTP: ${spread(times)}`);
    });

    await check('the running product, its reader pulled out and plugged in again', async () => {
      await device.unplug();
      await untilReader(desk, 'lost');
      await using again = await plugInRaw();
      await untilReader(desk, 'ready');
      const known = desk.taps().length;
      again.send(rawReport(card));
      await until(() => desk.taps().length > known, 'the tap');
    });
    desk.close();
  } finally {
    await installation.remove();
    rmSync(setUp, { recursive: true });
  }
}

async function untilReader(desk: HttpDesk, state: string): Promise<void> {
  await until(async () => {
    const { readers } = await desk.call('readers.status', {});
    return readers[0]?.state === state;
  }, `the state ${state}`);
}
