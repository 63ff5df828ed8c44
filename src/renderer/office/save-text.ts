/** Milliseconds until the browser has read the file, which it does after the click; a minute is ample. */
const readMs = 60_000;

/** Hands bytes to the browser as a file. They never leave the machine, so it works without any network. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readMs);
}

export function saveText(text: string, type: string, name: string): void {
  saveFile(new Blob([text], { type }), name);
}
