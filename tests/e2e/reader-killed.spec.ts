/**
 * The reader process is killed again and again while cards are tapped, handed out and taken back: nothing that was
 * acknowledged is lost, and no card is ever shown as another.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { askControl } from '../../src/main/hosts/control.ts';
import type { CardId } from '../../src/shared/vocabulary.ts';
import { type HttpDesk, openDesk, until } from './desk-over-http.ts';
import { createInstallation, type Installation, provisionFolder } from './running-foyer.ts';

/** Several at once, because a process that dies again and again is started after a wait. */
const installations = 4;
const killsEach = 25;
const cards = 20;
/** For one answer, on a machine that has other things to do as well. */
const patienceMs = 30_000;

const numberOf = (card: number): string => String(1_000 + card);
const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

test.skip(process.platform !== 'linux', 'finds the reader process in /proc');

let setUp: string;
let desks: readonly Installation[];

test.beforeEach(async () => {
  setUp = await provisionFolder();
  desks = Array.from({ length: installations }, () => createInstallation(setUp));
});

test.afterEach(async () => {
  await Promise.all(desks.map((installation) => installation.remove()));
  rmSync(setUp, { recursive: true });
});

test('killed a hundred times while cards are tapped', async () => {
  // A minute on a machine that does nothing else.
  test.setTimeout(900_000);
  const all = await Promise.all(desks.map(tapAndKill));
  const restarts = all.flatMap(({ restartedAfter }) => restartedAfter);
  expect(restarts).toHaveLength(installations * killsEach);
  const sum = (key: 'taps' | 'refused' | 'issued' | 'returned' | 'toldRestarting'): number =>
    all.reduce((total, counts) => total + counts[key], 0);
  expect(sum('toldRestarting')).toBeGreaterThan(0);
  const measured =
    `${restarts.length} kills; taps again after ${median(restarts).toFixed(0)} ms in the median, ` +
    `${Math.max(...restarts).toFixed(0)} ms at most; ${sum('taps')} taps made, ${sum('refused')} refused, ` +
    `${sum('issued')} cards issued, ${sum('returned')} returned; restarting shown after ${sum('toldRestarting')}`;
  test.info().annotations.push({ type: 'measured', description: measured });
  process.stdout.write(`  ${measured}\n`);
});

async function tapAndKill(installation: Installation) {
  const foyer = await installation.start();
  const desk = await openDesk(foyer);
  const cardIds = new Map<string, CardId>();
  for (let card = 0; card < cards; card += 1) {
    const credential = { format: 'DEC', facility: null, number: numberOf(card) } as const;
    const { card: row } = await desk.call('cards.register', {
      ...{ label: `C${card}`, type: 'visitor', source: { by: 'number', credential } },
    });
    cardIds.set(credential.number, row.cardId);
  }
  const reception = receptionOf(desk, installation.dataFolder, cardIds);
  let killing = true;
  const tapping = (async () => {
    while (killing) await reception.tapOne();
  })();
  const killed = killAgainAndAgain(installation.dataFolder, desk, reception).finally(() => {
    killing = false;
  });
  const [counts] = await Promise.all([killed, tapping]);

  await reception.compare(desk);
  desk.close();
  await foyer.stop();
  // What was acknowledged is on the disk.
  const again = await openDesk(await installation.start());
  await reception.compare(again);
  again.close();
  return { ...counts, ...reception.counts() };
}

type Reception = ReturnType<typeof receptionOf>;

/** One receptionist who taps card after card, and what they know by the answers they got. */
function receptionOf(desk: HttpDesk, dataFolder: string, cardIds: ReadonlyMap<string, CardId>) {
  const holders = new Map<string, string>();
  let next = 0;
  let visitors = 0;
  let seen = 0;
  const counts = { taps: 0, refused: 0, issued: 0, returned: 0 };

  async function handle(number: string): Promise<void> {
    const tap = desk.taps()[seen];
    if (tap === undefined) return;
    seen += 1;
    const { reading } = await desk.read(tap);
    const cardId = cardIds.get(number);
    if (reading.kind !== 'known' || cardId === undefined) throw new Error(`the card is ${reading.kind}`);
    // The card that was tapped, and whoever has it by the last answer.
    expect(reading.card.credential.number).toBe(number);
    expect(reading.card.cardId).toBe(cardId);
    expect(reading.holder?.name).toBe(holders.get(number));
    if (holders.has(number)) {
      await desk.call('cards.return', { cardId, signOut: true });
      holders.delete(number);
      counts.returned += 1;
    } else {
      visitors += 1;
      const name = `Visitor ${String(visitors)}`;
      const visitId = await desk.arrive(name);
      await desk.call('cards.issue', { cardId, visitId });
      holders.set(number, name);
      counts.issued += 1;
    }
  }

  return {
    counts: () => counts,
    /** A tap that is refused because the process is gone is no tap, unless the console was told of it before. */
    async tapOne(): Promise<void> {
      const number = numberOf(next);
      next = (next + 1) % cards;
      const answer = await askControl(dataFolder, { command: 'tap', card: `DEC:${number}` }, patienceMs);
      if (answer?.ok) {
        counts.taps += 1;
        await until(() => desk.taps().length > seen, 'the tap that was acknowledged');
      } else {
        counts.refused += 1;
        expect(answer).toEqual({ ok: false, fault: 'restarting' });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await handle(number);
      expect(desk.taps().length, 'a tap that nobody made').toBe(seen);
    },
    async compare(other: HttpDesk): Promise<void> {
      const { cards: rows } = await other.call('cards.list', {});
      const shown = rows.flatMap(({ credential, holder }) =>
        holder === null ? [] : [[credential.number, holder.name] as const],
      );
      expect(new Map(shown)).toEqual(holders);
      const { counts: onSite } = await other.call('visits.onSite', {});
      expect(onSite.cardsOut).toBe(holders.size);
    },
  };
}

async function killAgainAndAgain(dataFolder: string, desk: HttpDesk, reception: Reception) {
  const host = await askControl(dataFolder, { command: 'state' });
  if (!host?.ok || host.pid === undefined) throw new Error('the host does not say who it is');
  const { pid } = host;
  const restartedAfter: number[] = [];
  let toldRestarting = 0;
  for (let kill = 0; kill < killsEach; kill += 1) {
    const made = reception.counts().taps;
    await until(() => reception.counts().taps > made + 1, 'a tap');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    const [news, victim] = [desk.readerNews(), readerProcessOf(pid)];
    if (victim === null) throw new Error('there is no reader process');
    process.kill(victim, 'SIGKILL');
    const killedAt = performance.now();
    // Asks whenever the console is told of news, as its screens do.
    for (let heard = news, isReady = false; !isReady; ) {
      await until(() => desk.readerNews() > heard, 'news of the reader');
      heard = desk.readerNews();
      const { readers } = await desk.call('readers.status', {});
      if (readers[0]?.advice === 'restarting') toldRestarting += 1;
      isReady = readers[0]?.state === 'ready' && ![victim, null].includes(readerProcessOf(pid));
    }
    restartedAfter.push(performance.now() - killedAt);
  }
  return { restartedAfter, toldRestarting };
}

/** The process that `host` runs `reader.js` in; null while there is none. */
function readerProcessOf(host: number): number | null {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      if (Number(parent) !== host) continue;
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('reader.js')) return Number(name);
    } catch {
      // It ended meanwhile.
    }
  }
  return null;
}
