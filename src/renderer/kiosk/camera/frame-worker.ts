/**
 * Reads frames in a thread of its own, so that the screen does not wait. Takes one frame at a time, answers it and
 * keeps nothing of it; its end is the end of the thread.
 */
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { FrameAnswer, FrameQuestion } from './frame-reader.ts';
import { prepareFrameReader, readFrame } from './read-frame.ts';

const ready = (async () => {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error('no reader');
  await prepareFrameReader(await response.arrayBuffer());
})();
// Told with the first frame.
ready.catch(() => undefined);

async function answer({ width, height, pixels, salt }: FrameQuestion): Promise<FrameAnswer> {
  try {
    await ready;
    return { reading: await readFrame(new ImageData(pixels, width, height), salt) };
  } catch {
    // The fault's text may hold what the frame showed.
    return { reading: null };
  }
}

addEventListener('message', (event: MessageEvent<FrameQuestion>) => {
  void answer(event.data).then((reply) => postMessage(reply));
});
