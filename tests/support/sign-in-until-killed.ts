/**
 * A program for the crash test: opens the installation in argv[2] with the key in argv[3] and signs visitors in
 * without end, printing the id of each visit once it is acknowledged.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openApp } from '../../src/main/open-app.ts';
import type { Reply } from '../../src/shared/reply.ts';

const [, , dataFolder = '', masterKey = ''] = process.argv;
const opened = openApp({
  dataFolder,
  masterKey,
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  random: (size) => new Uint8Array(randomBytes(size)),
  log: () => undefined,
  demo: null,
  storageLow: () => false,
  tapSimulated: async () => null,
  askReaders: async () => ({ ok: false, fault: 'unavailable' }),
  system: 'test',
});
if (!opened.ok) throw new Error(opened.fault);
const { app } = opened;
const kiosk = { door: 'kiosk', connectionId: 'k' } as const;

async function value<Value>(name: string, input: unknown): Promise<Value> {
  const reply = (await app.call(kiosk, name, input)) as Reply<Value>;
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
  return reply.value;
}

const { noticeId } = await value<{ noticeId: string }>('notice.current', { language: 'en' });
for (;;) {
  const hex = randomBytes(10).toString('hex');
  const time = Date.now().toString(16).padStart(12, '0');
  const visitId = `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-a${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  await value('visits.arrive', {
    visitId,
    name: `Visitor ${hex}`,
    email: `${hex}@example.com`,
    phone: '+45 12 34 56 78',
    company: '',
    host: '',
    language: 'en',
    noticeId,
  });
  writeSync(1, `${visitId}\n`);
  app.tick();
}
