/** The cards of the demo: 120, of which a few are kept for the tap panel so that each tap shows something else. */
import type { CardType } from '../../shared/contract/cards.ts';

export interface DemoCard {
  readonly label: string;
  readonly type: CardType;
  /** H10301 facility and card number. */
  readonly facility: number;
  readonly number: number;
}

const facility = 123;
const firstLabel = 401;
// So that card 0407 is the number 4567 of the documented example H10301:2F623AE.
const firstNumber = 4561;

export const demoCards: readonly DemoCard[] = Array.from({ length: 120 }, (_, index) => ({
  label: String(firstLabel + index).padStart(4, '0'),
  type: index < 100 ? 'visitor' : index < 114 ? 'contractor' : 'escort',
  facility,
  number: firstNumber + index,
}));

export function demoCard(label: string): DemoCard {
  const card = demoCards[Number(label) - firstLabel];
  if (card === undefined) throw new Error(`the demo has no card ${label}`);
  return card;
}

/** Never handed out by the plan. */
export const keptFree: readonly string[] = ['0407', '0408', '0409'];
/** Held by a visitor who is on site. */
export const heldNow = '0412';
/** Not brought back on an earlier day. */
export const neverReturned: readonly string[] = ['0418', '0431', '0444', '0457', '0503'];
export const reportedLost: readonly string[] = ['0425', '0466'];
export const blocked: readonly string[] = ['0472'];
export const retired: readonly string[] = ['0519', '0520'];

/** The 26 bits of an H10301 card with their parity bits, as hexadecimal: what a reader passes on. */
export function h10301({ facility: code, number }: DemoCard): string {
  const payload = ((code & 0xff) << 16) | (number & 0xffff);
  const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length;
  const even = ones(payload >>> 12) % 2;
  const odd = 1 - (ones(payload & 0xfff) % 2);
  return ((even << 25) | (payload << 1) | odd).toString(16).toUpperCase();
}

const tap = (label: string, state: string) => ({
  card: `H10301:${h10301(demoCard(label))}`,
  label: `${label} · ${state}`,
});

/** What the tap panel offers: FORMAT:VALUE with a label. */
export const demoTaps: readonly { readonly card: string; readonly label: string }[] = [
  ...keptFree.map((label) => tap(label, 'in stock')),
  tap(heldNow, 'with a visitor'),
  tap(neverReturned[0] ?? '', 'overdue'),
  tap(reportedLost[0] ?? '', 'lost'),
  { card: 'DEC:0006613779', label: 'unknown · not registered' },
];
