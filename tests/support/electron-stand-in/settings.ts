/** What a test tells the stand-in about the machine, by an environment variable. */

export interface StandInDisplay {
  readonly id: number;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface StandInSettings {
  /** Chromium's profile; the file `DevToolsActivePort` in it says where a test can attach. */
  readonly profileFolder: string;
  readonly chromium: string;
  /** The first is the primary one. */
  readonly displays: readonly StandInDisplay[];
  /** Names of the machine's printers; what they print is in the profile's folder, `printed-1.pdf` and so on. */
  readonly printers: readonly string[];
  /** What the desktop's key ring would be. Another `secret` is a key ring that was lost and made anew. */
  readonly keyring: { readonly backend: string; readonly secret: string };
}

export const settingsVariable = 'ELECTRON_STAND_IN';

export function readSettings(): StandInSettings {
  const text = process.env[settingsVariable];
  if (text === undefined) throw new Error(`The stand-in needs ${settingsVariable}`);
  return JSON.parse(text) as StandInSettings;
}
