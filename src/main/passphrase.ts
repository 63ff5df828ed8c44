/**
 * Passphrase hashing: argon2id, 64 MiB, three passes, one lane (OWASP Password Storage Cheat Sheet asks for at
 * least 19 MiB and two passes), with a pepper that is not in the database. Runs on the thread pool.
 */
import type { PassphraseHasher } from './core/ports.ts';

/** Marks hashes made with the pepper; hashes from a provisioning file come without. */
const peppered = 'peppered:';

export const passphraseParameters = {
  /** argon2id, as the package numbers the kinds. */
  type: 2,
  memoryCost: 64 * 1024,
  timeCost: 3,
  parallelism: 1,
} as const;

/** Loaded at the first passphrase: a screen that only shows the lobby need not wait for it. */
const load = async () => (await import('argon2')).default;

export function createPassphraseHasher(pepper: Buffer): PassphraseHasher {
  return {
    async hash(passphrase) {
      const normal = passphrase.normalize('NFC');
      const argon2 = await load();
      return peppered + (await argon2.hash(normal, { ...passphraseParameters, secret: pepper }));
    },
    async verify(hash, passphrase) {
      const normal = passphrase.normalize('NFC');
      try {
        const argon2 = await load();
        return hash.startsWith(peppered)
          ? await argon2.verify(hash.slice(peppered.length), normal, { secret: pepper })
          : await argon2.verify(hash, normal);
      } catch {
        // A hash this program cannot read lets nobody in.
        return false;
      }
    },
  };
}
