/**
 * A purge of nine tenths while people sign in: the core runs in its own worker, as in the server host, and a
 * sign-in is sent every 20 ms; what counts is how long each waited for its answer.
 */
import { pathToFileURL } from 'node:url';
import { createCoreLink } from '../../src/main/hosts/core-link.ts';
import { spawnCoreWorker } from '../../src/main/hosts/core-worker.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { type Installation, newVisitId, signIn } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { median, rank } from './numbers.ts';
import { createRandomNumber, inventPerson } from './people.ts';

const everyMs = 20;

export async function measurePurge(installation: Installation, coreFile: string): Promise<Measurement[]> {
  const link = createCoreLink({
    spawn: spawnCoreWorker(pathToFileURL(coreFile)),
    start: {
      dataFolder: installation.folder,
      masterKey: installation.masterKey,
      demo: false,
      clockOffsetMs: 0,
    },
    log: () => undefined,
    onSiteReaders: () => undefined,
    ask: async () => ({ ok: false, fault: 'unavailable' }),
    tap: async () => null,
  });
  await link.ready;
  const kiosk = { door: 'kiosk', connectionId: 'k' } as const;
  const office = { door: 'console', connectionId: 'c' } as const;
  async function value<Value>(
    caller: typeof kiosk | typeof office,
    name: string,
    input: unknown,
  ): Promise<Value> {
    const reply = (await link.call(caller, name, input)) as Reply<Value>;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
    return reply.value;
  }
  const { noticeId } = await value<{ noticeId: string }>(kiosk, 'notice.current', { language: 'en' });
  await value(office, 'staff.signIn', signIn);
  const random = createRandomNumber(4);
  const waits: number[] = [];
  let number = 20_000_000;
  const started = performance.now();
  await value(office, 'retention.purgeNow', { confirmed: true });
  let isDeleting = true;
  while (isDeleting) {
    for (let index = 0; index < 25; index += 1) {
      number += 1;
      const sent = performance.now();
      const visitId = newVisitId(Date.now());
      await value(kiosk, 'visits.arrive', {
        ...inventPerson(number, random),
        visitId,
        language: 'en',
        noticeId,
      });
      waits.push(performance.now() - sent);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    await value(office, 'staff.stayActive', {});
    const { running } = await value<{ running: { phase: string } | null }>(office, 'retention.overview', {});
    isDeleting = running?.phase === 'deleting';
  }
  const seconds = (performance.now() - started) / 1000;
  await link.close();
  return [
    { name: 'purge of 90 %, deletion', value: seconds * 1000, unit: 'ms', limit: null },
    { name: 'sign-in during the purge, p50', value: median(waits), unit: 'ms', limit: null },
    { name: 'sign-in during the purge, p99', value: rank(waits, 0.99), unit: 'ms', limit: 50 },
  ];
}
