import { expect, test, vi } from 'vitest';
import { openCamera } from '../../src/renderer/kiosk/camera/open-camera.ts';

function camera() {
  const tracks = [{ stop: vi.fn() }, { stop: vi.fn() }];
  const stream = { getTracks: () => tracks } as unknown as MediaStream;
  const stopped = () => tracks.map((track) => track.stop.mock.calls.length);
  return { stream, stopped };
}

test('the stream is without sound and ends with its signal', async () => {
  const { stream, stopped } = camera();
  const getUserMedia = vi.fn(async () => stream);
  const wanted = new AbortController();
  expect(await openCamera({ getUserMedia }, wanted.signal)).toEqual({ stream });
  expect(getUserMedia).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ audio: false }));
  expect(stopped()).toEqual([0, 0]);
  wanted.abort();
  expect(stopped()).toEqual([1, 1]);
});

test('a stream that comes after its visitor went is ended at once', async () => {
  const { stream, stopped } = camera();
  const wanted = new AbortController();
  const opening = openCamera(
    {
      async getUserMedia() {
        wanted.abort();
        return stream;
      },
    },
    wanted.signal,
  );
  expect(await opening).toBe(null);
  expect(stopped()).toEqual([1, 1]);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('%s is the fault %s', async (name, fault) => {
  const getUserMedia = async () => {
    throw new DOMException('', name);
  };
  expect(await openCamera({ getUserMedia }, new AbortController().signal)).toEqual({ fault });
});

test('a camera nobody wants any more is not asked for', async () => {
  const getUserMedia = vi.fn();
  expect(await openCamera({ getUserMedia }, AbortSignal.abort())).toBe(null);
  expect(getUserMedia).not.toHaveBeenCalled();
});

test('a page without cameras at all has none', async () => {
  expect(await openCamera(undefined, new AbortController().signal)).toEqual({ fault: 'none' });
});
