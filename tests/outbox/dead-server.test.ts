/** A mail server and an endpoint that take connections and never answer: the desk does not notice. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createCourier } from '../../src/main/couriers/courier.ts';
import { createTestApp } from '../support/app.ts';
import { mailSettings } from './support/outbox-app.ts';

const silent = async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
};

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

it('sign-ins are answered while every delivery hangs, and a few connections are all there is', async () => {
  const [mail, hook] = [await silent(), await silent()];
  const test = createTestApp({ courier: createCourier({ now: () => Date.now() }) });
  await test.setUp();
  await test.signIn();
  await test.call('console', 'mail.change', {
    ...mailSettings,
    ...{ host: '127.0.0.1', port: mail.port, security: 'none', userName: '', password: null },
  });
  await test.call('console', 'webhooks.add', {
    ...{
      name: 'Building',
      address: `http://127.0.0.1:${hook.port}/`,
      events: ['visit.signed-in'],
      enabled: true,
    },
  });
  const details = { name: 'Mette Holm', email: 'mette.holm@example.com', department: 'Sales', phone: '' };
  const { hostId } = (await test.call('console', 'hosts.add', details)).host;
  for (let index = 0; index < 20; index += 1) {
    await test.arrive(`Guest ${index}`, { host: 'Mette Holm', hostId });
    test.clock.advance(600);
    test.settle();
    await pause(5);
  }
  // Nothing has come back, everybody is registered, and what there is to send waits for its turn.
  const count = (sql: string) => test.database.prepare(sql).pluck().get();
  expect(count('SELECT count(*) FROM visit')).toBe(20);
  expect(count("SELECT count(*) FROM delivery WHERE state = 'waiting' AND fault IS NULL")).toBe(40);
  expect(count('SELECT count(*) FROM delivery WHERE tries > 0')).toBe(4);
  expect(mail.sockets.size + hook.sockets.size).toBe(4);
  expect(test.log.filter(({ event }) => event === 'fault')).toEqual([]);
  test.app.close();
});

it('a server that is not there costs tries, and no sign-in', async () => {
  const test = createTestApp({ courier: createCourier({ now: () => Date.now() }) });
  await test.setUp();
  await test.signIn();
  await test.call('console', 'mail.change', {
    // Port 9, discard: nobody listens on it.
    ...{ ...mailSettings, host: '127.0.0.1', port: 9, security: 'none', userName: '', password: null },
  });
  const details = { name: 'Mette Holm', email: 'mette.holm@example.com', department: 'Sales', phone: '' };
  const { hostId } = (await test.call('console', 'hosts.add', details)).host;
  await test.arrive('Guest', { host: 'Mette Holm', hostId });
  test.clock.advance(600);
  test.settle();
  const fault = test.database.prepare('SELECT fault FROM delivery').pluck();
  for (let waited = 0; waited < 200 && fault.get() === null; waited += 1) await pause(10);
  expect(fault.get()).toBe('no-connection');
  await test.arrive('Another', { host: 'Mette Holm', hostId });
  test.app.close();
});
