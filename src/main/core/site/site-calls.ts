/** The calls about the site: welcome, first set-up, settings. */
import type { CallName } from '../../../shared/contract/contract.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import type { StaffId } from '../../../shared/vocabulary.ts';
import { readCode } from '../codes.ts';
import type { Handlers } from '../context.ts';
import type { Notices } from '../notice/notices.ts';
import type { Clock, Digest, PassphraseHasher } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import { offeredTypes } from '../visitor-types/offered-types.ts';
import { addType, checkType } from '../visitor-types/visitor-types.ts';
import type { SiteLanguages } from '../words/site-words.ts';
import type { InstallationPlan } from './installation-plan.ts';
import { createPictureCalls, keepPicture, shownLooks } from './pictures.ts';
import type { Site } from './site.ts';

/** What demo mode shows before anyone has signed in. */
export interface Demo {
  readonly signIns: readonly {
    readonly userName: string;
    readonly passphrase: string;
    readonly roles: readonly ('reception' | 'security' | 'privacy' | 'administrator')[];
  }[];
  readonly taps: readonly { readonly card: string; readonly label: string }[];
}

export interface SiteParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly site: Site;
  readonly notices: Notices;
  readonly languages: Pick<SiteLanguages, 'spoken' | 'siteWords'>;
  readonly hasher: PassphraseHasher;
  readonly digest: Digest;
  readonly newId: () => string;
  readonly demo: Demo | null;
  /** Null in tests without a key. */
  readonly recoveryKey: string | null;
  /** The one-time code, or null once set up. */
  readonly setUpCode: () => string | null;
  readonly storageLow: () => boolean;
}

/** Idle times of the kiosk, in seconds: a minute, then half a minute to say that more time is needed. */
const kioskIdle = { idleSeconds: 60, countdownSeconds: 30 } as const;

/**
 * Refuses languages the kiosk has no words in. One that the site offers already may stay: its file may come back,
 * and until then the kiosk leaves it out.
 */
function checkLanguages(settings: SiteSettings, spoken: readonly string[], before: readonly string[]): void {
  if (!settings.languages.every((language) => spoken.includes(language) || before.includes(language)))
    throw new Refusal('bad-input', { fields: { 'settings.languages': 'language-unknown' } });
}

/** Stores a first set-up; call it inside a transaction. */
export function install(
  parts: Pick<SiteParts, 'stores' | 'notices' | 'newId' | 'clock' | 'languages' | 'digest'>,
  plan: InstallationPlan,
): void {
  const { stores, notices, newId, clock } = parts;
  if (stores.site.read() !== undefined) throw new Refusal('already-set-up');
  checkLanguages(plan.settings, parts.languages.spoken, []);
  stores.site.write(plan.settings, plan.retention);
  for (const picture of plan.pictures ?? []) keepPicture(parts, picture);
  for (const { userName, displayName, roles, passphraseHash } of plan.staff)
    stores.staff.insert({
      id: newId() as StaffId,
      userName,
      displayName,
      roles,
      passphraseHash,
      createdAt: clock.now(),
    });
  plan.visitorTypes?.forEach((type, index) => {
    checkType(type, plan.settings.defaultLanguage, `visitorTypes.${index}`);
    addType(parts, type, clock.now());
  });
  notices.renew(clock.now(), 'set-up');
}

type SiteCalls = Extract<CallName, `site.${string}`>;

export function createSiteCalls(parts: SiteParts): Handlers<SiteCalls> {
  const { stores, clock, site, notices, languages, hasher, demo } = parts;
  const codeTries = createThrottle(5, 60_000, () => clock.monotonic());

  return {
    ...createPictureCalls(parts),
    'site.welcome'(_input, { deviceId }) {
      const current = site.current();
      if (current === null) {
        const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
        return { state: 'set-up', timeZone, languages: [...languages.spoken] };
      }
      const { settings, retention } = current;
      // The site's readers are at the host's own machine.
      const readers = deviceId === null ? settings.readers : [];
      return {
        state: 'ready',
        siteName: settings.siteName,
        timeZone: settings.timeZone,
        languages: settings.languages,
        defaultLanguage: settings.defaultLanguage,
        words: languages.siteWords,
        contactDays: retention.contactDays,
        controllerContact: settings.controller.contactEmail,
        capturesKeyboard: readers.some(({ profile }) => profile === 'wedge'),
        // A scanner of codes is no slot to put a card into.
        returnSlot: readers.some(({ place, profile }) => place === 'kiosk' && profile !== 'hid-pos-scanner'),
        scansCodes: readers.some(
          ({ place, profile }) => place === 'kiosk' && (profile === 'hid-pos-scanner' || profile === 'wedge'),
        ),
        cameraReadsCodes: settings.cameraReadsCodes,
        looks: shownLooks(stores, settings),
        visitorTypes: offeredTypes(stores, parts.digest),
        kiosk: kioskIdle,
        demo:
          demo === null
            ? null
            : {
                signIns: demo.signIns.map((signIn) => ({ ...signIn, roles: [...signIn.roles] })),
                taps: demo.taps.map((tap) => ({ ...tap })),
              },
        storageLow: parts.storageLow(),
      };
    },

    'site.setUp': {
      async prepare({ code, settings, retention, administrator }, context) {
        if (site.current() !== null) throw new Refusal('already-set-up');
        // One count for the whole installation: a new connection must not buy new tries.
        const wait = codeTries.attempt('code');
        if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
        const expected = parts.setUpCode();
        if (expected === null || readCode(code) !== readCode(expected))
          throw new Refusal('wrong-code', { fields: { code: 'wrong-code' } });
        codeTries.forget('code');
        checkLanguages(settings, languages.spoken, []);
        const { passphrase, userName, displayName } = administrator;
        const passphraseHash = await hasher.hash(passphrase);
        return () => {
          install(parts, {
            settings,
            retention,
            staff: [
              {
                userName,
                displayName,
                // A small desk has one person for everything; more staff are added in the office.
                roles: ['reception', 'security', 'privacy', 'administrator'],
                passphraseHash,
              },
            ],
          });
          context.changed('site', 'staff', 'notice', 'readers', 'retention');
          return { recoveryKey: parts.recoveryKey ?? '' };
        };
      },
    },

    'site.settings': () => ({ settings: site.require().settings }),

    'site.change'(settings, context) {
      const current = site.require();
      checkLanguages(settings, languages.spoken, current.settings.languages);
      stores.site.write(settings, current.retention);
      const changed = (Object.keys(settings) as (keyof SiteSettings)[]).filter(
        (key) => JSON.stringify(settings[key]) !== JSON.stringify(current.settings[key]),
      );
      notices.renew(context.at, 'settings');
      context.note(null, changed.join(' '));
      context.changed('site', 'notice', 'readers');
      return { settings };
    },
  };
}
