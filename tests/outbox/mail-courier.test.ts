/** Letters to a real SMTP server: what arrives, over which TLS, and what is said of what fails. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Letter } from '../../src/main/core/outbox/courier.ts';
import { createMailCourier } from '../../src/main/couriers/mail-courier.ts';
import type { MailSettings } from '../../src/shared/contract/mail.ts';
import { certificate, privateKey } from './support/localhost-certificate.ts';

const letter: Letter = {
  to: { name: 'Åse, "Canary" <x@y.example>', address: 'aase@example.com' },
  subject: 'Dit besøg',
  text: 'Kære Åse',
  html: '<p>Kære Åse</p><img src="cid:code">',
  qrText: `FC:${'0123456789ABCDEF'.repeat(2)}`,
};

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly message: string;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    key: privateKey,
    cert: certificate,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === 'foyer' && password === 'secret') done(null, { user: username });
      else done(new Error('Invalid login for canary@example.com'));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: session.user as string | undefined,
          message: Buffer.concat(pieces).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  // A client that goes away in the middle is part of these tests.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { received, port: (listening.address() as AddressInfo).port };
}

const by = (port: number, more: Partial<MailSettings> = {}, password = 'secret') => ({
  settings: {
    enabled: true,
    host: 'localhost',
    port,
    security: 'starttls' as const,
    userName: 'foyer',
    senderName: 'Nordlys House',
    senderAddress: 'desk@nordlys.example',
    invitationMail: true,
    arrivalMail: false,
    ...more,
  },
  password,
});

const courier = createMailCourier([certificate]);

/** The points of a grey PNG of one bit, as pixels for the reader of QR codes. */
function pixelsOf(png: Buffer): { data: Uint8ClampedArray; width: number } {
  const width = png.readUInt32BE(16);
  const idat = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(idat + 4, idat + 4 + png.readUInt32BE(idat - 4)));
  const stride = 1 + Math.ceil(width / 8);
  const data = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) {
      const byte = rows[y * stride + 1 + (x >> 3)] ?? 0;
      data.fill(((byte >> (7 - (x & 7))) & 1) * 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
      data[(y * width + x) * 4 + 3] = 255;
    }
  return { data, width };
}

describe('a letter', () => {
  it('arrives over STARTTLS, with the code as an inline PNG that reads as what was given', async () => {
    const { received, port } = await startServer();
    expect(await courier(by(port), letter)).toBeNull();
    const [mail] = received;
    expect(mail).toMatchObject({
      from: 'desk@nordlys.example',
      to: ['aase@example.com'],
      secure: true,
      user: 'foyer',
    });
    const message = mail?.message ?? '';
    expect(message).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(message).not.toMatch(/^X-Mailer/im);
    const part = /Content-Type: image\/png[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(message);
    expect(part?.[0]).toContain('Content-ID: <code>');
    expect(part?.[0]).toMatch(/Content-Disposition: inline/);
    const { data, width } = pixelsOf(Buffer.from(part?.[1] ?? '', 'base64'));
    expect(jsQR(data, width, width)?.data).toBe(letter.qrText);
  });

  it('arrives over TLS from the first byte', async () => {
    const { received, port } = await startServer({ secure: true });
    expect(await courier(by(port, { security: 'tls' }), { ...letter, qrText: null })).toBeNull();
    expect(received).toMatchObject([{ secure: true }]);
  });

  it('goes without a user name where the server asks for none', async () => {
    const { received, port } = await startServer({ authOptional: true });
    expect(await courier(by(port, { userName: '', security: 'none' }, ''), letter)).toBeNull();
    expect(received).toMatchObject([{ secure: false, user: undefined }]);
  });

  it('goes to its one address, whatever the name holds', async () => {
    const { received, port } = await startServer();
    const to = { name: 'A\r\nBcc: other@example.com', address: 'aase@example.com' };
    await courier(by(port), { ...letter, to, subject: 'S\r\nBcc: other@example.com' });
    expect(received[0]?.to).toEqual(['aase@example.com']);
    expect(received[0]?.message).not.toMatch(/^Bcc:/im);
  });
});

describe('what fails is', () => {
  it('login, for a wrong password', async () => {
    const { port } = await startServer();
    expect(await courier(by(port, {}, 'wrong'), letter)).toBe('login');
  });

  it('tls, where the server offers none, and for a certificate nobody vouches for', async () => {
    const { port } = await startServer({
      hideSTARTTLS: true,
      disabledCommands: ['STARTTLS'],
      authOptional: true,
    });
    expect(await courier(by(port), letter)).toBe('tls');
    const other = await startServer();
    expect(await createMailCourier()(by(other.port), letter)).toBe('tls');
    expect(other.received).toEqual([]);
  });

  it.each([
    [550, 'recipient-refused'],
    [450, 'try-later'],
  ])('for a recipient refused with %i %s', async (responseCode, fault) => {
    const { port } = await startServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('<canary@example.com> unknown'), { responseCode })),
    });
    expect(await courier(by(port), letter)).toBe(fault);
  });

  it('sender-refused, for a sender the server does not want', async () => {
    const { port } = await startServer({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: 553 })),
    });
    expect(await courier(by(port), letter)).toBe('sender-refused');
  });

  it('message-refused, for a message the server does not want', async () => {
    const { port } = await startServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
      },
    });
    expect(await courier(by(port), letter)).toBe('message-refused');
  });

  it('no-connection, where nobody listens, and where the server hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await courier(by(port), letter)).toBe('no-connection');
    server.close();
    await once(server, 'close');
    expect(await courier(by(port), letter)).toBe('no-connection');
  });
});
