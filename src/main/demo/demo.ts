/**
 * The demo: an invented company whose front desk has been running for weeks, made through the same calls that
 * people make, so that it can hold nothing Foyer could not. Which people, cards and moments there are is decided
 * in the files beside this one; nothing of it is used outside demo mode.
 */

import { standardBadges } from '../../shared/contract/badges.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts';
import { standardLooks } from '../../shared/contract/looks.ts';
import type { Reply } from '../../shared/reply.ts';
import type { CardId, EpochMs, HostId, NoticeId, StaffRole, VisitId } from '../../shared/vocabulary.ts';
import type { App, InstallationPlan } from '../app.ts';
import type { Caller } from '../caller.ts';
import { hostWords } from '../core/hosts/host-words.ts';
import { createIds } from '../core/ids.ts';
import type { Clock, PassphraseHasher } from '../core/ports.ts';
import { createMovableClock } from './clock.ts';
import { demoCards } from './inventory.ts';
import { addressOf, hosts } from './people.ts';
import { type Moment, planDemo } from './plan.ts';
import { createChance } from './random.ts';

export { demoTaps } from './inventory.ts';

/** Sign-ins of the demo; the sign-in page shows them. */
export const demoSignIns: readonly {
  readonly userName: string;
  readonly passphrase: string;
  readonly roles: readonly StaffRole[];
}[] = [
  { userName: 'reception', passphrase: 'good morning desk', roles: ['reception'] },
  { userName: 'security', passphrase: 'night round lamp', roles: ['security'] },
  { userName: 'office', passphrase: 'paper shredder song', roles: ['privacy', 'administrator'] },
];

const displayNames: Readonly<Record<string, string>> = {
  reception: 'Nanna at the desk',
  security: 'Asger on watch',
  office: 'Thyra in the office',
};

const zone = 'Europe/Copenhagen';

const settings: InstallationPlan['settings'] = {
  siteName: 'Fjordglimt House',
  timeZone: zone,
  languages: ['en', 'da'],
  defaultLanguage: 'en',
  controller: {
    name: 'Fjordglimt Demo A/S',
    registrationNumber: '00000000',
    address: 'Opfundet Vej 1, 0000 Ingensteds',
    contactEmail: 'privacy@example.com',
    contactPhone: '+45 00 00 00 00',
    authority: 'Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby',
  },
  readers: (['desk', 'kiosk'] as const).map((place) => ({
    readerId: place,
    name: '',
    place,
    profile: 'simulated',
    format: 'H10301',
    device: null,
    raw: null,
  })),
  cardForEveryone: true,
  cameraReadsCodes: true,
  badges: standardBadges,
  looks: standardLooks,
};

export interface DemoParts {
  /**
   * Makes an app with this clock over the new, empty database, or null where that cannot be. It is closed at the
   * end, the database with it.
   */
  readonly open: (clock: Clock) => App | null;
  /** The installation's hasher, for the passphrases of {@link demoSignIns}. */
  readonly hasher: PassphraseHasher;
  readonly now: EpochMs;
  readonly monotonic: () => number;
  /** The same seed and instant make the same people. */
  readonly seed?: number;
}

/** The app looks for visits to close every half minute; the desk's session stands two minutes of quiet. */
const eveningMs = 31_000;

const kiosk: Caller = { door: 'kiosk', connectionId: 'demo-kiosk' };
const consoleDoor: Caller = { door: 'console', connectionId: 'demo-console' };

/** Fills a new installation; takes a few seconds. */
export async function seedDemo({ open, hasher, now, monotonic, seed = 2024 }: DemoParts): Promise<void> {
  const plan = planDemo(now, zone, seed);
  const clock = createMovableClock(plan.beginsAt, monotonic);
  const staff = await Promise.all(
    demoSignIns.map(async ({ userName, passphrase, roles }) => ({
      userName,
      displayName: displayNames[userName] ?? userName,
      roles,
      passphraseHash: await hasher.hash(passphrase),
    })),
  );
  const app = open(clock);
  if (app === null) return;
  try {
    app.provision({
      settings,
      retention: { contactDays: 30, visitDays: 30, watchlistDays: 365, cardLinkDays: 30 },
      staff,
    });
    const desk = createDemoDesk(app, createIds(clock, createChance(seed).bytes));
    await desk.begin();
    for (const moment of plan.moments) {
      clock.moveTo(moment.at);
      if (moment.kind === 'night') {
        await desk.stayAwake();
        clock.pass(eveningMs);
        settle(app);
      } else await desk.live(moment);
    }
    clock.moveTo(now);
    settle(app);
  } finally {
    app.close();
  }
}

/** Lets the app do its waiting work; bounded, because nothing it could wait for happens here. */
function settle(app: App): void {
  for (let rounds = 0; rounds < 10_000 && app.tick(); rounds += 1);
}

/** The people at the invented desk, doing what the plan says. */
function createDemoDesk(app: App, newId: () => string) {
  const visitIds = new Map<number, VisitId>();
  const cardIds = new Map<string, CardId>();
  const noticeIds = new Map<string, NoticeId>();
  /** By the words that visitors read. */
  const hostIds = new Map<string, HostId>();

  async function call<Name extends CallName>(
    caller: Caller,
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> {
    const reply = (await app.call(caller, name, input)) as Reply<CallOutput<Name>>;
    if (!reply.ok) throw new Error(`the demo's ${name} was refused: ${reply.code}`);
    return reply.value;
  }
  const visitOf = (visit: number): VisitId => visitIds.get(visit) ?? missing();
  const cardOf = (label: string): CardId => cardIds.get(label) ?? missing();

  async function signIn(role: StaffRole): Promise<void> {
    const member = demoSignIns.find(({ roles }) => roles.includes(role)) ?? missing();
    await call(consoleDoor, 'staff.signIn', { userName: member.userName, passphrase: member.passphrase });
  }

  return {
    async begin(): Promise<void> {
      await signIn('administrator');
      for (const { name, department } of hosts) {
        const email = `${addressOf(name)}@example.com`;
        const { host } = await call(consoleDoor, 'hosts.add', { name, email, department, phone: '' });
        hostIds.set(hostWords(host), host.hostId);
      }
      await call(consoleDoor, 'staff.signOut', {});
      await signIn('reception');
      for (const language of settings.languages)
        noticeIds.set(language, (await call(kiosk, 'notice.current', { language })).noticeId);
      for (const { label, type, facility, number } of demoCards) {
        const credential = { format: 'H10301' as const, facility: String(facility), number: String(number) };
        const { card } = await call(consoleDoor, 'cards.register', {
          label,
          type,
          source: { by: 'number', credential },
        });
        cardIds.set(label, card.cardId);
      }
    },
    async stayAwake(): Promise<void> {
      await call(consoleDoor, 'staff.stayActive', {});
    },
    async live(moment: Moment): Promise<void> {
      switch (moment.kind) {
        case 'arrive': {
          const { language, ...details } = moment.person;
          const visitId = newId() as VisitId;
          const noticeId = noticeIds.get(language) ?? missing();
          const host = moment.host === '' ? undefined : hostIds.get(moment.host);
          await call(kiosk, 'visits.arrive', {
            ...details,
            host: moment.host,
            hostId: host,
            visitId,
            language,
            noticeId,
          });
          visitIds.set(moment.visit, visitId);
          return;
        }
        case 'issue':
          await call(consoleDoor, 'cards.issue', {
            cardId: cardOf(moment.card),
            visitId: visitOf(moment.visit),
          });
          return;
        case 'set-aside':
          await call(consoleDoor, 'visits.setAside', { visitId: visitOf(moment.visit), cardDue: false });
          return;
        case 'return':
          await call(consoleDoor, 'cards.return', { cardId: cardOf(moment.card), signOut: moment.signOut });
          return;
        case 'sign-out':
          await call(kiosk, 'visits.signOut', { name: moment.person.name, email: moment.person.email });
          return;
        case 'depart':
          await call(consoleDoor, 'visits.depart', { visitId: visitOf(moment.visit) });
          return;
        case 'block':
          await call(consoleDoor, 'cards.block', { cardId: cardOf(moment.card), reason: moment.reason });
          return;
        case 'retire':
          await call(consoleDoor, 'cards.retire', { cardId: cardOf(moment.card) });
          return;
        case 'night':
          return;
      }
    },
  };
}

function missing(): never {
  throw new Error("the demo's plan names something that does not exist yet");
}
