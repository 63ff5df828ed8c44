/**
 * The real app over a database in memory, with a clock the test moves, seeded randomness and a hasher that does
 * no work. Everything else is what runs in production.
 */
import { createHash, createHmac } from 'node:crypto';
import { type App, type AppParts, createApp } from '../../src/main/app.ts';
import type { DataFolder, PassphraseHasher } from '../../src/main/core/ports.ts';
import type { CardReading } from '../../src/main/readers/card-read.ts';
import type { Database } from '../../src/main/store/database.ts';
import { openInMemory } from '../../src/main/store/open.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { Door, StaffRole, TapReference, VisitId } from '../../src/shared/vocabulary.ts';

/** Monday 2026-03-02, 08:00 in Copenhagen. */
export const mondayMorning = Date.UTC(2026, 2, 2, 7);

export interface TestClock {
  now(): number;
  monotonic(): number;
  /** Moves both clocks on. */
  advance(ms: number): void;
  /** Sets the wall clock alone, as somebody with a screwdriver would. */
  setWall(at: number): void;
}

export function createTestClock(start = mondayMorning): TestClock {
  let wall = start;
  let monotonic = 1_000;
  return {
    now: () => wall,
    monotonic: () => monotonic,
    advance(ms) {
      wall += ms;
      monotonic += ms;
    },
    setWall(at) {
      wall = at;
    },
  };
}

/** Deterministic bytes: SHA-256 in counter mode over a seed. */
export function createSeededRandom(seed = 'seed'): (size: number) => Uint8Array {
  let counter = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += 32) {
      counter += 1;
      blocks.push(createHash('sha256').update(`${seed} ${counter}`).digest());
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, size));
  };
}

const plainHasher: PassphraseHasher = {
  hash: async (passphrase) => `plain:${passphrase}`,
  verify: async (hash, passphrase) => hash === `plain:${passphrase}`,
};

export const emptyFolder: DataFolder = { files: () => [], read: () => 0 };

export const administrator = {
  userName: 'admin',
  displayName: 'Ada Administrator',
  passphrase: 'correct horse battery staple',
} as const;

export const siteSettings: CallInput<'site.setUp'>['settings'] = {
  siteName: 'Nordlys House',
  timeZone: 'Europe/Copenhagen',
  languages: ['da', 'en'],
  defaultLanguage: 'en',
  controller: {
    name: 'Nordlys A/S',
    registrationNumber: '12345678',
    address: 'Havnegade 1, 8000 Aarhus C',
    contactEmail: 'privacy@nordlys.example',
    contactPhone: '',
    authority: 'Datatilsynet, datatilsynet.dk',
  },
  readers: [
    {
      readerId: 'desk',
      name: '',
      place: 'desk',
      profile: 'simulated',
      format: 'H10301',
      device: null,
      raw: null,
    },
  ],
  cardForEveryone: true,
};

export const defaultRetention = { contactDays: 30, visitDays: 30, cardLinkDays: 30 };

export interface TestApp {
  readonly app: App;
  readonly clock: TestClock;
  readonly database: Database;
  readonly events: { readonly event: FoyerEvent; readonly doors: readonly Door[] }[];
  readonly log: Record<string, unknown>[];
  /** The value, or an error naming the refusal. */
  call<Name extends CallName>(
    door: Door,
    name: Name,
    input: CallInput<Name>,
    connection?: string,
  ): Promise<CallOutput<Name>>;
  reply<Name extends CallName>(
    door: Door,
    name: Name,
    input: CallInput<Name>,
    connection?: string,
  ): Promise<Reply<CallOutput<Name>>>;
  setUp(): Promise<void>;
  signIn(connection?: string, roles?: readonly StaffRole[]): Promise<void>;
  arrive(name: string, more?: Partial<CallInput<'visits.arrive'>>): Promise<VisitId>;
  tap(reading: CardReading): TapReference;
  /** Ticks until nothing more can be done at once. */
  settle(): void;
  newVisitId(): string;
}

export function createTestApp(parts: Partial<AppParts> & { readonly clock?: TestClock } = {}): TestApp {
  const clock = parts.clock ?? createTestClock();
  const database = parts.database ?? openInMemory(clock.now());
  const log: Record<string, unknown>[] = [];
  const app = createApp({
    random: createSeededRandom(),
    digest: {
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      hmac: (purpose, text) => createHmac('sha256', `test ${purpose}`).update(text).digest('hex'),
    },
    hasher: plainHasher,
    dataFolder: emptyFolder,
    log: (line) => log.push(line),
    demo: null,
    recoveryKey: 'TEST-RECOVERY-KEY',
    storageLow: () => false,
    tapSimulated: async () => null,
    askReaders: async () => ({ ok: false, fault: 'unavailable' }),
    system: 'TestSystem 1.0 x64',
    ...parts,
    database,
    clock,
  });
  const events: { event: FoyerEvent; doors: readonly Door[] }[] = [];
  app.subscribe((event, doors) => events.push({ event, doors }));
  const idRandom = createSeededRandom('visit ids');
  let added = 0;

  const test: TestApp = {
    app,
    clock,
    database,
    events,
    log,
    reply: (door, name, input, connection = `${door}-1`) =>
      app.call({ door, connectionId: connection }, name, input) as never,
    async call(door, name, input, connection) {
      const reply = await test.reply(door, name, input, connection);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
      return reply.value;
    },
    async setUp() {
      await test.call('console', 'site.setUp', {
        code: app.setUpCode() ?? '',
        settings: siteSettings,
        retention: defaultRetention,
        administrator,
      });
    },
    async signIn(connection = 'console-1', roles) {
      const { userName, passphrase } = administrator;
      await test.call('console', 'staff.signIn', { userName, passphrase }, connection);
      if (roles === undefined) return;
      added += 1;
      const member = { userName: `member${added}`, passphrase: 'a long enough passphrase' };
      await test.call(
        'console',
        'staff.add',
        { ...member, displayName: 'Member', roles: [...roles] },
        connection,
      );
      await test.call('console', 'staff.signIn', member, connection);
    },
    async arrive(name, more = {}) {
      const language = more.language ?? 'en';
      const notice = await test.call('kiosk', 'notice.current', { language });
      const { visitId } = await test.call('kiosk', 'visits.arrive', {
        visitId: test.newVisitId(),
        name,
        email: `${name.toLowerCase().replace(/[^a-z]/g, '')}@example.com`,
        phone: '+45 12 34 56 78',
        company: 'Example ApS',
        host: 'Host',
        language,
        noticeId: notice.noticeId,
        ...more,
      });
      return visitId;
    },
    tap(reading) {
      app.cardRead({
        readerId: 'desk',
        readerName: 'Desk reader',
        profile: 'simulated',
        place: 'desk',
        at: clock.monotonic(),
        reading,
      });
      const last = events.at(-1)?.event;
      if (last?.type !== 'card.tapped') throw new Error('the tap made no event');
      return last.tap;
    },
    settle() {
      for (let ticks = 0; ticks < 100_000; ticks += 1) if (!app.tick()) return;
      throw new Error('the app never settled');
    },
    newVisitId() {
      const hex = Buffer.from(idRandom(16)).toString('hex');
      const time = clock.now().toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-a${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
    },
  };
  return test;
}
