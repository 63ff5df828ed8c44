/** The camera's stream, for as long as somebody wants it. */

/** Why there is no picture: not allowed, no camera there, or something else has it. */
export type CameraFault = 'denied' | 'none' | 'busy';

export type OpenedCamera = { readonly stream: MediaStream } | { readonly fault: CameraFault };

/** Names of the errors of `getUserMedia` (W3C Media Capture and Streams, 10.2); every other one is a camera in use. */
const faults: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
};

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Asks for 640 × 480 pixels and no sound. The stream ends with `signal`, also one that comes only after it.
 * @param devices `navigator.mediaDevices`, undefined where a page is not served securely
 * @returns null where `signal` came first
 */
export async function openCamera(
  devices: Pick<MediaDevices, 'getUserMedia'> | undefined,
  signal: AbortSignal,
): Promise<OpenedCamera | null> {
  if (signal.aborted) return null;
  if (devices === undefined) return { fault: 'none' };
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({
      audio: false,
      video: { width: { ideal: 640 }, height: { ideal: 480 } },
    });
  } catch (error) {
    if (signal.aborted) return null;
    return { fault: faults[error instanceof Error ? error.name : ''] ?? 'busy' };
  }
  if (signal.aborted) {
    stop(stream);
    return null;
  }
  signal.addEventListener('abort', () => stop(stream), { once: true });
  return { stream };
}
