/**
 * A host for the kiosk's screens that a test can steer: it answers as the contract says, remembers what it was
 * asked, and can be told to refuse, to fall silent, or to change the notice. It runs inside the page, in the
 * place where Electron's preload puts the real one.
 */
import type { Page } from 'playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import { type PictureRole, standardLooks } from '../../src/shared/contract/looks.ts';
import type { Refused, Reply } from '../../src/shared/reply.ts';
import type { Transport } from '../../src/shared/transport.ts';
import type {
  HostId,
  InvitationId,
  NoticeId,
  TapReference,
  VisitorTypeId,
} from '../../src/shared/vocabulary.ts';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { administrator, createTestApp, defaultRetention, siteSettings } from '../support/app.ts';
import { pseudo, pseudoLanguage, pseudoWords } from '../support/pseudo-language.ts';

type Welcome = CallOutput<'site.welcome'>;
export type ReadyWelcome = Extract<Welcome, { state: 'ready' }>;

export const readyWelcome: ReadyWelcome = {
  state: 'ready',
  siteName: 'Nordlys House',
  timeZone: 'Europe/Copenhagen',
  languages: ['en', 'da'],
  defaultLanguage: 'en',
  words: { revision: '', languages: [] },
  contactDays: 30,
  controllerContact: 'privacy@nordlys.example',
  capturesKeyboard: false,
  returnSlot: false,
  scansCodes: false,
  cameraReadsCodes: false,
  looks: { ...standardLooks, logo: null, picture: null },
  visitorTypes: [],
  kiosk: { idleSeconds: 60, countdownSeconds: 30 },
  demo: null,
  storageLow: false,
};

export const firstNotice = '018f0000-0000-7000-8000-000000000001' as NoticeId;
export const secondNotice = '018f0000-0000-7000-8000-000000000002' as NoticeId;

const hostId = (number: number): HostId => `018f0000-0000-7000-8000-00000000010${number}` as HostId;

const typeId = (number: number): VisitorTypeId =>
  `018f0000-0000-7000-8000-00000000020${number}` as VisitorTypeId;
const inEnglish = (label: string, help = '') => ({ en: { label, help, purpose: 'To know' } });

/** Types of visitor with every kind of field, in English; one of them with another name in Danish. */
export const visitorTypes: ReadyWelcome['visitorTypes'] = [
  {
    visitorTypeId: typeId(1),
    version: 1,
    names: { en: 'Meeting', da: 'Møde' },
    host: 'optional',
    company: 'optional',
    fields: [],
    rules: {},
  },
  {
    visitorTypeId: typeId(2),
    version: 3,
    names: { en: 'Work in the house' },
    host: 'optional',
    company: 'optional',
    fields: [
      {
        fieldId: 'f1',
        kind: 'choice',
        required: true,
        words: inEnglish('What work do you do?'),
        options: [
          { optionId: 'o1', words: { en: 'Electricity' } },
          { optionId: 'o2', words: { en: 'Water and heating' } },
          { optionId: 'o3', words: { en: 'Something else' } },
        ],
      },
      {
        fieldId: 'f2',
        kind: 'registration',
        required: false,
        words: inEnglish('Registration of your vehicle', 'Only if it is in our yard'),
        options: [],
      },
    ],
    rules: {
      en: {
        paragraphs: [
          'Wear safety shoes and a high-visibility vest in the workshop and the yard.',
          'Welding, grinding and open flames need a permit from reception, every day anew.',
          'When the alarm sounds, leave by the nearest exit and come to the assembly point.',
        ],
        hash: 'a'.repeat(64),
      },
    },
  },
  {
    visitorTypeId: typeId(3),
    version: 1,
    names: { en: 'Tour' },
    host: 'required',
    company: 'optional',
    fields: [],
    rules: { en: { paragraphs: ['Stay with your guide.'], hash: 'b'.repeat(64) } },
  },
  {
    visitorTypeId: typeId(4),
    version: 1,
    names: { en: 'Delivery' },
    host: 'optional',
    company: 'required',
    fields: [
      {
        fieldId: 'f1',
        kind: 'yes-no',
        required: false,
        words: inEnglish('Do you need help with unloading?'),
        options: [],
      },
      {
        fieldId: 'f2',
        kind: 'text',
        required: true,
        words: inEnglish('Number of the delivery note'),
        options: [],
      },
    ],
    rules: {},
  },
];

type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export const goodCode = 'K7QF2M9X';
export const codeWithoutPhone = 'K7QF2M9Y';
/** Of somebody who comes to work in the house. */
export const codeOfType = 'M4TR8QX2';
export const codeOfTypeWithoutPhone = 'M4TR8QX3';
export const goodScan = '00112233445566778899aabbccddeeff' as TapReference;
export const badgeScan = '11112233445566778899aabbccddeeff' as TapReference;
export const oldBadgeScan = '22222233445566778899aabbccddeeff' as TapReference;
export const unknownScan = '33332233445566778899aabbccddeeff' as TapReference;
/** What a QR code holds that opens the same invitation. */
export const goodCameraCode = 'FC:00112233445566778899AABBCCDDEEFF';
export const invited: OpenedInvitation = {
  invitationId: '018f0000-0000-7000-8000-000000000003' as InvitationId,
  name: 'Łucja Żółkiewska-Møller',
  email: 'lucja@example.com',
  phone: '+48 12 345 67 89',
  company: 'Przykład sp. z o.o.',
  host: 'Mette Holm',
  hostId: hostId(2),
  visitorTypeId: null,
};

/** Whom the picker finds: five names that begin alike, one of them shared by two people. */
export const knownHosts: CallOutput<'hosts.find'>['answers'] = [
  { words: 'Mette A – Purchasing and Logistics', hostId: hostId(1) },
  { words: 'Mette H – Sales', hostId: hostId(2) },
  { words: 'Mette K – Sales', hostId: null },
  { words: 'Mette-Marie Ø – Research', hostId: hostId(3) },
  { words: 'Metin Y – IT', hostId: hostId(4) },
];

type ShownNotice = CallOutput<'notice.current'>;

/** Every notice as the core makes it, in every language of the kiosk. */
const realNotices: Promise<ReadonlyMap<string, ShownNotice>> = (async () => {
  const core = createTestApp();
  await core.call('console', 'site.setUp', {
    code: core.app.setUpCode() ?? '',
    settings: { ...siteSettings, languages: [...kioskLanguages] },
    retention: defaultRetention,
    administrator,
  });
  const notices = new Map<string, ShownNotice>();
  for (const language of kioskLanguages)
    notices.set(language, await core.call('kiosk', 'notice.current', { language }));
  core.app.close();
  return notices;
})();

/** In the pseudo-language the English one with longer words. */
async function noticeIn(language: string, noticeId: NoticeId): Promise<ShownNotice> {
  const real = (await realNotices).get(language === pseudoLanguage ? 'en' : language);
  if (real === undefined) throw new Error(`no notice in ${language}`);
  const content: ShownNotice['content'] =
    language === pseudoLanguage
      ? JSON.parse(JSON.stringify(real.content), (key, value) =>
          typeof value === 'string' && key !== 'about' ? pseudo(value) : value,
        )
      : real.content;
  const isFirst = noticeId === firstNotice;
  return {
    ...real,
    noticeId,
    version: isFirst ? 1 : 2,
    language,
    content: isFirst ? content : { ...content, title: `${content.title} (2)` },
  };
}

interface Settings {
  readonly welcome: Welcome;
  readonly cardDue: boolean;
  readonly seeReception: boolean;
  readonly cardToReturn: boolean;
  /** By typed code without its dash, or by the reference of a scan. */
  readonly invitations: Readonly<Record<string, OpenedInvitation>>;
  /** By the reference of a scan. */
  readonly badges: Readonly<Record<string, CallOutput<'visits.badge'>['found']>>;
  readonly hosts: CallOutput<'hosts.find'>['answers'];
  readonly notices: Readonly<Record<string, readonly CallOutput<'notice.current'>[]>>;
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly pictures: Readonly<Partial<Record<PictureRole, CallOutput<'site.picture'>['picture']>>>;
}

/** What the test reaches inside the page. */
interface SteeredHost {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  readonly refusals: Record<string, Refused[]>;
  silent: boolean;
  noticeIndex: number;
  seeReception: boolean;
  welcome: unknown;
  readonly words: Record<string, Readonly<Record<string, string>>>;
  emit(event: FoyerEvent): void;
}

declare global {
  interface Window {
    foyerTestHost: SteeredHost;
  }
}

/** Runs in the page before the kiosk's own script; sees nothing from outside itself. */
function installHost(settings: Settings): void {
  const listeners = new Set<(event: FoyerEvent) => void>();
  const host: SteeredHost = {
    asked: [],
    refusals: {},
    silent: false,
    noticeIndex: 0,
    seeReception: settings.seeReception,
    welcome: settings.welcome,
    words: { ...settings.words },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
  const invitations = settings.invitations;
  const answers: Record<string, (input: never) => unknown> = {
    'invitations.open': ({ code, scan }: { code?: string; scan?: string }) => ({
      invitation: invitations[(code ?? scan ?? '').replace('-', '')] ?? null,
    }),
    'visits.badge': ({ scan }: { scan?: string }) => ({ found: settings.badges[scan ?? ''] ?? null }),
    'visits.signOutByBadge': () => ({ departedAt: 0, cardToReturn: settings.cardToReturn }),
    'site.welcome': () => host.welcome,
    'site.picture': ({ role }: { role: PictureRole }) => ({ picture: settings.pictures[role] ?? null }),
    'notice.current': ({ language }: { language: string }) => settings.notices[language]?.[host.noticeIndex],
    'visits.arrive': ({ visitId }: { visitId: string }) => ({
      visitId,
      arrivedAt: 0,
      ...('away' in settings.welcome && settings.welcome.away
        ? { cardDue: false, seeReception: false, queued: true }
        : { cardDue: settings.cardDue, seeReception: host.seeReception }),
    }),
    'words.site': ({ language }: { language: string }) => ({
      revision: 'test',
      words: host.words[language] ?? {},
    }),
    'hosts.find': ({ text }: { text: string }) => ({
      answers: settings.hosts.filter(({ words }) => words.toLowerCase().startsWith(text.toLowerCase())),
    }),
    'visits.signOut': () => ({ departedAt: 0, cardToReturn: settings.cardToReturn }),
  };
  const foyer: Transport = {
    door: 'kiosk',
    async call(name, input): Promise<Reply<unknown>> {
      host.asked.push({ name, input });
      await Promise.resolve();
      if (host.silent) return { ok: false, code: 'unavailable' };
      const refusal = host.refusals[name]?.shift();
      if (refusal !== undefined) return refusal;
      const answer = answers[name];
      return answer === undefined
        ? { ok: false, code: 'unknown-call' }
        : { ok: true, value: answer(input as never) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  window.foyerTestHost = host;
  Object.defineProperty(window, 'foyer', { value: foyer });
}

export interface FakeHost {
  /** What the kiosk sent under `name`, oldest first. */
  asked<Name extends CallName>(name: Name): Promise<CallInput<Name>[]>;
  /** The next call of `name` is refused so. */
  refuseNext(name: CallName, refused: Refused): Promise<void>;
  /** Nobody answers any more, or somebody does again. */
  setSilent(silent: boolean): Promise<void>;
  /** From now on whoever registers is asked to speak to reception, or no longer. */
  setSeeReception(seeReception: boolean): Promise<void>;
  /** From now on the second version of the notice is the current one. */
  renewNotice(): Promise<void>;
  setWelcome(welcome: Welcome): Promise<void>;
  /** From now on the site's file for a language has these words. */
  setWords(language: string, words: Readonly<Record<string, string>>): Promise<void>;
  emit(event: FoyerEvent): Promise<void>;
}

export async function installFakeHost(
  page: Page,
  options: {
    readonly welcome?: Welcome;
    readonly cardDue?: boolean;
    readonly seeReception?: boolean;
    readonly cardToReturn?: boolean;
    /** Words of the site's own files, by language and path. */
    readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly pictures?: Settings['pictures'];
  } = {},
): Promise<FakeHost> {
  const settings: Settings = {
    welcome: options.welcome ?? readyWelcome,
    cardDue: options.cardDue ?? true,
    seeReception: options.seeReception ?? false,
    cardToReturn: options.cardToReturn ?? true,
    invitations: {
      [goodCode]: invited,
      [codeWithoutPhone]: { ...invited, phone: '' },
      [codeOfType]: { ...invited, visitorTypeId: typeId(2) },
      [codeOfTypeWithoutPhone]: { ...invited, phone: '', visitorTypeId: typeId(2) },
      [goodScan]: invited,
      [goodCameraCode]: invited,
    },
    badges: {
      [badgeScan]: { state: 'on-site', badge: badgeScan, maskedName: 'S••• V•••' },
      [oldBadgeScan]: { state: 'left', badge: oldBadgeScan },
    },
    hosts: knownHosts,
    notices: Object.fromEntries(
      await Promise.all(
        [...kioskLanguages, pseudoLanguage].map(
          async (language) =>
            [
              language,
              [await noticeIn(language, firstNotice), await noticeIn(language, secondNotice)],
            ] as const,
        ),
      ),
    ),
    words: { [pseudoLanguage]: pseudoWords(), ...options.words },
    pictures: options.pictures ?? {},
  };
  await page.addInitScript(installHost, settings);
  return {
    asked: <Name extends CallName>(name: Name) =>
      page.evaluate(
        (asked) => window.foyerTestHost.asked.filter((call) => call.name === asked).map(({ input }) => input),
        name as string,
      ) as Promise<CallInput<Name>[]>,
    refuseNext: (name, refused) =>
      page.evaluate(
        ([refusedName, refusal]) => {
          const { refusals } = window.foyerTestHost;
          refusals[refusedName] = [...(refusals[refusedName] ?? []), refusal];
        },
        [name, refused] as const,
      ),
    setSilent: (silent) =>
      page.evaluate((now) => {
        window.foyerTestHost.silent = now;
      }, silent),
    setSeeReception: (seeReception) =>
      page.evaluate((now) => {
        window.foyerTestHost.seeReception = now;
      }, seeReception),
    renewNotice: () =>
      page.evaluate(() => {
        window.foyerTestHost.noticeIndex = 1;
      }),
    emit: (event) => page.evaluate((sent) => window.foyerTestHost.emit(sent), event),
    setWords: (language, words) =>
      page.evaluate(
        ([changed, texts]) => {
          window.foyerTestHost.words[changed] = texts;
        },
        [language, words] as const,
      ),
    setWelcome: (welcome) =>
      page.evaluate((next) => {
        window.foyerTestHost.welcome = next;
        window.foyerTestHost.emit({ type: 'changed', areas: ['site'] });
      }, welcome),
  };
}
