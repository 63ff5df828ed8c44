/** A full installation on disk for measuring: set up, with cards and any number of visits. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/main/app.ts';
import { createPassphraseHasher } from '../../src/main/passphrase.ts';
import { createDataFolder } from '../../src/main/store/data-folder.ts';
import type { Database } from '../../src/main/store/database.ts';
import { createDigest, deriveKey } from '../../src/main/store/keys.ts';
import { openInstallation } from '../../src/main/store/open.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { standardBadges } from '../../src/shared/contract/badges.ts';
import { standardLooks } from '../../src/shared/contract/looks.ts';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { createRandomNumber, inventPerson } from './people.ts';

const day = 86_400_000;
export const signIn = { userName: 'bench', passphrase: 'a passphrase for measuring' } as const;

export interface Installation {
  readonly folder: string;
  readonly masterKey: string;
}

/** A new folder with a key of its own. */
export function newInstallation(): Installation {
  const folder = mkdtempSync(join(process.env.FOYER_BENCH_FOLDER ?? tmpdir(), 'foyer-bench-'));
  const masterKey = randomBytes(32).toString('hex');
  writeFileSync(join(folder, 'foyer.key'), `${masterKey}\n`, { mode: 0o600 });
  return { folder, masterKey };
}

export interface Opened {
  readonly app: App;
  readonly database: Database;
}

export function open({ folder, masterKey }: Installation): Opened {
  const now = Date.now();
  const newInstallationId = newVisitId(now);
  const opened = openInstallation({ dataFolder: folder, masterKey, newInstallationId, now });
  if (!opened.ok) throw new Error(`the installation does not open: ${opened.fault}`);
  const { database } = opened;
  const app = createApp({
    database,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: (size) => new Uint8Array(randomBytes(size)),
    digest: createDigest(masterKey),
    hasher: createPassphraseHasher(deriveKey(masterKey, 'pepper')),
    dataFolder: createDataFolder(folder),
    log: () => undefined,
    demo: null,
    recoveryKey: null,
    storageLow: () => false,
    tapSimulated: async () => null,
    askReaders: async () => ({ ok: false, fault: 'unavailable' }),
    system: 'test',
  });
  return { app, database };
}

export function newVisitId(at: number): VisitId {
  const hex = randomBytes(10).toString('hex');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-a${hex.slice(3, 6)}-${hex.slice(6, 18)}` as VisitId;
}

/** Provisions the site with one member of staff who may do everything. */
export async function setUp({ app }: Opened, { masterKey }: Installation): Promise<void> {
  const passphraseHash = await createPassphraseHasher(deriveKey(masterKey, 'pepper')).hash(signIn.passphrase);
  app.provision({
    settings: {
      siteName: 'Bench',
      timeZone: 'Europe/Copenhagen',
      languages: ['en'],
      defaultLanguage: 'en',
      controller: {
        name: 'Bench',
        registrationNumber: '',
        address: 'Street 1',
        contactEmail: 'bench@example.com',
        contactPhone: '',
        authority: 'Authority',
      },
      readers: [],
      cardForEveryone: true,
      cameraReadsCodes: false,
      looks: standardLooks,
      badges: standardBadges,
    },
    retention: { contactDays: 30, visitDays: 30, watchlistDays: 365, cardLinkDays: 30 },
    staff: [
      {
        userName: signIn.userName,
        displayName: 'Bench',
        roles: ['reception', 'security', 'privacy', 'administrator'],
        passphraseHash,
      },
    ],
  });
}

/**
 * Fills the installation with visits that ended: nine tenths older than the retention of 30 days, the rest up to
 * yesterday, and the last 500 of today, of whom 100 are on site.
 */
export function fill({ database }: Opened, visits: number, cards: number): void {
  const stores = createStores(database);
  const random = createRandomNumber(1);
  const notice = stores.notices.latest('en');
  if (notice === undefined) throw new Error('there is no notice');
  const now = Date.now();
  const today = Math.min(500, Math.floor(visits / 20));
  const old = Math.floor(visits * 0.9);
  const batch = 5_000;
  for (let from = 0; from < visits; from += batch) {
    stores.transact(() => {
      for (let index = from; index < Math.min(visits, from + batch); index += 1) {
        const isToday = index >= visits - today;
        const arrivedAt = Math.floor(
          isToday
            ? now - (visits - index) * 20_000
            : index < old
              ? now - 60 * day + (28 * day * index) / old
              : now - 29 * day + (28 * day * (index - old)) / (visits - old),
        );
        const { host, ...contact } = inventPerson(index, random);
        const sequence = stores.visits.insert({
          id: newVisitId(arrivedAt),
          arrivedAt,
          waits: false,
          host,
          hostSequence: null,
          language: 'en',
          noticeSequence: notice.sequence,
          cardDue: true,
          contact,
          recognition: index,
        });
        if (index < visits - 100) stores.visits.depart(sequence, arrivedAt + 3_600_000, 'signed-out');
      }
    });
    if (from % 50_000 === 0) stores.maintenance.truncateLog();
  }
  stores.transact(() => {
    for (let index = 0; index < cards; index += 1)
      stores.cards.insert({
        id: newVisitId(now) as never,
        label: `Card ${index}`,
        labelKey: `card ${index}`,
        type: 'visitor',
        credential: { format: 'H10301', facility: '118', number: String(index) },
        registeredAt: now,
      });
  });
  stores.maintenance.truncateLog();
}
