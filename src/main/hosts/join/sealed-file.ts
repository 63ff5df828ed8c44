/**
 * A file of records that is only ever added to, each sealed with AES-256-GCM (NIST SP 800-38D). A record is on disk
 * before `add` returns. Layout: 16 random bytes that name the file, then for each record its length (4 bytes, big
 * endian), a nonce (12), the sealed text and its tag (16). Name and place of a record are sealed with it, so that
 * none can be moved, repeated or left out in the middle; a record that a power cut tore is the last, and is cut off.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../durable-file.ts';

const nameBytes = 16;
const lengthBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

export interface SealedFile {
  readonly records: readonly string[];
  /** Throws what the file system says; the record is then not there. */
  add(record: string): void;
  /** Overwrites everything with zeros and begins anew. */
  clear(): void;
  close(): void;
}

/** The file is as it was. */
export class SealedOtherwise extends Error {}

/** Throws {@link SealedOtherwise} where the file is sealed with another key. */
export function openSealedFile(file: string, key: Uint8Array): SealedFile {
  const isNew = !existsSync(file);
  const descriptor = openSync(file, isNew ? 'wx+' : 'r+', 0o600);
  let name = randomBytes(nameBytes);
  let end = 0;
  const records: string[] = [];
  try {
    read();
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }

  function read(): void {
    const bytes = isNew ? Buffer.alloc(0) : readFileSync(file);
    if (bytes.length < nameBytes) {
      begin();
      return;
    }
    name = bytes.subarray(0, nameBytes);
    end = nameBytes;
    while (end + lengthBytes <= bytes.length) {
      const length = bytes.readUInt32BE(end);
      const next = end + lengthBytes + length;
      if (length < nonceBytes + tagBytes || next > bytes.length) break;
      const record = open(bytes.subarray(end + lengthBytes, next));
      if (record === null) {
        // A torn write leaves a bad last record; a bad one before others, or the first, is another key or a fault.
        if (next < bytes.length || records.length === 0)
          throw new SealedOtherwise('sealed with another key, or damaged');
        break;
      }
      records.push(record);
      end = next;
    }
    ftruncateSync(descriptor, end);
  }

  function begin(): void {
    name = randomBytes(nameBytes);
    end = nameBytes;
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, name, 0, nameBytes, 0);
    fsyncSync(descriptor);
    syncFolder(dirname(file));
  }

  function place(): Buffer {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(records.length);
    return Buffer.concat([name, number]);
  }

  function open(sealed: Buffer): string | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
      decipher.setAAD(place());
      decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
      const content = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
      return Buffer.concat([content, decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  return {
    records,
    add(record) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(place());
      const content = Buffer.concat([cipher.update(record, 'utf8'), cipher.final()]);
      const length = Buffer.alloc(lengthBytes);
      length.writeUInt32BE(nonceBytes + content.length + tagBytes);
      const whole = Buffer.concat([length, nonce, content, cipher.getAuthTag()]);
      try {
        for (let written = 0; written < whole.length; )
          written += writeSync(descriptor, whole, written, whole.length - written, end + written);
        fsyncSync(descriptor);
      } catch (error) {
        ftruncateSync(descriptor, end);
        throw error;
      }
      end += whole.length;
      records.push(record);
    },
    clear() {
      const { size } = fstatSync(descriptor);
      // The first length goes before the rest: a file cut short here reads as empty, not as damaged.
      writeSync(descriptor, Buffer.alloc(lengthBytes), 0, lengthBytes, nameBytes);
      fsyncSync(descriptor);
      writeSync(descriptor, Buffer.alloc(size), 0, size, 0);
      fsyncSync(descriptor);
      records.length = 0;
      begin();
    },
    close: () => closeSync(descriptor),
  };
}
