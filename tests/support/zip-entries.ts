/**
 * Reads a ZIP archive by its central directory (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16) with Node's own inflate, so
 * that what writes an archive is not what judges it. Throws for a wrong checksum or size.
 */
import { crc32, inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The entries by name. */
export function zipEntries(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== endSignature) throw new Error('no end of central directory');
  const entries = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let number = archive.readUInt16LE(end + 10); number > 0; number -= 1) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('no entry of the central directory');
    const [checksum, packed, size] = [16, 20, 24].map((offset) => archive.readUInt32LE(at + offset));
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = inflateRawSync(archive.subarray(from, from + (packed ?? 0)));
    if (bytes.length !== size || crc32(bytes) !== checksum) throw new Error(`${name} is damaged`);
    entries.set(name, bytes);
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
