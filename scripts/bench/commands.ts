/**
 * What people wait for: signing in and issuing a card, as ratios to one raw write of 4 KiB with fsync done in turn
 * with them on the same disk, and looking a tapped card up.
 */
import { closeSync, fsyncSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../../src/main/caller.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { type Installation, newVisitId, type Opened, signIn } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { median, rank, timed } from './numbers.ts';
import { createRandomNumber, inventPerson } from './people.ts';

const rounds = 300;
const kiosk: Caller = { door: 'kiosk', connectionId: 'bench-kiosk' };
export const office: Caller = { door: 'console', connectionId: 'bench-console' };

/** The value of a reply, or an error: what is refused is not measured. */
export async function value<Value>(
  { app }: Opened,
  caller: Caller,
  name: string,
  input: unknown,
): Promise<Value> {
  const reply = (await app.call(caller, name, input)) as Reply<Value>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
  return reply.value;
}

export async function signInStaff(opened: Opened): Promise<void> {
  await value(opened, office, 'staff.signIn', signIn);
}

export async function arrivals(opened: Opened): Promise<() => Promise<string>> {
  const { noticeId } = await value<{ noticeId: string }>(opened, kiosk, 'notice.current', { language: 'en' });
  const random = createRandomNumber(2);
  let number = 10_000_000;
  return async () => {
    number += 1;
    const visitId = newVisitId(Date.now());
    const person = inventPerson(number, random);
    await value(opened, kiosk, 'visits.arrive', { ...person, visitId, language: 'en', noticeId });
    return visitId;
  };
}

/** The number of the last frame in the log: `mxFrame`, byte 16 of the index's header (SQLite, "WAL-mode File Format"). */
function lastFrame(index: number): number {
  const bytes = Buffer.alloc(4);
  readSync(index, bytes, 0, 4, 16);
  return endianness() === 'LE' ? bytes.readUInt32LE() : bytes.readUInt32BE();
}

export async function measureCommands(opened: Opened, { folder }: Installation): Promise<Measurement[]> {
  await signInStaff(opened);
  const arrive = await arrivals(opened);
  const rawFile = join(folder, 'raw');
  const raw = openSync(rawFile, 'w');
  const page = Buffer.alloc(4096, 1);
  const index = openSync(join(folder, 'foyer.db-shm'), 'r');
  const times = { raw: [] as number[], arrive: [] as number[], issue: [] as number[], tap: [] as number[] };
  const frames: number[] = [];
  const { cards } = await value<{ cards: { cardId: string; credential: { number: string } }[] }>(
    opened,
    office,
    'cards.list',
    {},
  );
  const taps: string[] = [];
  const end = opened.app.subscribe((event) => {
    if (event.type === 'card.tapped') taps.push(event.tap);
  });

  for (let round = 0; round < rounds; round += 1) {
    times.raw.push(
      await timed(() => {
        writeSync(raw, page, 0, page.length, round * page.length);
        fsyncSync(raw);
      }),
    );
    const before = lastFrame(index);
    let visitId = '';
    times.arrive.push(
      await timed(async () => {
        visitId = await arrive();
      }),
    );
    const after = lastFrame(index);
    // After a checkpoint the log begins anew, as it does in a running Foyer.
    frames.push(after < before ? after : after - before);
    const card = cards[round % cards.length];
    if (card === undefined) throw new Error('there are no cards');
    opened.app.cardRead({
      readerId: 'desk',
      readerName: 'desk',
      profile: 'simulated',
      place: 'desk',
      at: performance.now(),
      reading: {
        kind: 'credential',
        credential: { format: 'H10301', facility: '118', number: card.credential.number },
      },
    });
    times.tap.push(await timed(() => value(opened, office, 'cards.read', { tap: taps.at(-1) })));
    times.issue.push(
      await timed(() => value(opened, office, 'cards.issue', { cardId: card.cardId, visitId })),
    );
    await value(opened, office, 'cards.return', { cardId: card.cardId, signOut: false });
    if (round % 40 === 39) opened.database.pragma('wal_checkpoint(PASSIVE)');
  }
  end();
  closeSync(raw);
  closeSync(index);
  unlinkSync(rawFile);
  const unit = median(times.raw);
  return [
    { name: 'raw 4 KiB write + fsync, p50', value: unit, unit: 'ms', limit: null },
    { name: 'sign-in with audit, p50 against raw', value: median(times.arrive) / unit, unit: '×', limit: 2 },
    {
      name: 'card issue with audit, p50 against raw',
      value: median(times.issue) / unit,
      unit: '×',
      limit: 2,
    },
    { name: 'log frames of a sign-in, p50', value: median(frames), unit: 'frames', limit: 10 },
    {
      name: 'log frames of a sign-in, most (page splits)',
      value: rank(frames, 1),
      unit: 'frames',
      limit: null,
    },
    { name: 'tap lookup, p50', value: median(times.tap), unit: 'ms', limit: 0.2 },
  ];
}
