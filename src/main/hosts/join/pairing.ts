/** Becoming a device of another Foyer, at the terminal: the fingerprint is compared first, then the code is typed. */
import type { Reply } from '../../../shared/reply.ts';
import { type DeviceId, Door } from '../../../shared/vocabulary.ts';
import type { DeviceFile } from './device-file.ts';
import { askFingerprint, createPinnedLine } from './pinned-line.ts';

export type Pairing =
  | { readonly ok: true; readonly device: DeviceFile }
  /** A sentence for the terminal. */
  | { readonly ok: false; readonly fault: string };

export interface PairingParts {
  readonly host: URL;
  /** Given on the command line, instead of typing; a code only together with the fingerprint. */
  readonly code: string | null;
  readonly fingerprint: string | null;
  readonly random: (size: number) => Uint8Array;
  say(sentence: string): void;
  /** Asks whoever is at the terminal; null where nobody is. */
  ask(question: string): Promise<string | null>;
}

export async function pairWithHost(parts: PairingParts): Promise<Pairing> {
  const { host, say, ask } = parts;
  const fingerprint = await askFingerprint(host);
  if (fingerprint === null) return { ok: false, fault: `nobody answers at ${host.origin} over TLS` };
  if (parts.fingerprint !== null && fingerprint !== parts.fingerprint)
    return {
      ok: false,
      fault: `${host.origin} shows another certificate: ${fingerprint}. Nothing was sent to it.`,
    };
  if (parts.fingerprint === null) {
    say(`${host.origin} shows a certificate with the SHA-256 fingerprint`);
    say(`  ${fingerprint}`);
    say('compare it with the one under Devices in the office; if it is another, stop here');
  }
  const code = parts.code ?? (await ask('pairing code: '));
  if (code === null || code.trim() === '')
    return { ok: false, fault: 'no code was typed; --code with --fingerprint gives one on the command line' };
  const line = createPinnedLine({ host, fingerprint, secret: null });
  const { reply, secret } = await line.pair(code);
  line.close();
  if (!reply.ok) return { ok: false, fault: words(reply) };
  const { deviceId, role, name } = reply.value as {
    readonly deviceId: DeviceId;
    readonly role: Door;
    readonly name: string;
  };
  if (secret === null || !Door.safeParse(role).success)
    return { ok: false, fault: `${host.origin} is no Foyer, or of another version` };
  const outboxKey = Buffer.from(parts.random(32)).toString('hex');
  return {
    ok: true,
    device: { host: host.origin, fingerprint, deviceId, role, name, secret, outboxKey },
  };
}

function words(refused: Extract<Reply<unknown>, { ok: false }>): string {
  if (refused.code === 'wrong-code')
    return 'the code is not good, or no longer; after five wrong tries every code is gone';
  if (refused.code === 'throttled')
    return `too many tries from this machine; try again in ${refused.retryAfterSeconds ?? 60} seconds`;
  return `the host did not take the code (${refused.code})`;
}
