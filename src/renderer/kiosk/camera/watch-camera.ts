/**
 * A camera watched for codes: its picture on the screen, its frames to the reader. Loaded when the first visitor
 * wants the camera, and no sooner. No frame is kept: one canvas holds the last one, until the end.
 */
import { readFrames } from './frame-loop.ts';
import { startFrameReader } from './frame-reader.ts';
import { openCamera } from './open-camera.ts';
import type { FrameReading } from './read-frame.ts';

/** Pixels; a wider frame is read no better and takes longer. */
const widestFrame = 1280;

/**
 * Ends with `signal`: the camera, the reader and what the canvas holds.
 * @param parts.onSeen the picture is there
 * @param parts.onGone the camera cannot be had, was taken away, or the reader failed; nothing is read any more
 */
export async function watchCamera(parts: {
  readonly video: HTMLVideoElement;
  readonly salt: string;
  readonly signal: AbortSignal;
  readonly onSeen: () => void;
  readonly onReading: (reading: FrameReading) => void | Promise<void>;
  readonly onGone: () => void;
}): Promise<void> {
  const { video, signal } = parts;
  const opened = await openCamera(navigator.mediaDevices, signal);
  if (opened === null) return;
  if ('fault' in opened) return parts.onGone();
  const { stream } = opened;
  // Said when a camera is pulled out, not when it is stopped here.
  for (const track of stream.getTracks()) track.addEventListener('ended', parts.onGone, { signal });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const reader = startFrameReader(parts.salt);
  const endFrames = readFrames({
    takeFrame() {
      const { videoWidth, videoHeight } = video;
      if (context === null || video.readyState < video.HAVE_CURRENT_DATA || videoWidth === 0) return null;
      const scale = Math.min(1, widestFrame / videoWidth);
      canvas.width = Math.round(videoWidth * scale);
      canvas.height = Math.round(videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      return context.getImageData(0, 0, canvas.width, canvas.height);
    },
    read: (frame) => reader.read(frame),
    onReading: parts.onReading,
    onFault: parts.onGone,
  });
  signal.addEventListener(
    'abort',
    () => {
      endFrames();
      reader.end();
      video.srcObject = null;
      canvas.width = 0;
    },
    { once: true },
  );
  video.addEventListener('loadeddata', parts.onSeen, { once: true, signal });
  video.srcObject = stream;
  // Ends with a rejection where the camera is stopped before its first picture.
  await video.play().catch(() => undefined);
}
