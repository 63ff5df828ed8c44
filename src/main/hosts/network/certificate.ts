/**
 * The certificate the host shows on the network: PEM files that the administrator names, or one of its own in the
 * data folder, made when it is first needed and kept from then on, because devices know it by its fingerprint.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeFlushed } from '../durable-file.ts';
import { makeSelfSigned } from './self-signed.ts';

export const certificateFile = 'network-certificate.pem';
export const certificateKeyFile = 'network-key.pem';

export interface NetworkCertificate {
  /** PEM, with the chain where the file holds one. */
  readonly certificate: string;
  readonly key: string;
  /** SHA-256 of the certificate, as in {@link NetworkState}. */
  readonly fingerprint: string;
  readonly selfSigned: boolean;
  readonly endsAt: number;
  /** Host names the certificate is for; wildcards left out. */
  readonly names: readonly string[];
}

export type FoundCertificate =
  | { readonly ok: true; readonly found: NetworkCertificate }
  /** A sentence for the terminal. */
  | { readonly ok: false; readonly fault: string };

export interface CertificateParts {
  readonly dataFolder: string;
  /** Absolute paths of PEM files; null for the host's own. */
  readonly named: { readonly certificate: string; readonly key: string } | null;
  /** What an own certificate is for. */
  readonly names: readonly string[];
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
  readonly platform: NodeJS.Platform;
}

export function findCertificate(parts: CertificateParts): FoundCertificate {
  const certificate = parts.named?.certificate ?? join(parts.dataFolder, certificateFile);
  const key = parts.named?.key ?? join(parts.dataFolder, certificateKeyFile);
  try {
    if (parts.named === null && !existsSync(certificate)) {
      const made = makeSelfSigned(parts.names, parts.now(), parts.random);
      // The key first: a certificate is what says that both are there. A power cut between the two leaves a key that
      // is replaced.
      writeFlushed(key, made.key);
      writeFlushed(certificate, made.certificate);
    }
    return check(readFileSync(certificate, 'utf8'), key, certificate, parts);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined)
      return { ok: false, fault: `the certificate ${certificate} or its key ${key} is no PEM file` };
    return { ok: false, fault: `the file ${path} cannot be used (${code})` };
  }
}

function check(
  certificate: string,
  keyFile: string,
  file: string,
  parts: CertificateParts,
): FoundCertificate {
  const x509 = new X509Certificate(certificate);
  // Windows has no such bits: there the folder of the user's profile keeps others out.
  if (parts.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0)
    return { ok: false, fault: `the key ${keyFile} can be read by others: chmod 600 ${keyFile}` };
  const key = readFileSync(keyFile, 'utf8');
  if (!x509.checkPrivateKey(createPrivateKey(key)))
    return { ok: false, fault: `the key ${keyFile} is not that of the certificate ${file}` };
  const endsAt = Date.parse(x509.validTo);
  if (endsAt < parts.now())
    return { ok: false, fault: `the certificate ${file} has run out on ${x509.validTo}` };
  const names = (x509.subjectAltName ?? '')
    .split(', ')
    .flatMap((entry) => /^DNS:([\w.-]+)$/.exec(entry)?.[1] ?? []);
  return {
    ok: true,
    found: {
      ...{ certificate, key, endsAt, names },
      fingerprint: x509.fingerprint256,
      selfSigned: x509.verify(x509.publicKey),
    },
  };
}
