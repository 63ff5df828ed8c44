/** The desk's tones, and whether the room is to be silent. */
import { useCallback, useState } from 'react';
import { playTone, type Tone } from '../ui/tones.ts';

/** Kept while the page lives, whoever signs in: silence belongs to the room. */
let silentRoom = false;

export function useTones(): {
  readonly sound: (tone: Tone) => void;
  readonly silent: boolean;
  readonly setSilent: (silent: boolean) => void;
} {
  const [silent, setSilentState] = useState(silentRoom);
  const setSilent = useCallback((next: boolean) => {
    silentRoom = next;
    setSilentState(next);
  }, []);
  const sound = useCallback((tone: Tone) => {
    if (!silentRoom) playTone(tone);
  }, []);
  return { sound, silent, setSilent };
}
