/** What the keys of the on-screen keyboard are called, for those who see them and those who hear them. */

/** Names of the keys that do something, and of the signs a screen reader would leave out. */
export interface KeyNames {
  readonly label: string;
  readonly shift: string;
  readonly delete: string;
  readonly space: string;
  readonly enter: string;
  readonly accents: string;
  readonly symbols: string;
  readonly letters: string;
  readonly at: string;
  readonly dot: string;
  readonly dash: string;
  readonly underscore: string;
  readonly plus: string;
  /** Of a key that puts `candidate` in the place of `letter`. */
  candidate(candidate: string, letter: string): string;
}

interface KeyAttribute {
  readonly attribute: string;
  readonly value: string;
  readonly buttons?: string;
}

export function keyAttributes(names: KeyNames): KeyAttribute[] {
  const named = (buttons: string, value: string): KeyAttribute => ({
    attribute: 'aria-label',
    value,
    buttons,
  });
  return [
    named('{shift}', names.shift),
    named('{delete}', names.delete),
    named('{space}', names.space),
    named('{enter}', names.enter),
    // Who speaks to the screen says what they see on the key.
    named('{accents}', `éèü: ${names.accents}`),
    named('{symbols}', `123: ${names.symbols}`),
    named('{letters}', `abc: ${names.letters}`),
    named('@', names.at),
    named('.', names.dot),
    named('-', names.dash),
    named('_', names.underscore),
    named('+', names.plus),
    // Without this a key inside a form would hand it in.
    { attribute: 'type', value: 'button' },
  ];
}

const icon = (path: string): string =>
  `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;

/** What stands on the keys whose own text would not do. */
export function keyLabels(names: KeyNames): Record<string, string> {
  return {
    '{shift}': icon('M12 4 4 12.500h4.500V20h7v-7.500H20z'),
    '{delete}': icon('M9 5h12v14H9l-6-7zM12 9.500l5 5M17 9.500l-5 5'),
    // An empty name would show the key's own.
    '{space}': '\u00a0',
    '{enter}': names.enter,
    '{accents}': 'éèü',
    '{symbols}': '123',
    '{letters}': 'abc',
  };
}
