/** Reading one frame after another, until nobody wants a code any more. */
import type { FrameReading } from './read-frame.ts';

/** Milliseconds from the start of one frame to the start of the next, at least: five frames a second. */
export const frameMilliseconds = 200;

/**
 * Takes and reads frames, never two at once; a slow reader is not hurried. Ends by itself after a fault.
 * @param parts.takeFrame null while the camera has no picture yet
 * @param parts.onReading no further frame is taken until what it returns is done
 * @param parts.onFault the reader failed; nothing is read any more
 * @returns ends the loop; a reading that still comes is nobody's
 */
export function readFrames(parts: {
  readonly takeFrame: () => ImageData | null;
  readonly read: (frame: ImageData) => Promise<FrameReading>;
  readonly onReading: (reading: FrameReading) => void | Promise<void>;
  readonly onFault: () => void;
}): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function next(): Promise<void> {
    // Monotonic: a corrected clock must neither stop the frames nor hurry them.
    const started = performance.now();
    try {
      const frame = parts.takeFrame();
      const reading = frame === null ? null : await parts.read(frame);
      if (ended) return;
      if (reading !== null) await parts.onReading(reading);
    } catch {
      // The fault's text may hold what the frame showed.
      if (ended) return;
      ended = true;
      parts.onFault();
    }
    if (!ended) timer = setTimeout(next, Math.max(0, started + frameMilliseconds - performance.now()));
  }

  timer = setTimeout(next, 0);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
