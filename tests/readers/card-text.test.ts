import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCardText } from '../../src/main/readers/formats/formats.ts';
import { Credential } from '../../src/shared/contract/cards.ts';

describe('a tap written FORMAT:VALUE', () => {
  test.each([
    ['DEC:0006613779', { format: 'DEC', facility: null, number: '6613779' }],
    ['dec:6613779', { format: 'DEC', facility: null, number: '6613779' }],
    ['H10301:2f623ae', { format: 'H10301', facility: '123', number: '4567' }],
    ['H10301:0000C9D627', { format: 'H10301', facility: '100', number: '60179' }],
    ['EM4100:0F0368568B', { format: 'EM4100', facility: null, number: '0F0368568B' }],
    ['UID:1c78f2bf', { format: 'UID', facility: null, number: '1C78F2BF' }],
    ['HEX:00BEEF', { format: 'HEX', facility: null, number: 'BEEF' }],
    ['TRACK2:;0012345=99?', { format: 'TRACK2', facility: null, number: '0012345' }],
  ])('%s is a card', (text, credential) => {
    expect(parseCardText(text)).toEqual({ ok: true, reading: { kind: 'credential', credential } });
  });

  test.each([
    ['H10301:2F623AF', 'parity'],
    ['H10301:6F623AE', 'format'],
    ['H10301:', 'format'],
    ['H10301:XYZ', 'format'],
    ['DEC:12AB', 'format'],
    ['DEC:', 'format'],
    ['2F623AE', 'format'],
    ['', 'format'],
    [':', 'format'],
    ['UID:1C', 'format'],
    ['toString:1', 'format'],
    ['TRACK2:;0012345=99?0', 'parity'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseCardText(text)).toEqual({ ok: false, fault });
  });

  test.each([
    ['TRACK2:;4111111111111111=25121010000012345678?', 'payment-card'],
    ['DEC:4111111111111111', 'payment-card'],
    ['UID:8804C43B', 'partial-uid'],
    ['UID-REVERSED:3BC40488', 'partial-uid'],
    ['UID:0812AB34', 'random-uid'],
  ])('%s reads as unreadable: %s', (text, reason) => {
    expect(parseCardText(text)).toEqual({ ok: true, reading: { kind: 'unreadable', reason } });
  });

  test('never throws, and what it reads satisfies the contract', () => {
    const formats = fc.constantFrom(
      'H10301',
      'DEC',
      'HEX',
      'UID',
      'EM4100',
      'TRACK2',
      'C1K48',
      'H10304',
      'X',
    );
    const values = fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Fa-f]{1,20}$/));
    fc.assert(
      fc.property(fc.tuple(formats, values), ([format, value]) => {
        const parsed = parseCardText(`${format}:${value}`);
        if (parsed.ok && parsed.reading.kind === 'credential') Credential.parse(parsed.reading.credential);
      }),
      { numRuns: 1_000 },
    );
  });
});
