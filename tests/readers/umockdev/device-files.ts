/** Descriptions of invented USB readers in the formats that umockdev loads. */

export interface MockedReader {
  readonly vendorId: number;
  readonly productId: number;
  readonly product: string;
  readonly descriptor: readonly number[];
  /** What the reader sends, one for every report that is written to it. */
  readonly reports: readonly (readonly number[])[];
}

export const node = 'hidraw5';
/** Report id 0, then one byte; the script waits for it before each report. */
export const trigger: readonly number[] = [0, 1];

/** A vendor page with 16-byte input reports and 1-byte output reports. */
export const vendorDescriptor: readonly number[] = [
  0x06, 0x00, 0xff, 0x09, 0x01, 0xa1, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x10, 0x09, 0x02,
  0x81, 0x02, 0x95, 0x01, 0x09, 0x03, 0x91, 0x02, 0xc0,
];

/** A boot keyboard: modifiers, a reserved byte, six keys, and one byte of lights. */
export const keyboardDescriptor: readonly number[] = [
  0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01,
  0x95, 0x08, 0x81, 0x02, 0x95, 0x01, 0x75, 0x08, 0x81, 0x01, 0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x95, 0x05,
  0x75, 0x01, 0x91, 0x02, 0x95, 0x01, 0x75, 0x03, 0x91, 0x01, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x15, 0x00,
  0x25, 0x65, 0x95, 0x06, 0x75, 0x08, 0x81, 0x00, 0xc0,
];

const hexadecimal = (number: number, digits: number): string =>
  number.toString(16).toUpperCase().padStart(digits, '0');
const hexadecimalBytes = (bytes: readonly number[]): string =>
  bytes.map((byte) => hexadecimal(byte, 2)).join('');
const littleEndian = (number: number, size: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => (number >> (8 * index)) & 0xff);

/** For `umockdev-run --device`: the node, its HID device, the USB interface and the USB device. */
export function deviceDescription({ vendorId, productId, product, descriptor }: MockedReader): string {
  const [vendor, id] = [hexadecimal(vendorId, 4), hexadecimal(productId, 4)];
  const usb = '/devices/pci0000:00/0000:00:14.0/usb1/1-2';
  const hid = `0003:${vendor}:${id}.0007`;
  return `P: ${usb}/1-2:1.0/${hid}/hidraw/${node}
N: ${node}
E: DEVNAME=/dev/${node}
E: MAJOR=240
E: MINOR=5
E: SUBSYSTEM=hidraw
A: dev=240:5\\n
L: device=../../../${hid}

P: ${usb}/1-2:1.0/${hid}
E: DRIVER=hid-generic
E: HID_ID=0003:0000${vendor}:0000${id}
E: HID_NAME=${product}
E: HID_PHYS=usb-0000:00:14.0-2/input0
E: HID_UNIQ=
E: MODALIAS=hid:b0003g0001v0000${vendor}p0000${id}
E: SUBSYSTEM=hid
H: report_descriptor=${hexadecimalBytes(descriptor)}

P: ${usb}/1-2:1.0
E: DEVTYPE=usb_interface
E: DRIVER=usbhid
E: INTERFACE=3/0/0
E: SUBSYSTEM=usb
A: bInterfaceNumber=00\\n

P: ${usb}
N: bus/usb/001/013
E: DEVNAME=/dev/bus/usb/001/013
E: DEVTYPE=usb_device
E: SUBSYSTEM=usb
A: idVendor=${vendor.toLowerCase()}\\n
A: idProduct=${id.toLowerCase()}\\n
A: bcdDevice=0100\\n
A: manufacturer=Example\\n
A: product=${product}\\n
`;
}

/** For `umockdev-run --ioctl`: the report descriptor (a length and 4096 bytes) and the ids. */
export function ioctlAnswers({ vendorId, productId, descriptor }: MockedReader): string {
  const size = littleEndian(descriptor.length, 4);
  const padding = Array<number>(4_096 - descriptor.length).fill(0);
  const ids = [...littleEndian(3, 4), ...littleEndian(vendorId, 2), ...littleEndian(productId, 2)];
  return `@DEV /dev/${node}
HIDIOCGRDESCSIZE 0 ${hexadecimalBytes(size)}
HIDIOCGRDESC 0 ${hexadecimalBytes([...size, ...descriptor, ...padding])}
HIDIOCGRAWINFO 0 ${hexadecimalBytes(ids)}
`;
}

/** For `umockdev-run --script`: after each `trigger` that is written, the next report. */
export function reportScript({ reports }: MockedReader): Buffer {
  const turns = reports.map((report) =>
    Buffer.concat([Buffer.from('w 0 '), escaped(trigger), Buffer.from('\n'), reportLine(report)]),
  );
  return Buffer.concat([Buffer.from(`d 0 /dev/${node}\n`), ...turns]);
}

/** The line of a script that sends a report at once. */
export function reportLine(report: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('r 0 '), escaped(report), Buffer.from('\n')]);
}

/** Control characters are written `^@` to `^_`, the circumflex itself as ^`. */
function escaped(bytes: readonly number[]): Buffer {
  return Buffer.from(
    bytes.flatMap((byte) => {
      if (byte < 0x20) return [0x5e, byte + 0x40];
      return byte === 0x5e ? [0x5e, 0x60] : [byte];
    }),
  );
}
