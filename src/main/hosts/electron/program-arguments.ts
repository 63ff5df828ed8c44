/** Which of a process's arguments are Foyer's. */

/**
 * Before packaging Electron is started with a script (`electron --no-sandbox out/main/electron.js --kiosk`), and what
 * stands before the script is Electron's own. A packaged Foyer is the program itself.
 */
export function programArguments(
  processArguments: readonly string[],
  isPackaged: boolean,
): readonly string[] {
  const rest = processArguments.slice(1);
  if (isPackaged) return rest;
  const script = rest.findIndex((argument) => !argument.startsWith('-'));
  return script < 0 ? [] : rest.slice(script + 1);
}
