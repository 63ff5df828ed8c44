/**
 * A HID device that exists only in the kernel: input reports, feature and output reports, plugging in and pulling
 * out, over /dev/uhid. Whoever opens its hidraw node cannot tell it from one on a USB cable.
 * Structures: struct uhid_event in linux/uhid.h, packed, little-endian (https://docs.kernel.org/hid/uhid.html).
 */
import { closeSync, openSync, read, writeSync } from 'node:fs';

export interface DeviceShape {
  readonly vendorId: number;
  readonly productId: number;
  readonly product: string;
  readonly descriptor: readonly number[];
  /** A feature or output report of the host, without its report id. */
  readonly onWritten?: (report: Uint8Array) => void;
  /** Answers a feature report, without its report id; null refuses. */
  readonly onAsked?: () => Uint8Array | null;
}

/** Pulled out at the latest when its variable ends: a device that is left behind keeps a thread from ending. */
export interface VirtualDevice extends AsyncDisposable {
  /** Sends an input report. Throws when the device is pulled out. */
  send(report: readonly number[]): void;
  /** Whether a program has it open; the kernel opens it for itself where it is a keyboard. */
  isOpen(): boolean;
  /** Pulls it out; resolves when it is gone. May be called twice. */
  unplug(): Promise<void>;
}

const event = {
  destroy: 1,
  start: 2,
  stop: 3,
  open: 4,
  close: 5,
  output: 6,
  getReport: 9,
  getReportReply: 10,
  create2: 11,
  input2: 12,
  setReport: 13,
  setReportReply: 14,
} as const;

const longestReport = 4_096;
const usbBus = 3;
const refused = 5;

/** Plugs the device in; resolves when the kernel has taken it. */
export async function plugIn(shape: DeviceShape): Promise<VirtualDevice> {
  const file = openSync('/dev/uhid', 'r+');
  let opened = 0;
  const started = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  const buffer = Buffer.alloc(4 + 4_376);

  function hear(): void {
    // A blocking read in a thread of Node's pool: woken by the kernel, without a timer.
    read(file, buffer, 0, buffer.length, null, (error) => {
      if (error !== null) {
        started.reject(error);
        stopped.reject(error);
        return;
      }
      const kind = buffer.readUInt32LE(0);
      if (kind === event.start) started.resolve();
      else if (kind === event.open) opened += 1;
      else if (kind === event.close) opened -= 1;
      else if (kind === event.output) written(buffer.subarray(4), buffer.readUInt16LE(4 + longestReport));
      else if (kind === event.setReport) {
        written(buffer.subarray(12), buffer.readUInt16LE(10));
        const reply = Buffer.alloc(10);
        reply.writeUInt32LE(event.setReportReply, 0);
        reply.writeUInt32LE(buffer.readUInt32LE(4), 4);
        writeSync(file, reply);
      } else if (kind === event.getReport) answer(buffer.readUInt32LE(4), buffer[8] ?? 0);
      if (kind === event.stop) stopped.resolve();
      else hear();
    });
  }
  function written(bytes: Uint8Array, length: number): void {
    shape.onWritten?.(Uint8Array.from(bytes.subarray(1, length)));
  }
  /** The host expects the report's id in front, 0 for reports without one. */
  function answer(request: number, reportId: number): void {
    const report = shape.onAsked?.() ?? null;
    const bytes = report === null ? [] : [reportId, ...report];
    const reply = Buffer.alloc(12 + bytes.length);
    reply.writeUInt32LE(event.getReportReply, 0);
    reply.writeUInt32LE(request, 4);
    reply.writeUInt16LE(report === null ? refused : 0, 8);
    reply.writeUInt16LE(bytes.length, 10);
    reply.set(bytes, 12);
    writeSync(file, reply);
  }

  let unplugging: Promise<void> | null = null;
  async function pullOut(): Promise<void> {
    const message = Buffer.alloc(4);
    message.writeUInt32LE(event.destroy, 0);
    writeSync(file, message);
    await stopped.promise;
    closeSync(file);
  }
  function unplug(): Promise<void> {
    unplugging ??= pullOut();
    return unplugging;
  }

  writeSync(file, creation(shape));
  hear();
  await started.promise;

  return {
    send(report) {
      const message = Buffer.alloc(6 + report.length);
      message.writeUInt32LE(event.input2, 0);
      message.writeUInt16LE(report.length, 4);
      message.set(report, 6);
      writeSync(file, message);
    },
    isOpen: () => opened > 0,
    unplug,
    [Symbol.asyncDispose]: unplug,
  };
}

function creation({ vendorId, productId, product, descriptor }: DeviceShape): Buffer {
  const message = Buffer.alloc(280 + longestReport);
  message.writeUInt32LE(event.create2, 0);
  message.write(product, 4, 127, 'utf8');
  message.write('virtual/input0', 132, 63, 'utf8');
  message.writeUInt16LE(descriptor.length, 260);
  message.writeUInt16LE(usbBus, 262);
  message.writeUInt32LE(vendorId, 264);
  message.writeUInt32LE(productId, 268);
  message.writeUInt32LE(0x0100, 272);
  message.set(descriptor, 280);
  return message;
}
