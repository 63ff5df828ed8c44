/**
 * A host for the kiosk's screens that a test can steer: it answers as the contract says, remembers what it was
 * asked, and can be told to refuse, to fall silent, or to change the notice. It runs inside the page, in the
 * place where Electron's preload puts the real one.
 */
import type { Page } from 'playwright/test';
import { completed } from '../../src/main/core/notice/catalogue.ts';
import { renderNotice } from '../../src/main/core/notice/render.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import { SiteSettings } from '../../src/shared/contract/site.ts';
import type { Refused, Reply } from '../../src/shared/reply.ts';
import type { Transport } from '../../src/shared/transport.ts';
import type { NoticeId } from '../../src/shared/vocabulary.ts';
import { defaultRetention, mondayMorning, siteSettings } from '../support/app.ts';

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
  kiosk: { idleSeconds: 60, countdownSeconds: 30 },
  demo: null,
  storageLow: false,
};

export const firstNotice = '018f0000-0000-7000-8000-000000000001' as NoticeId;
export const secondNotice = '018f0000-0000-7000-8000-000000000002' as NoticeId;

/** The notice as the core makes it, under a title that tells one version from the other. */
function noticeIn(language: string, noticeId: NoticeId, title: string): CallOutput<'notice.current'> {
  const site = { settings: SiteSettings.parse(siteSettings), retention: defaultRetention };
  return {
    noticeId,
    version: noticeId === firstNotice ? 1 : 2,
    language,
    hash: '0'.repeat(64),
    textHash: '1'.repeat(64),
    publishedAt: mondayMorning,
    content: { ...renderNotice(completed(null), site, language), title },
  };
}

interface Settings {
  readonly welcome: Welcome;
  readonly cardDue: boolean;
  readonly cardToReturn: boolean;
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
  const answers: Record<string, (input: never) => unknown> = {
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
