import { saveFile } from '../ui/save-file.ts';

/** Hands a text to the browser as a file. */
export function saveText(text: string, type: string, name: string): void {
  saveFile(text, type, name);
}
