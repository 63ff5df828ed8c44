/** Frames as a camera gives them, drawn from QR codes. */
import { encode } from 'uqr';

export interface FrameLook {
  /** Text of the QR code; none draws an empty frame. */
  readonly text?: string;
  readonly width?: number;
  readonly height?: number;
  /** Pixels along the side of one module. */
  readonly module?: number;
  /** Degrees, clockwise about the middle of the frame. */
  readonly turned?: number;
  /** Grey values of dark and light modules, 0 to 255. */
  readonly dark?: number;
  readonly light?: number;
  readonly mirrored?: boolean;
}

/** RGBA as `ImageData` holds it. */
export function drawnFrame(look: FrameLook): ImageData {
  const { width = 640, height = 480, module = 6, turned = 0, dark = 20, light = 230 } = look;
  const code = look.text === undefined ? { size: 0, data: [] } : encode(look.text, { ecc: 'M', border: 4 });
  const data = new Uint8ClampedArray(width * height * 4);
  const angle = (-turned * Math.PI) / 180;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = (look.mirrored ? width - 1 - x : x) - width / 2;
      const down = y - height / 2;
      const column = Math.floor((across * Math.cos(angle) - down * Math.sin(angle)) / module + code.size / 2);
      const row = Math.floor((across * Math.sin(angle) + down * Math.cos(angle)) / module + code.size / 2);
      data.set(grey(code.data[row]?.[column] === true ? dark : light), (y * width + x) * 4);
    }
  }
  return { width, height, data, colorSpace: 'srgb' } as ImageData;
}

/** One frame of two of the same height. */
export function sideBySide(left: ImageData, right: ImageData): ImageData {
  const width = left.width + right.width;
  const data = new Uint8ClampedArray(width * left.height * 4);
  for (let y = 0; y < left.height; y += 1) {
    data.set(left.data.subarray(y * left.width * 4, (y + 1) * left.width * 4), y * width * 4);
    data.set(
      right.data.subarray(y * right.width * 4, (y + 1) * right.width * 4),
      (y * width + left.width) * 4,
    );
  }
  return { width, height: left.height, data, colorSpace: 'srgb' } as ImageData;
}

function grey(value: number): number[] {
  return [value, value, value, 255];
}
