/**
 * A certificate of the host's own (X.509 version 3, RFC 5280): ECDSA on P-256, signed by itself. Nobody vouches for
 * it: devices know it by its SHA-256, which a person compares once.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, der, identifier, integer, octets, sequence, set, text, time, yes } from './der.ts';

/** Ten years: a device that knows the fingerprint would have to be paired anew when it ends. */
const validMs = 3650 * 86_400_000;
/** A device whose clock is a day slow takes it too. */
const earlierMs = 86_400_000;

const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));

export interface MadeCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

/** `names`: host names and addresses, at least one; `random`: cryptographically strong bytes. */
export function makeSelfSigned(
  names: readonly string[],
  now: number,
  random: (size: number) => Uint8Array,
): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = Buffer.from(random(16));
  serial[0] = (serial[0] ?? 0) & 0x7f;
  const name = sequence(set(sequence(identifier('2.5.4.3'), text('Foyer'))));
  const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
    sequence(identifier(id), ...(critical ? [yes] : []), octets(value));
  const extensions = sequence(
    extension('2.5.29.19', true, sequence()),
    // digitalSignature alone: the first bit of eight.
    extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
    extension('2.5.29.37', false, sequence(identifier('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...names.map(alternativeName))),
  );
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    name,
    sequence(time(now - earlierMs), time(now + validMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const whole = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));
  return {
    certificate: pem('CERTIFICATE', whole),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** GeneralName: dNSName, or iPAddress as its bytes. */
function alternativeName(name: string): Buffer {
  switch (isIP(name)) {
    case 4:
      return der(0x87, Buffer.from(name.split('.').map(Number)));
    case 6:
      return der(0x87, addressBytes(name));
    default:
      return der(0x82, Buffer.from(name, 'ascii'));
  }
}

function addressBytes(address: string): Buffer {
  // The URL parser writes every form in one: no dotted end, one `::` at most.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
