import { readBadgeCode } from '../../../shared/badge-code.ts';
import { readScannedCode } from '../../../shared/invitation-code.ts';
import { readTyped } from '../formats/typed.ts';
import type { Profile } from './profile.ts';
import { idsOf } from './profile.ts';
import {
  bytesIn,
  fieldWith,
  type InputField,
  inputFields,
  isReportOf,
  numberIn,
} from './report-descriptor.ts';

/** Bar Code Scanner page of the HID Point of Sale Usage Tables, and Byte Count of the Generic Desktop page. */
const scannerPage = 0x8c;
const usages = { scanner: 0x02, decodedData: 0xfe, continued: 0xff } as const;
const byteCount = { page: 0x01, usage: 0x3b } as const;
/** More than any card's code; longer codes are not collected. */
const longest = 512;

interface Layout {
  readonly data: InputField;
  /** Undefined where the report is filled up with zeros instead. */
  readonly length: InputField | undefined;
  /** Not zero while more of the code follows. */
  readonly continued: InputField | undefined;
}

const element = { reportId: 0x02, bitSize: 8, count: 1, usagePage: scannerPage } as const;
/**
 * What most scanners send, for systems that do not hand out the descriptor: report id 2, length, three bytes that
 * name the kind of code, 56 bytes of data, two of the maker, flags with bit 0 for more to come.
 */
const usualLayout: Layout = {
  length: { ...element, bitOffset: 8, usagePage: byteCount.page, usage: byteCount.usage },
  data: { ...element, bitOffset: 5 * 8, count: 56, usage: usages.decodedData },
  continued: { ...element, bitOffset: 63 * 8, bitSize: 1, usage: usages.continued },
};
const usualLength = 64;

function layoutOf(descriptor: Uint8Array | null): Layout {
  const fields = descriptor === null ? null : inputFields(descriptor);
  const data = fields === null ? undefined : fieldWith(fields, scannerPage, usages.decodedData);
  if (fields === null || data === undefined) return usualLayout;
  return {
    data,
    length: fieldWith(fields, byteCount.page, byteCount.usage, data.reportId),
    continued: fieldWith(fields, scannerPage, usages.continued, data.reportId),
  };
}

/**
 * Scanners of bar and matrix codes (HID Point of Sale Usage Tables), recognised by usage whoever made them, or the
 * one the site names. An invitation's code is handed on as such; another that is a number is a card; the rest is
 * unreadable.
 */
export const hidPosScanner: Profile = {
  profile: 'hid-pos-scanner',
  device: {
    ids: [],
    finds: (device, configuration) =>
      (configuration.device === null || idsOf(device) === configuration.device) &&
      device.collections.some(
        ({ usagePage, usage }) => usagePage === scannerPage && usage === usages.scanner,
      ),
    hears: 'text',
    start({ configuration, descriptor, read, heard }) {
      const layout = layoutOf(descriptor);
      let text = '';

      function partOf(report: Uint8Array): string | null {
        const data = bytesIn(layout.data, report) ?? new Uint8Array();
        const length = layout.length && numberIn(layout.length, report);
        if (length === undefined || length === null)
          return Buffer.from(data).toString('latin1').replace(/\0+$/, '');
        return length > data.length ? null : Buffer.from(data.subarray(0, length)).toString('latin1');
      }

      return {
        report(bytes) {
          if (!isReportOf(layout.data, bytes)) return;
          if (layout === usualLayout && bytes.length !== usualLength) return;
          const part = partOf(bytes);
          if (part === null) {
            text = '';
            read({ kind: 'unreadable', reason: 'length' });
            return;
          }
          text = (text + part).slice(0, longest);
          if (layout.continued !== undefined && numberIn(layout.continued, bytes) !== 0) return;
          const code = text;
          text = '';
          if (code.trim() !== '') heard?.({ kind: 'text', raw: code, bits: null });
          const ours = readScannedCode(code) ?? readBadgeCode(code);
          if (ours !== null) return read({ kind: 'code', code: ours });
          const reading = readTyped(code, configuration.format);
          if (reading !== null) read(reading);
        },
        reset() {
          text = '';
        },
        stop: () => undefined,
      };
    },
  },
};
