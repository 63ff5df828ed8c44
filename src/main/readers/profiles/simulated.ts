import type { Profile } from './profile.ts';

/** Taps come from the tap panel, the command line or a test, written FORMAT:VALUE. */
export const simulated: Profile = { profile: 'simulated', device: null };
