import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePicture, pictureLimits } from '../../src/shared/contract/looks.ts';
import { base64Of, bytesOf, readPictureHead } from '../../src/shared/picture.ts';
import { jpegOf, pngOf, webpOf } from '../support/pictures.ts';

describe('the head of a picture', () => {
  test.each([
    ['PNG', pngOf(640, 480), 'image/png'],
    ['JPEG', jpegOf(640, 480), 'image/jpeg'],
    ['WebP, lossy', webpOf('VP8 ', 640, 480), 'image/webp'],
    ['WebP, lossless', webpOf('VP8L', 640, 480), 'image/webp'],
    ['WebP, extended', webpOf('VP8X', 640, 480), 'image/webp'],
  ])('%s', (_name, bytes, type) => {
    expect(readPictureHead(bytes)).toEqual({ type, width: 640, height: 480 });
  });

  test.each([
    ['nothing', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><h1>Welcome</h1>'],
    ['GIF', 'GIF89a\u0001\0\u0001\0'],
  ])('%s is none', (_name, text) => {
    expect(readPictureHead(new TextEncoder().encode(text))).toBeNull();
  });

  test('whatever the bytes, reading them ends and throws nothing', () => {
    const begun = fc.constantFrom(pngOf(9, 9), jpegOf(9, 9), webpOf('VP8 ', 9, 9), webpOf('VP8X', 9, 9));
    fc.assert(
      fc.property(begun, fc.nat(40), fc.uint8Array({ maxLength: 80 }), (head, kept, rest) => {
        const bytes = Uint8Array.of(...head.subarray(0, kept), ...rest);
        try {
          readPictureHead(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          throw error;
        }
      }),
    );
  });

  test('an empty picture is none', () => {
    expect(readPictureHead(pngOf(0, 9))).toBeNull();
  });
});

test('base64 and back is the same, as Node writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base64Of(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOf(text)).toEqual(bytes);
    }),
  );
  for (const broken of ['A', 'AAA', 'AA=A', 'A===', 'AA A', 'ÆÆÆÆ'])
    expect(bytesOf(broken), broken).toBeNull();
});

test('a picture is refused for its kind, its bytes or its pixels', () => {
  const { bytes, side } = pictureLimits.logo;
  expect(judgePicture('logo', pngOf(side, 10))).toMatchObject({ width: side });
  expect(judgePicture('logo', pngOf(side + 1, 10))).toEqual({ fault: 'picture-size' });
  expect(judgePicture('background', pngOf(side + 1, 10))).toMatchObject({ width: side + 1 });
  expect(judgePicture('logo', pngOf(10, 10, bytes + 1))).toEqual({ fault: 'picture-bytes' });
  expect(judgePicture('logo', new TextEncoder().encode('<svg/>'))).toEqual({ fault: 'picture-kind' });
});
