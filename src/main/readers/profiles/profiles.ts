/** The list of profiles; see `profile.ts` for what one is. */
import type { ReaderProfile } from '../../../shared/contract/readers.ts';
import { hidPosMsr } from './hid-pos-msr.ts';
import { hidPosScanner } from './hid-pos-scanner.ts';
import { keyboard } from './keyboard.ts';
import { pcprox } from './pcprox.ts';
import type { Profile } from './profile.ts';
import { raw } from './raw.ts';
import { simulated } from './simulated.ts';
import { idtech, magtek } from './swipe.ts';
import { wedge } from './wedge.ts';

export const profiles: readonly Profile[] = [
  simulated,
  keyboard,
  raw,
  pcprox,
  magtek,
  idtech,
  hidPosScanner,
  hidPosMsr,
  wedge,
];

/** Null for a profile that this version only knows by name. */
export function profileOf(name: ReaderProfile): Profile | null {
  return profiles.find(({ profile }) => profile === name) ?? null;
}
