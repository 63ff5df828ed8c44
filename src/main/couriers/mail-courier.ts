/** Hands a letter to the site's mail server over SMTP (RFC 5321), by nodemailer. One connection for each letter. */
import type { DeliveryFault } from '../../shared/contract/outbox.ts';
import type { Courier } from '../core/outbox/courier.ts';
import { qrImage } from './qr-image.ts';

/** A server that says nothing for this long is given up; the whole letter has a minute. */
const silenceMs = 15_000;
const wholeMs = 60_000;

interface SmtpFault {
  readonly code?: string;
  /** Of the socket, where nodemailer has a word of its own for it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** `trusted`: certificates (PEM) beside those the system trusts; for tests. */
export function createMailCourier(trusted: readonly string[] = []): Courier['mail'] {
  return async ({ settings, password }, letter) => {
    const { host, port, security, userName, senderName, senderAddress } = settings;
    // Loaded with the first letter: a desk that sends none starts without it.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host: host.replace(/^\[(.*)\]$/, '$1'),
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(userName !== '' && { auth: { user: userName, pass: password } }),
      tls: { minVersion: 'TLSv1.2', ...(trusted.length > 0 && { ca: [...trusted] }) },
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      dnsTimeout: silenceMs,
      // A letter is made of what it says, never of files or addresses somebody wrote into it.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    let limit: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_resolve, reject) => {
        limit = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), wholeMs);
      });
      const { to, subject, text, html, qrText } = letter;
      const sending = transport.sendMail({
        from: { name: senderName, address: senderAddress },
        to,
        subject,
        text,
        ...(html !== '' && { html }),
        // RFC 3834: answered by no automatic reply.
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
        ...(qrText !== null && {
          attachments: [
            {
              filename: 'code.png',
              content: qrImage(qrText),
              contentType: 'image/png',
              contentDisposition: 'inline',
              cid: 'code',
            },
          ],
        }),
      });
      await Promise.race([sending, late]);
      return null;
    } catch (error) {
      return faultOf(error as SmtpFault);
    } finally {
      clearTimeout(limit);
      transport.close();
    }
  };
}

/** The class of what nodemailer says; its words may quote addresses and stay here. */
function faultOf({ code = '', originalCode = '', responseCode = 0, command = '' }: SmtpFault): DeliveryFault {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'login';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code === 'EDNS' || code === 'ENOTFOUND') return 'unknown-machine';
  if (code === 'ETLS' || /CERT|TLS|SSL|SELF_SIGNED|EPROTO$/.test(`${code} ${originalCode}`)) return 'tls';
  if (responseCode >= 400 && responseCode < 500) return 'try-later';
  if (responseCode >= 500) {
    if (code !== 'EENVELOPE') return 'message-refused';
    return command.startsWith('MAIL') ? 'sender-refused' : 'recipient-refused';
  }
  if (['ECONNECTION', 'ESOCKET', 'ECONNREFUSED', 'ECONNRESET', 'EPROTOCOL'].includes(code))
    return 'no-connection';
  return 'other';
}
