import { type SavedFileKind, savedFileTypes } from '../shared/saved-files.ts';

/** Milliseconds until the browser has read the file, which it does after the click; a minute is ample. */
const readMs = 60_000;

/** Hands bytes or text to the browser as a file. It never leaves the machine, so it works without any network. */
export function saveFile(content: BlobPart, kind: SavedFileKind, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: savedFileTypes[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readMs);
}
