/** Characters of the keys that readers type, by HID usage (HID Usage Tables, page 07), on a US layout. */

const keys = new Map<number, readonly [plain: string, shifted: string]>();
function add(firstUsage: number, plain: string, shifted: string): void {
  for (const [index, character] of Array.from(plain).entries())
    keys.set(firstUsage + index, [character, shifted.charAt(index)]);
}
add(0x04, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
add(0x1e, '1234567890', '!@#$%^&*()');
add(0x2c, ' -=[]\\', ' _+{}|');
add(0x33, ";'`,./", ':"~<>?');
add(0x54, '/*-+', '/*-+');
add(0x59, '1234567890.', '1234567890.');

/** Null for a key that types nothing. */
export function characterOf(usage: number, shift: boolean): string | null {
  return keys.get(usage)?.[shift ? 1 : 0] ?? null;
}

/** Enter, Tab and Enter of the number pad end a card. */
export function endsText(usage: number): boolean {
  return usage === 0x28 || usage === 0x2b || usage === 0x58;
}

/** Left and right Shift in the modifier byte. */
export function isShifted(modifiers: number): boolean {
  return (modifiers & 0x22) !== 0;
}
