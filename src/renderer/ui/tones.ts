/** Short tones for what a reader saw, made on the spot so that no sound file is needed. Words and colour say the same. */
export type Tone = 'good' | 'attention' | 'refused';

/** Each note: hertz, start and length in seconds. Rising is good, level asks, falling refuses. */
const notes: Readonly<Record<Tone, readonly (readonly [number, number, number])[]>> = {
  good: [
    [660, 0, 0.07],
    [990, 0.08, 0.1],
  ],
  attention: [
    [660, 0, 0.08],
    [660, 0.13, 0.08],
  ],
  refused: [
    [330, 0, 0.14],
    [220, 0.16, 0.22],
  ],
};

/** Quiet enough for a lobby; 1 is the loudest the machine can do. */
const loudness = 0.12;

let context: AudioContext | null = null;

export function playTone(tone: Tone): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [hertz, start, length] of notes[tone]) {
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      const from = context.currentTime + start;
      oscillator.frequency.value = hertz;
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(loudness, from + 0.01);
      gain.gain.linearRampToValueAtTime(0, from + length);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(from + length);
    }
  } catch {
    // A machine without sound still has the words and the colours.
  }
}
