/** What docs/hardware.md lists is what the code knows and what the udev rules open. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profiles } from '../../src/main/readers/profiles/profiles.ts';
import { ReaderFormat, ReaderProfile, ReaderState } from '../../src/shared/contract/readers.ts';
import { shippedUdevRules } from '../../src/shared/udev-rule.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/hardware.md'), 'utf8');
/** The rows of the table under a heading, as cells. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const idsIn = (text: string): string[] => text.match(/\b[0-9A-F]{4}:[0-9A-F]{4}\b/g) ?? [];

const readers = tableOf('Readers').map(([profile = '', , ids = '']) => ({
  profile: profile.replaceAll('`', ''),
  ids: idsIn(ids),
}));

test('every profile has its row, with the ids that it recognises', () => {
  expect(readers.map(({ profile }) => profile).sort()).toEqual([...ReaderProfile.options].sort());
  for (const { profile, device } of profiles)
    if (device !== null && device.ids.length > 0)
      expect(readers.find((row) => row.profile === profile)?.ids, profile).toEqual(device.ids);
});

test('the udev rules open exactly the devices of the table, and silence those that type', () => {
  const lines = shippedUdevRules.split('\n').filter((line) => !line.startsWith('#'));
  const idsOf = (line: string): string[] => {
    const [, vendor = ''] = /idVendor}=="(\w+)"/.exec(line) ?? [];
    const [, products = ''] = /idProduct}=="([\w|]+)"/.exec(line) ?? [];
    return products.split('|').map((product) => `${vendor}:${product}`.toUpperCase());
  };
  const opened = lines.filter((line) => line.startsWith('KERNEL=="hidraw*"')).flatMap(idsOf);
  const silenced = lines.filter((line) => line.includes('LIBINPUT_IGNORE_DEVICE')).flatMap(idsOf);
  const typing = readers.filter(({ profile }) => profile === 'keyboard' || profile === 'pcprox');
  expect(opened.sort()).toEqual(readers.flatMap(({ ids }) => ids).sort());
  expect(silenced.sort()).toEqual(typing.flatMap(({ ids }) => ids).sort());
});

test('every format and every state has its row', () => {
  const formats = tableOf('Card numbers').flatMap(([format = '']) =>
    format.replace(/ \(.*\)/, '').split(', '),
  );
  expect(formats.sort()).toEqual([...ReaderFormat.options].sort());
  expect(tableOf('States').map(([state]) => state)).toEqual([...ReaderState.options]);
});
