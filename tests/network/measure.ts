/**
 * `npm run measure:network -- [--seconds N] [--json]`: twenty kiosks and ten consoles on one host over TLS, a sign-in a
 * second at each kiosk. How long a sign-in takes, whether any is lost, and how soon every console has it on its list:
 * from the answer to the kiosk until a list with the visit has come. Consoles ask again as the real ones do, once
 * for all changes within 40 ms. Beside it what the disk takes for a write of its own, which every sign-in waits for.
 * Limits: docs/network.md. Exit code 1 when something is over its limit.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { isWithin, type Measurement, report } from '../../scripts/bench/measurement.ts';
import { rank } from '../../scripts/bench/numbers.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { Door } from '../../src/shared/vocabulary.ts';
import { newVisitId } from '../e2e/page-calls.ts';
import { createInstallation, passphrases, provisionFolder } from '../e2e/running-foyer.ts';
import { openLink } from '../hosts/support/http.ts';
import { freePort } from '../support/free-port.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } },
});
const seconds = Number(values.seconds);
if (!Number.isInteger(seconds) || seconds < 5) {
  process.stderr.write('foyer: --seconds takes a whole number from 5\n');
  process.exit(2);
}

const [kiosks, consoles] = [20, 10];
const gatheredMs = 40;
const tell = (text: string): void => void process.stderr.write(`network: ${text}\n`);

interface Device {
  call<Name extends CallName>(
    door: Door,
    name: Name,
    input: CallInput<Name>,
  ): Promise<Reply<CallOutput<Name>>>;
  listen(door: Door, heard: (text: string) => void): void;
  close(): void;
}

/** Each device has an address of its own, as it would in a house: tries of codes are counted by address. */
async function pair(port: number, code: string, number: number): Promise<Device> {
  const localAddress = `127.0.1.${number + 1}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 6, rejectUnauthorized: false, localAddress });
  const base = { host: '127.0.0.1', port, agent, rejectUnauthorized: false };
  let cookie = '';
  const post = (path: string, input: unknown): Promise<{ text: string; cookie: string }> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input);
      const question = request(
        {
          ...base,
          path,
          method: 'POST',
          headers: {
            ...{ host: `127.0.0.1:${port}`, origin: `https://127.0.0.1:${port}`, cookie },
            ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (piece: string) => {
            text += piece;
          });
          response.on('end', () => resolve({ text, cookie: response.headers['set-cookie']?.[0] ?? '' }));
          response.on('error', reject);
        },
      );
      question.on('error', reject);
      question.end(body);
    });
  const paired = await post('/pair', { code });
  cookie = paired.cookie.split(';')[0] ?? '';
  if (cookie === '') throw new Error(`a device could not be paired: ${paired.text}`);
  return {
    async call(door, name, input) {
      return JSON.parse((await post(`/${door}/call/${name}`, input)).text);
    },
    listen(door, heard) {
      const question = request(
        {
          ...base,
          agent: false,
          localAddress,
          path: `/${door}/events`,
          headers: { host: `127.0.0.1:${port}`, cookie },
        },
        (response) => {
          response.setEncoding('utf8');
          response.on('data', heard);
          response.on('error', () => undefined);
        },
      );
      question.on('error', () => undefined);
      question.end();
    },
    close: () => agent.destroy(),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

const setUp = await provisionFolder();
const installation = createInstallation(setUp);
const port = await freePort();
const measurements: Measurement[] = [];
try {
  const foyer = await installation.start({ more: ['--listen', `127.0.0.1:${port}`] });
  const office = await openLink(foyer.console);
  const must = async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> => {
    const reply = (await office.reply(name, input)) as Reply<CallOutput<Name>>;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`);
    return reply.value;
  };
  await must('staff.signIn', { userName: 'admin', passphrase: passphrases.admin });
  const devices: Device[] = [];
  const join = async (role: Door): Promise<Device> => {
    const number = devices.length;
    const { code } = await must('devices.makeCode', { role, name: `${role} ${number}`, desk: '' });
    const device = await pair(port, code, number);
    devices.push(device);
    return device;
  };
  tell(`pairing ${kiosks} kiosks and ${consoles} consoles`);
  const atKiosks: Device[] = [];
  const atConsoles: Device[] = [];
  for (let number = 0; number < kiosks; number += 1) atKiosks.push(await join('kiosk'));
  for (let number = 0; number < consoles; number += 1) atConsoles.push(await join('console'));

  /** When the kiosk had its answer, and which consoles have not shown it yet. */
  const open = new Map<string, { readonly at: number; readonly missing: Set<number> }>();
  const early = new Map<string, Set<number>>();
  const shown: number[] = [];
  const took: number[] = [];
  let lost = 0;
  let isOver = false;

  async function followAt(device: Device, index: number): Promise<void> {
    const signedIn = await device.call('console', 'staff.signIn', {
      userName: 'desk',
      passphrase: passphrases.desk,
    });
    if (!signedIn.ok) throw new Error(`a console could not sign in: ${signedIn.code}`);
    let isDue = false;
    let isAsking = false;
    const ask = async (): Promise<void> => {
      isDue = true;
      if (isAsking) return;
      isAsking = true;
      await pause(gatheredMs);
      while (isDue && !isOver) {
        isDue = false;
        const reply = await device.call('console', 'visits.onSite', {});
        if (!reply.ok) throw new Error(`a console was refused its list: ${reply.code}`);
        const now = performance.now();
        for (const { visitId } of reply.value.visits) {
          const visit = open.get(visitId);
          if (visit === undefined) {
            // The list was quicker than the kiosk's own answer.
            const before = early.get(visitId) ?? new Set();
            early.set(visitId, before.add(index));
          } else if (visit.missing.delete(index)) shown.push(now - visit.at);
        }
        if (isDue) await pause(gatheredMs);
      }
      isAsking = false;
    };
    device.listen('console', (text) => {
      if (text.includes('"visits"')) void ask();
    });
  }

  async function signInAt(device: Device, noticeId: CallOutput<'notice.current'>['noticeId']): Promise<void> {
    const visitId = newVisitId();
    const from = performance.now();
    const reply = await device.call('kiosk', 'visits.arrive', {
      ...{ visitId, noticeId, language: 'en', company: 'Example ApS', host: 'Dagny Friis' },
      ...{
        name: `Visitor ${randomBytes(4).toString('hex')} Lindholm`,
        email: 'v@example.com',
        phone: '+45 01 23 45 67',
      },
    });
    const now = performance.now();
    took.push(now - from);
    if (!reply.ok) {
      lost += 1;
      return;
    }
    const before = early.get(visitId) ?? new Set();
    const missing = new Set([...atConsoles.keys()].filter((index) => !before.has(index)));
    for (const _ of before) shown.push(0);
    early.delete(visitId);
    open.set(visitId, { at: now, missing });
  }

  for (const [index, device] of atConsoles.entries()) await followAt(device, index);
  const notice = await atKiosks[0]?.call('kiosk', 'notice.current', { language: 'en' });
  if (!notice?.ok) throw new Error('there is no notice');
  const { noticeId } = notice.value;

  tell(`signing in for ${seconds} s`);
  const writes = new Worker(new URL('./raw-writes.ts', import.meta.url), {
    workerData: installation.dataFolder,
  });
  const started = performance.now();
  // Somebody works at every console: one that nobody touches locks itself after minutes.
  const touch = setInterval(() => {
    for (const device of atConsoles) void device.call('console', 'staff.stayActive', {});
  }, 20_000);
  await Promise.all(
    atKiosks.map(async (device, index) => {
      for (let second = 0; second < seconds; second += 1) {
        const due = started + second * 1_000 + (index * 1_000) / kiosks;
        await pause(Math.max(0, due - performance.now()));
        await signInAt(device, noticeId);
      }
    }),
  );
  await pause(2_000);
  isOver = true;
  clearInterval(touch);
  writes.postMessage('end');
  const [raw] = (await once(writes, 'message')) as [number[]];
  const unseen = [...open.values()].reduce((sum, { missing }) => sum + missing.size, 0);
  const stored = await atConsoles[0]?.call('console', 'visits.onSite', {});
  if (!stored?.ok) throw new Error(`the list at the end was refused: ${stored?.code}`);
  await foyer.stop();
  for (const device of devices) device.close();
  measurements.push(
    { name: 'raw 4 KiB write + fsync meanwhile, p50', value: rank(raw, 0.5), unit: 'ms', limit: null },
    { name: 'raw 4 KiB write + fsync meanwhile, p99', value: rank(raw, 0.99), unit: 'ms', limit: null },
    { name: 'raw 4 KiB write + fsync meanwhile, longest', value: rank(raw, 1), unit: 'ms', limit: null },
    { name: 'sign-in over the network, p50', value: rank(took, 0.5), unit: 'ms', limit: null },
    { name: 'sign-in over the network, p99', value: rank(took, 0.99), unit: 'ms', limit: 100 },
    { name: 'a console shows it, p50', value: rank(shown, 0.5), unit: 'ms', limit: null },
    { name: 'a console shows it, at the latest', value: rank(shown, 1), unit: 'ms', limit: 300 },
    { name: 'sign-ins lost', value: lost + open.size - stored.value.counts.onSite, unit: '×', limit: 0 },
    { name: 'sign-ins a console never showed', value: unseen, unit: '×', limit: 0 },
    { name: 'sign-ins', value: took.length, unit: '×', limit: null },
  );
} finally {
  await installation.remove();
  rmSync(setUp, { recursive: true, force: true });
}
process.stdout.write(
  values.json ? `${JSON.stringify({ seconds, measurements }, null, 2)}\n` : `${report(measurements)}\n`,
);
process.exit(measurements.every(isWithin) ? 0 : 1);
