import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { prepareFrameReader, readFrame } from '../../src/renderer/kiosk/camera/read-frame.ts';
import { scannedCodeFrom } from '../../src/shared/invitation-code.ts';
import { drawnFrame, sideBySide } from './drawn-frame.ts';

const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nothing may be fetched'));

beforeAll(async () => {
  const file = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareFrameReader(new Uint8Array(file).buffer);
});

const salt = 'salt of one visitor';
const ours = scannedCodeFrom(Uint8Array.from({ length: 16 }, (_, index) => index * 16 + 3));

describe('A frame of the camera', () => {
  test('gives any code of an invitation, at any turn, without fetching anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 359 }),
        async (bytes, turned) => {
          const code = scannedCodeFrom(bytes);
          expect(await readFrame(drawnFrame({ text: code, turned }), salt)).toEqual({ found: 'code', code });
        },
      ),
      { numRuns: 40 },
    );
    expect(fetched).not.toHaveBeenCalled();
  });

  test.each([
    ['mirrored', { mirrored: true }],
    ['light on dark', { dark: 230, light: 20 }],
    ['in poor light', { dark: 40, light: 80 }],
    ['small, three pixels a module', { module: 3 }],
    ['in a large frame', { width: 1280, height: 720, module: 10 }],
  ])('is read %s', async (_, look) => {
    expect(await readFrame(drawnFrame({ text: ours, ...look }), salt)).toEqual({ found: 'code', code: ours });
  });

  test.each(['https://example.org/menu', 'FC:12', `${ours}0`, '04A2B3C4D5'])(
    'tells of the foreign code %s nothing but that it is foreign',
    async (text) => {
      const reading = await readFrame(drawnFrame({ text }), salt);
      expect(reading).toEqual({ found: 'foreign', mark: expect.stringMatching(/^[0-9a-f]{64}$/) });
    },
  );

  test('tells one foreign code from another while the salt is the same, and no longer', async () => {
    const mark = async (text: string, by: string, turned = 0) => {
      const reading = await readFrame(drawnFrame({ text, turned }), by);
      return reading.found === 'foreign' ? reading.mark : null;
    };
    const [menu, again, other, later] = await Promise.all([
      mark('menu', salt),
      mark('menu', salt, 90),
      mark('card', salt),
      mark('menu', 'another'),
    ]);
    expect(again).toBe(menu);
    expect(new Set([menu, other, later]).size).toBe(3);
  });

  test('gives the invitation where a foreign code lies beside it, on either side', async () => {
    const [left, right] = [drawnFrame({ text: ours, width: 320 }), drawnFrame({ text: 'menu', width: 320 })];
    for (const frame of [sideBySide(left, right), sideBySide(right, left)]) {
      expect(await readFrame(frame, salt)).toEqual({ found: 'code', code: ours });
    }
  });

  test('holds nothing where it is empty', async () => {
    expect(await readFrame(drawnFrame({}), salt)).toEqual({ found: 'nothing' });
  });
});
