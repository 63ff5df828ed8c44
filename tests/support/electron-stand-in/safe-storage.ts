/** `safeStorage`: AES-256-GCM under a key made from the secret of the imitated key ring. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readSettings } from './settings.ts';

const { backend, secret } = readSettings().keyring;
const key = createHash('sha256').update(secret).digest();
/** Electron's own prefix for what a key ring has sealed is `v11`; `v10` is the one without protection. */
const prefix = Buffer.from(backend === 'basic_text' ? 'v10' : 'v11');

export const safeStorage = {
  getSelectedStorageBackend: (): string => backend,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  async encryptStringAsync(plain: string): Promise<Buffer> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), sealed]);
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const rest = sealed.subarray(prefix.length);
    const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, 12));
    decipher.setAuthTag(rest.subarray(12, 28));
    const plain = Buffer.concat([decipher.update(rest.subarray(28)), decipher.final()]);
    return { result: plain.toString('utf8'), shouldReEncrypt: false };
  },
};
