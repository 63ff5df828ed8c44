/**
 * A host for the kiosk's screens that a test can steer: it answers as the contract says, remembers what it was
 * asked, and can be told to refuse, to fall silent, or to change the notice. It runs inside the page, in the
 * place where Electron's preload puts the real one.
 */
import type { Page } from 'playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Refused, Reply } from '../../src/shared/reply.ts';
import type { Transport } from '../../src/shared/transport.ts';
import type { InvitationId, NoticeId, TapReference } from '../../src/shared/vocabulary.ts';

type Welcome = CallOutput<'site.welcome'>;
export type ReadyWelcome = Extract<Welcome, { state: 'ready' }>;

export const readyWelcome: ReadyWelcome = {
  state: 'ready',
  siteName: 'Nordlys House',
  timeZone: 'Europe/Copenhagen',
  languages: ['en', 'da'],
  defaultLanguage: 'en',
  contactDays: 30,
  controllerContact: 'privacy@nordlys.example',
  capturesKeyboard: false,
  returnSlot: false,
  scansCodes: false,
  kiosk: { idleSeconds: 60, countdownSeconds: 30 },
  demo: null,
  storageLow: false,
};

export const firstNotice = '018f0000-0000-7000-8000-000000000001' as NoticeId;
export const secondNotice = '018f0000-0000-7000-8000-000000000002' as NoticeId;

type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export const goodCode = 'K7QF2M9X';
export const codeWithoutPhone = 'K7QF2M9Y';
export const goodScan = '00112233445566778899aabbccddeeff' as TapReference;
export const invited: OpenedInvitation = {
  invitationId: '018f0000-0000-7000-8000-000000000003' as InvitationId,
  name: 'Łucja Żółkiewska-Møller',
  email: 'lucja@example.com',
  phone: '+48 12 345 67 89',
  company: 'Przykład sp. z o.o.',
  host: 'Mette Holm',
};

function noticeIn(language: string, noticeId: NoticeId, title: string): CallOutput<'notice.current'> {
  return {
    noticeId,
    version: noticeId === firstNotice ? 1 : 2,
    language,
    hash: '0'.repeat(64),
    content: {
      title,
      points: [
        {
          about: 'data',
          title: 'We keep your name, e-mail and phone',
          text: 'Your company and host if you give them, and the number of your access card if you get one.',
        },
        {
          about: 'purpose',
          title: 'For your safety and our security',
          text: 'Our legitimate interest, GDPR article 6(1)(f). Never for marketing.',
        },
        {
          about: 'retention',
          title: 'For 30 days after you leave',
          text: 'Then your contact details are deleted automatically, on this machine, where they are kept.',
        },
        {
          about: 'rights',
          title: 'You may see, correct, delete or object',
          text: 'Write to privacy@nordlys.example or ask at the desk. You can complain to Datatilsynet.',
        },
      ],
      sections: [
        'Who is responsible',
        'What we register',
        'Why',
        'How long',
        'Who sees it',
        'Your rights',
      ].map((heading) => ({
        heading,
        paragraphs: Array.from(
          { length: 3 },
          () =>
            'Nordlys House A/S, Havnegade 1, 1058 Copenhagen, keeps what you type on the machine at this reception and deletes it automatically.',
        ),
      })),
    },
  };
}

interface Settings {
  readonly welcome: Welcome;
  readonly cardDue: boolean;
  readonly cardToReturn: boolean;
  /** By typed code without its dash, or by the reference of a scan. */
  readonly invitations: Readonly<Record<string, OpenedInvitation>>;
  readonly notices: Readonly<Record<string, readonly CallOutput<'notice.current'>[]>>;
}

/** What the test reaches inside the page. */
interface SteeredHost {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  readonly refusals: Record<string, Refused[]>;
  silent: boolean;
  noticeIndex: number;
  welcome: unknown;
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
    welcome: settings.welcome,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
  const invitations = settings.invitations;
  const answers: Record<string, (input: never) => unknown> = {
    'invitations.open': ({ code, scan }: { code?: string; scan?: string }) => ({
      invitation: invitations[(code ?? scan ?? '').replace('-', '')] ?? null,
    }),
    'site.welcome': () => host.welcome,
    'notice.current': ({ language }: { language: string }) => settings.notices[language]?.[host.noticeIndex],
    'visits.arrive': ({ visitId }: { visitId: string }) => ({
      visitId,
      arrivedAt: 0,
      cardDue: settings.cardDue,
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
  /** From now on the second version of the notice is the current one. */
  renewNotice(): Promise<void>;
  setWelcome(welcome: Welcome): Promise<void>;
  emit(event: FoyerEvent): Promise<void>;
}

export async function installFakeHost(
  page: Page,
  options: {
    readonly welcome?: Welcome;
    readonly cardDue?: boolean;
    readonly cardToReturn?: boolean;
  } = {},
): Promise<FakeHost> {
  const settings: Settings = {
    welcome: options.welcome ?? readyWelcome,
    cardDue: options.cardDue ?? true,
    cardToReturn: options.cardToReturn ?? true,
    invitations: {
      [goodCode]: invited,
      [codeWithoutPhone]: { ...invited, phone: '' },
      [goodScan]: invited,
    },
    notices: {
      en: [
        noticeIn('en', firstNotice, 'What happens to your details'),
        noticeIn('en', secondNotice, 'What now happens to your details'),
      ],
      da: [
        noticeIn('da', firstNotice, 'Det sker der med dine oplysninger'),
        noticeIn('da', secondNotice, 'Det sker der nu med dine oplysninger'),
      ],
    },
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
    renewNotice: () =>
      page.evaluate(() => {
        window.foyerTestHost.noticeIndex = 1;
      }),
    emit: (event) => page.evaluate((sent) => window.foyerTestHost.emit(sent), event),
    setWelcome: (welcome) =>
      page.evaluate((next) => {
        window.foyerTestHost.welcome = next;
        window.foyerTestHost.emit({ type: 'changed', areas: ['site'] });
      }, welcome),
  };
}
