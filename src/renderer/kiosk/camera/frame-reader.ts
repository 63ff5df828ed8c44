/** The worker that reads frames, from the side of the page. */
import type { FrameReading } from './read-frame.ts';

/** What the worker is sent; the pixels (RGBA) are handed over, not copied. */
export interface FrameQuestion {
  readonly width: number;
  readonly height: number;
  readonly pixels: ImageDataArray;
  readonly salt: string;
}

/** Null: the reader is not there, or failed. */
export interface FrameAnswer {
  readonly reading: FrameReading | null;
}

export interface FrameReader {
  /** One frame at a time. The frame's pixels are gone afterwards. Rejects where the reader failed. */
  read(frame: ImageData): Promise<FrameReading>;
  end(): void;
}

/** @param salt of the marks of foreign codes */
export function startFrameReader(salt: string): FrameReader {
  const worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' });
  return {
    read(frame) {
      const { promise, resolve, reject } = Promise.withResolvers<FrameReading>();
      worker.onmessage = ({ data: { reading } }: MessageEvent<FrameAnswer>) =>
        reading === null ? reject(new Error('the reader failed')) : resolve(reading);
      worker.onerror = () => reject(new Error('the reader is not there'));
      const { width, height, data } = frame;
      const question: FrameQuestion = { width, height, pixels: data, salt };
      worker.postMessage(question, [data.buffer]);
      return promise;
    },
    end: () => worker.terminate(),
  };
}
