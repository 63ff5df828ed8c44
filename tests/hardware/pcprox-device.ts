/**
 * The feature-report side of a pcProx reader, as publicly documented: settings in pages of eight bytes, in memory
 * and in lasting memory; the card that lies on it; its lights. It types cards too, unless a setting stops it.
 */

import { bootReports, type } from '../readers/typing.ts';
import { plugIn } from './virtual-device.ts';

export interface PcproxDevice extends AsyncDisposable {
  /** Puts a card on the reader; bytes as they are in the answer, little-endian. */
  put(card: readonly number[], bits: number): void;
  takeAway(): void;
  /** What it has typed since it was plugged in. */
  typed(): string;
  /** What its light was made to show, oldest first; `own` when it was given back. */
  lights(): readonly ('red' | 'green' | 'own')[];
  /** Settings as they are in memory and as they would be after a power cut: one page in hexadecimal. */
  page(number: number): { readonly memory: string; readonly lasting: string };
}

/** A boot keyboard with a vendor's eight-byte feature report, without report ids. */
const descriptor: readonly number[] = [
  0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01,
  0x95, 0x08, 0x81, 0x02, 0x95, 0x01, 0x75, 0x08, 0x81, 0x01, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x15, 0x00,
  0x25, 0x65, 0x95, 0x06, 0x75, 0x08, 0x81, 0x00, 0x06, 0x00, 0xff, 0x09, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00,
  0x75, 0x08, 0x95, 0x08, 0xb1, 0x02, 0xc0,
];

const command = { firstPage: 0x80, lastPage: 0x82, bitCount: 0x8e, card: 0x8f, endSettings: 0x90 } as const;
const haltsTyping = 0x80;
const light = { page: 2, byProgram: 0x02, red: 0x01, green: 0x02 } as const;
/** Settings of a reader as it leaves the factory, invented but for the bits that matter here. */
const factory = [
  [0x1a, 0x00, 0x05, 0x0d, 0x2a, 0x01, 0x00, 0x21],
  [0x0d, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x00],
  [0x03, 0x00, 0x10, 0x00, 0x00, 0x00, 0x00, 0x01],
] as const;

const nothing: Uint8Array = new Uint8Array(8);
const hexadecimal = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

export async function plugInPcprox(productId = 0x3bfa): Promise<PcproxDevice> {
  const memory: Uint8Array[] = factory.map((page) => Uint8Array.from(page));
  const lasting: Uint8Array[] = factory.map((page) => Uint8Array.from(page));
  let selected: number | null = null;
  let staged: readonly [page: number, bytes: Uint8Array] | null = null;
  let answer: Uint8Array = nothing;
  let card: { readonly bytes: Uint8Array; readonly bits: number } | null = null;
  let typed = '';
  const lights: ('red' | 'green' | 'own')[] = [];

  function obey(message: Uint8Array): void {
    if (selected !== null) {
      staged = [selected, message];
      selected = null;
      return;
    }
    const [code = 0, mask = 0] = message;
    if (code >= command.firstPage && code <= command.lastPage) {
      selected = code - command.firstPage;
      answer = memory[selected] ?? nothing;
    } else if (code === command.card) answer = card?.bytes ?? nothing;
    else if (code === command.bitCount) answer = Uint8Array.from([card?.bits ?? 0, ...Array(7).fill(0)]);
    else if (code === command.endSettings && staged !== null) {
      const [page, bytes] = staged;
      staged = null;
      memory[page] = bytes;
      if (page === light.page) lights.push(shown(bytes));
      if ((mask & (1 << page)) !== 0) lasting[page] = bytes;
    }
  }

  const device = await plugIn({
    vendorId: 0x0c27,
    productId,
    product: 'Invented proximity reader',
    descriptor,
    onWritten: obey,
    onAsked() {
      // Whoever reads a page does not go on to write it.
      selected = null;
      return answer;
    },
  });

  return {
    put(bytes, bits) {
      card = { bytes: Uint8Array.from([...bytes, ...Array<number>(8 - bytes.length).fill(0)]), bits };
      if (((memory[0]?.[7] ?? 0) & haltsTyping) !== 0) return;
      const text = `${Buffer.from(bytes).readUIntLE(0, Math.min(bytes.length, 6))}\n`;
      typed += text;
      for (const report of type(text, bootReports)) device.send(report);
    },
    takeAway() {
      card = null;
    },
    typed: () => typed,
    lights: () => lights,
    page: (number) => ({ memory: hexadecimal(memory[number]), lasting: hexadecimal(lasting[number]) }),
    [Symbol.asyncDispose]: device.unplug,
  };
}

function shown([colours = 0, mode = 0]: Uint8Array): 'red' | 'green' | 'own' {
  if ((mode & light.byProgram) === 0) return 'own';
  return (colours & (light.red | light.green)) === light.red ? 'red' : 'green';
}
