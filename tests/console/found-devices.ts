/** Devices and taps as the reader page gets them, for the tests of its screens. */
import type { CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoundDevice, ReaderSettings, TestTap } from '../../src/shared/contract/readers.ts';

export const pcprox: FoundDevice = {
  device: '0C27:3BFA',
  product: 'RFIDeas USB Keyboard',
  collections: [{ usagePage: 0x01, usage: 0x06 }],
  access: 'granted',
  profiles: ['pcprox', 'keyboard'],
};
export const sycreader: FoundDevice = {
  device: '08FF:0009',
  product: 'Sycreader RFID Technology Co., Ltd SYC ID&IC USB Reader',
  collections: [{ usagePage: 0x01, usage: 0x06 }],
  access: 'denied',
  profiles: ['keyboard'],
};
export const nameless: FoundDevice = {
  device: '04D8:F2F7',
  product: '',
  collections: [{ usagePage: 0xff00, usage: 0x01 }],
  access: 'unknown',
  profiles: ['raw'],
};
export const deskKeyboard: FoundDevice = {
  device: '1A2C:0E24',
  product: 'USB Keyboard',
  collections: [
    { usagePage: 0x01, usage: 0x06 },
    { usagePage: 0x0c, usage: 0x01 },
    { usagePage: 0x0f, usage: 0x21 },
  ],
  access: 'denied',
  profiles: ['keyboard'],
};
export const mouse: FoundDevice = {
  device: '046D:C077',
  product: 'USB Optical Mouse',
  collections: [{ usagePage: 0x01, usage: 0x02 }],
  access: 'granted',
  profiles: [],
};

/** A reader of two parts with the same ids, of which the second sends the cards. */
export const composite: readonly [FoundDevice, FoundDevice] = [
  {
    device: '1209:F0E1',
    product: 'Invented desk reader',
    collections: [{ usagePage: 0xff00, usage: 0x01 }],
    access: 'granted',
    profiles: ['raw'],
  },
  {
    device: '1209:F0E1',
    product: 'Invented desk reader',
    collections: [{ usagePage: 0xff00, usage: 0x02 }],
    access: 'granted',
    profiles: ['raw'],
  },
];

export const found: CallOutput<'readers.devices'> = {
  devices: [deskKeyboard, sycreader, nameless, pcprox, mouse],
  fault: null,
};

export function reader(more: Partial<ReaderSettings> = {}): ReaderSettings {
  return {
    readerId: 'desk',
    name: 'Front desk',
    place: 'desk',
    profile: 'pcprox',
    format: 'H10301',
    device: null,
    raw: null,
    ...more,
  };
}

const field = { offset: 1, length: 4, byteOrder: 'little' } as const;

/** A chip's serial number behind a report id; the card is printed `0477688511`. */
export function reportTap(at: number): TestTap {
  const read = { field, parity: 'none', facility: null } as const;
  return {
    at,
    kind: 'report',
    raw: '01BFF2781C000000',
    bits: null,
    readings: [
      {
        ...read,
        format: 'UID',
        number: '1C78F2BF',
        printed: [
          { form: 'hexadecimal', text: '1C78F2BF', matches: false },
          { form: 'decimal', text: '477688511', matches: false },
        ],
      },
      {
        ...read,
        format: 'DEC',
        number: '477688511',
        printed: [{ form: 'decimal', text: '477688511', matches: false }],
      },
    ],
  };
}

/** A polled card of 26 bits, once with its parity and once with a bit too many. */
export function bitsTap(at: number): TestTap {
  return {
    at,
    kind: 'bits',
    raw: '2F623AE',
    bits: 26,
    readings: [
      {
        format: 'H10301',
        field: null,
        parity: 'holds',
        facility: '123',
        number: '4567',
        printed: [{ form: 'facility-number', text: '123,04567', matches: false }],
      },
      { format: 'H10306', field: null, parity: 'fails', facility: '1', number: '2', printed: [] },
    ],
  };
}

/** A swipe as the page may hear it: a stripe without the name on it. */
export const stripeTap = (at: number): TestTap => ({
  at,
  kind: 'text',
  raw: '%?;0012345=99?',
  bits: null,
  readings: [
    {
      format: 'TRACK2',
      field: null,
      parity: 'none',
      facility: null,
      number: '0012345',
      printed: [{ form: 'number', text: '0012345', matches: false }],
    },
  ],
});

export const paymentTap = (at: number): TestTap => ({
  at,
  kind: 'payment-card',
  raw: '',
  bits: null,
  readings: [],
});
