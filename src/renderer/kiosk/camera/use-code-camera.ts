/** Whether a kiosk's camera reads codes right now, and what becomes of what it reads. */
import { useEffect, useRef, useState } from 'react';
import { playTone } from '../../ui/tones.ts';
import type { Screen } from '../flow.ts';
import type { FrameReading } from './read-frame.ts';

/** What became of a code: `ended` where nobody waits for the answer any more. */
export type TriedCode = 'opened' | 'unknown' | 'again' | 'ended';

export interface CodeCamera {
  /** The site wants it and this kiosk has one. */
  readonly offered: boolean;
  readonly on: boolean;
  /** It could not be used, or went away. */
  readonly failed: boolean;
  /** What it read last and nothing came of; null before. */
  readonly miss: 'foreign' | 'unknown' | null;
  /** Of the marks of foreign codes, for one visitor. */
  readonly salt: string;
  turn(on: boolean): void;
  fail(): void;
  read(reading: FrameReading): Promise<void>;
}

/** Where no camera is ever used. */
export const noCamera: CodeCamera = {
  offered: false,
  on: false,
  failed: false,
  miss: null,
  salt: '',
  turn: () => undefined,
  fail: () => undefined,
  read: async () => undefined,
};

/** A camera may be plugged in or pulled out at any time. Asking which there are asks for no permission. */
function useHasCamera(wanted: boolean): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    const { mediaDevices } = navigator as Partial<Pick<Navigator, 'mediaDevices'>>;
    if (!wanted || mediaDevices === undefined) return setHas(false);
    const signal = new AbortController();
    const look = async (): Promise<void> => {
      const devices = await mediaDevices.enumerateDevices().catch(() => []);
      if (!signal.signal.aborted) setHas(devices.some(({ kind }) => kind === 'videoinput'));
    };
    void look();
    mediaDevices.addEventListener('devicechange', look, { signal: signal.signal });
    return () => signal.abort();
  }, [wanted]);
  return has;
}

export function useCodeCamera(parts: {
  readonly wanted: boolean;
  readonly screen: Screen;
  /** Nobody has touched the screen for a while, or nobody answers: a camera has no business then. */
  readonly resting: boolean;
  readonly tryCode: (code: string) => Promise<TriedCode>;
  readonly onForeign: () => void;
}): CodeCamera {
  const { wanted, screen, resting, tryCode, onForeign } = parts;
  const hasCamera = useHasCamera(wanted);
  const [turnedOn, setTurnedOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const [miss, setMiss] = useState<CodeCamera['miss']>(null);
  const [salt] = useState(() => crypto.randomUUID());
  // Held in front of the camera, a code is read five times a second and missed once.
  const missed = useRef(new Set<string>());
  const on = turnedOn && wanted && screen === 'code' && !resting;

  useEffect(() => {
    if (!on) setTurnedOn(false);
  }, [on]);
  useEffect(() => {
    // Staff changed to another window.
    const hidden = (): void => {
      if (document.hidden) setTurnedOn(false);
    };
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, []);

  return {
    offered: wanted && hasCamera && !failed,
    on,
    failed: wanted && failed,
    miss,
    salt,
    turn(next) {
      setTurnedOn(next);
      setMiss(null);
    },
    fail() {
      setTurnedOn(false);
      setFailed(true);
    },
    async read(reading) {
      if (reading.found === 'nothing') return;
      const key = reading.found === 'code' ? reading.code : reading.mark;
      if (missed.current.has(key)) return setMiss(reading.found === 'code' ? 'unknown' : 'foreign');
      if (reading.found === 'foreign') {
        missed.current.add(key);
        setMiss('foreign');
        return onForeign();
      }
      playTone('good');
      setMiss(null);
      const outcome = await tryCode(reading.code);
      if (outcome === 'unknown') {
        missed.current.add(key);
        setMiss('unknown');
      } else if (outcome === 'again') setTurnedOn(false);
    },
  };
}
