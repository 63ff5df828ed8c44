import type { Profile } from './profile.ts';

/**
 * A reader that types and cannot be opened: the windows of the desk take its cards out of their keys, so it has no
 * device and is always ready.
 */
export const wedge: Profile = { profile: 'wedge', device: null };
