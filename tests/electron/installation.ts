/** A data folder for one run of the shell, and a site set up in it through the console's own transport. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import { standardLooks } from '../../src/shared/contract/looks.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { RunningShell } from './hosts.ts';

export interface Installation {
  readonly dataFolder: string;
  remove(): Promise<void>;
}

export async function createInstallation(): Promise<Installation> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'foyer-shell-'));
  return { dataFolder, remove: () => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }) };
}

export const administrator = { userName: 'anna', passphrase: 'correct horse battery staple' } as const;

/** A call as a page can make it: over whatever `window.foyer` is there. */
export function callFrom(page: Page, name: string, input: unknown): Promise<Reply<unknown>> {
  return page.evaluate(
    ([called, given]) => {
      const { foyer } = window as unknown as {
        foyer: { call(name: string, input: unknown): Promise<Reply<unknown>> };
      };
      return foyer.call(called, given);
    },
    [name, input] as const,
  );
}

/** Sets the site up with the code from the terminal. */
export async function setUp(shell: RunningShell): Promise<void> {
  const codeLine = /^set-up code: (\S+)$/m;
  await expect.poll(() => shell.output(), { timeout: 120_000 }).toMatch(codeLine);
  const input: CallInput<'site.setUp'> = {
    code: codeLine.exec(shell.output())?.[1] ?? '',
    settings: {
      siteName: 'Havnegade',
      timeZone: 'Europe/Copenhagen',
      languages: ['da', 'en'],
      defaultLanguage: 'en',
      controller: {
        name: 'Havnegade A/S',
        registrationNumber: '',
        address: 'Havnegade 1, København',
        contactEmail: 'privacy@havnegade.example',
        contactPhone: '',
        authority: 'Datatilsynet',
      },
      readers: [
        {
          readerId: 'desk',
          name: '',
          place: 'desk',
          profile: 'simulated',
          format: null,
          device: null,
          raw: null,
        },
      ],
      cardForEveryone: false,
      looks: standardLooks,
    },
    retention: { contactDays: 30, visitDays: 30, cardLinkDays: 30 },
    administrator: { ...administrator, displayName: 'Anna' },
  };
  const console = await shell.page('/console.html');
  expect(await callFrom(console, 'site.setUp', input)).toMatchObject({ ok: true });
  // It waits for somebody to write the recovery key down.
  await console.reload();
}
