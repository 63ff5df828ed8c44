/**
 * Report descriptors (USB Device Class Definition for HID 1.11, section 6.2.2): which bits of an input report mean
 * what. Devices send them, so nothing in them is believed: a descriptor that makes no sense is no descriptor.
 */

export interface InputField {
  /** 0 where the device does not number its reports. */
  readonly reportId: number;
  /** From the first bit of the report, the report id included where there is one. */
  readonly bitOffset: number;
  /** Of one element. */
  readonly bitSize: number;
  /** Elements one behind the other. */
  readonly count: number;
  readonly usagePage: number;
  readonly usage: number;
}

/** More than any report has. */
const mostBits = 8 * 4096;
const mostFields = 1_024;
const mostPushed = 16;

/** Item prefixes without their size: main items, then global, then local ones. */
const item = {
  input: 0x80,
  output: 0x90,
  feature: 0xb0,
  collection: 0xa0,
  endCollection: 0xc0,
  usagePage: 0x04,
  reportSize: 0x74,
  reportId: 0x84,
  reportCount: 0x94,
  push: 0xa4,
  pop: 0xb4,
  usage: 0x08,
  usageMinimum: 0x18,
  usageMaximum: 0x28,
} as const;
const longItem = 0xfe;
const constantFlag = 0x01;
const variableFlag = 0x02;

interface Globals {
  readonly usagePage: number;
  readonly reportSize: number;
  readonly reportCount: number;
  readonly reportId: number;
}

/** A usage, or the first and last of a row of usages. `page` null: whatever page holds at the main item. */
interface UsageRange {
  readonly page: number | null;
  readonly first: number;
  readonly last: number;
}

interface Item {
  readonly prefix: number;
  readonly size: number;
  readonly value: number;
}

/** The fields of all input reports in order, padding left out; null for a descriptor that makes no sense. */
export function inputFields(descriptor: Uint8Array): readonly InputField[] | null {
  const fields: InputField[] = [];
  const used = new Map<number, number>();
  const pushed: Globals[] = [];
  let globals: Globals = { usagePage: 0, reportSize: 0, reportCount: 0, reportId: 0 };
  let usages: UsageRange[] = [];
  let minimum: number | null = null;

  for (const next of itemsOf(descriptor)) {
    if (next === null) return null;
    const { prefix, size, value } = next;
    const page = size === 4 ? value >>> 16 : null;
    switch (prefix) {
      case item.usagePage:
        globals = { ...globals, usagePage: value };
        break;
      case item.reportSize:
        globals = { ...globals, reportSize: value };
        break;
      case item.reportCount:
        globals = { ...globals, reportCount: value };
        break;
      case item.reportId:
        if (value === 0 || value > 255) return null;
        globals = { ...globals, reportId: value };
        break;
      case item.push:
        if (pushed.length >= mostPushed) return null;
        pushed.push(globals);
        break;
      case item.pop: {
        const before = pushed.pop();
        if (before === undefined) return null;
        globals = before;
        break;
      }
      case item.usage:
        usages.push({ page, first: value & 0xffff, last: value & 0xffff });
        break;
      case item.usageMinimum:
        minimum = value & 0xffff;
        break;
      case item.usageMaximum:
        if (minimum === null || minimum > (value & 0xffff)) return null;
        usages.push({ page, first: minimum, last: value & 0xffff });
        minimum = null;
        break;
      case item.input: {
        const { reportId, reportSize, reportCount } = globals;
        const start = used.get(reportId) ?? (reportId === 0 ? 0 : 8);
        const end = start + reportSize * reportCount;
        if (end > mostBits || fields.length > mostFields) return null;
        used.set(reportId, end);
        if ((value & constantFlag) === 0) fields.push(...fieldsOf(globals, usages, start, value));
      }
    }
    const isMain = (prefix & 0x0c) === 0;
    if (isMain) {
      usages = [];
      minimum = null;
    }
    if (usages.length > mostFields) return null;
  }
  // A device numbers all of its reports or none.
  const numbered = [...used.keys()].some((reportId) => reportId !== 0);
  return numbered && used.has(0) ? null : fields;
}

/** Null in the row stands for an item that is cut off; nothing follows it. */
function* itemsOf(descriptor: Uint8Array): Generator<Item | null> {
  let at = 0;
  while (at < descriptor.length) {
    const head = descriptor[at] ?? 0;
    if (head === longItem) {
      at += 3 + (descriptor[at + 1] ?? 0);
      continue;
    }
    const size = [0, 1, 2, 4][head & 0x03] ?? 0;
    const data = descriptor.subarray(at + 1, at + 1 + size);
    if (data.length < size) {
      yield null;
      return;
    }
    yield { prefix: head & 0xfc, size, value: data.reduceRight((value, byte) => value * 256 + byte, 0) };
    at += 1 + size;
  }
}

/** One field for each stretch of elements with the same usage; the last usage goes for all that are left. */
function fieldsOf(
  { usagePage, reportSize, reportCount, reportId }: Globals,
  usages: readonly UsageRange[],
  start: number,
  flags: number,
): readonly InputField[] {
  const common = { reportId, bitSize: reportSize };
  const firstUsage = usages[0];
  if (reportSize === 0 || reportCount === 0 || firstUsage === undefined) return [];
  // The elements of an array hold usages; they do not have one each.
  if ((flags & variableFlag) === 0)
    return [
      {
        ...common,
        bitOffset: start,
        count: reportCount,
        usagePage: firstUsage.page ?? usagePage,
        usage: firstUsage.first,
      },
    ];
  const fields: InputField[] = [];
  let placed = 0;
  for (const [index, { page, first, last }] of usages.entries()) {
    for (let usage = first; usage <= last && placed < reportCount && fields.length < mostFields; usage += 1) {
      const isLast = index === usages.length - 1 && usage === last;
      const count = isLast ? reportCount - placed : 1;
      const bitOffset = start + placed * reportSize;
      fields.push({ ...common, bitOffset, count, usagePage: page ?? usagePage, usage });
      placed += count;
    }
  }
  return fields;
}

/** The first field with this usage; undefined where there is none. */
export function fieldWith(
  fields: readonly InputField[],
  usagePage: number,
  usage: number,
  reportId?: number,
): InputField | undefined {
  return fields.find(
    (field) =>
      field.usagePage === usagePage &&
      field.usage === usage &&
      (reportId === undefined || field.reportId === reportId),
  );
}

/** Whether this report is the one that the field stands in. */
export function isReportOf({ reportId }: InputField, report: Uint8Array): boolean {
  return reportId === 0 || report[0] === reportId;
}

/** The first element of a field of at most 32 bits, least significant bit first; null where the report is too short. */
export function numberIn({ bitOffset, bitSize }: InputField, report: Uint8Array): number | null {
  if (bitSize > 32 || bitOffset + bitSize > report.length * 8) return null;
  let value = 0;
  for (let bit = bitSize - 1; bit >= 0; bit -= 1) {
    const place = bitOffset + bit;
    value = value * 2 + (((report[place >> 3] ?? 0) >> (place & 7)) & 1);
  }
  return value;
}

/** The elements of a field of whole bytes, as many as the report has; null for other fields. */
export function bytesIn({ bitOffset, bitSize, count }: InputField, report: Uint8Array): Uint8Array | null {
  if (bitSize !== 8 || bitOffset % 8 !== 0) return null;
  return report.subarray(bitOffset / 8, bitOffset / 8 + count);
}
