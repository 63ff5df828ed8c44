/**
 * Chromium alone loads no scheme of its own making, so `app://foyer/kiosk.html` is loaded as
 * `https://foyer.app.invalid/kiosk.html`: the same origin for the whole run, a secure context like a scheme with
 * the privilege `secure`, and a name that never resolves. Only the shell's side sees Electron's address.
 */
import type { CustomScheme } from 'electron';

const schemes = new Map<string, CustomScheme>();

export function registerSchemes(custom: readonly CustomScheme[]): void {
  for (const entry of custom) schemes.set(entry.scheme, entry);
}

export function toChromium(address: string): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9.+-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  const custom = schemes.get(scheme);
  if (custom?.privileges?.standard !== true) return address;
  return `${custom.privileges.secure === true ? 'https' : 'http'}://${host}.${scheme}.invalid${rest}`;
}

/** Works for origins too. */
export function toElectron(address: string): string {
  const [, host, scheme, rest = ''] =
    /^https?:\/\/([^/?#]+)\.([a-z]+)\.invalid(?=[/?#]|$)(.*)$/i.exec(address) ?? [];
  return scheme !== undefined && schemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
}
