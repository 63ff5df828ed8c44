/** The rules that the screens show are the rules that are shipped. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  shippedUdevRules,
  udevInstallCommand,
  udevRulesPath,
  udevRulesWith,
} from '../../src/shared/udev-rule.ts';

const file = join(import.meta.dirname, '../../resources/udev/70-foyer-readers.rules');

test('the shipped rules are the file, word for word', () => {
  expect(shippedUdevRules).toBe(readFileSync(file, 'utf8'));
  expect(udevRulesPath.endsWith('/70-foyer-readers.rules')).toBe(true);
});

test('a reader that is in them adds nothing, another one adds its lines once', () => {
  expect(udevRulesWith([])).toBe(shippedUdevRules);
  expect(udevRulesWith([{ device: '08FF:0009', typesLikeKeyboard: true }])).toBe(shippedUdevRules);
  const other = { device: '1A2B:00FF', typesLikeKeyboard: true };
  const rules = udevRulesWith([other, other, { device: '0C27:3BFA', typesLikeKeyboard: false }]);
  expect(rules.startsWith(shippedUdevRules)).toBe(true);
  expect(rules.slice(shippedUdevRules.length).trim().split('\n')).toEqual([
    '# Readers of this site',
    'KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="1a2b", ATTRS{idProduct}=="00ff", MODE="0660", GROUP="plugdev", TAG+="uaccess"',
    'SUBSYSTEM=="input", ATTRS{idVendor}=="1a2b", ATTRS{idProduct}=="00ff", ENV{LIBINPUT_IGNORE_DEVICE}="1"',
  ]);
});

test.skipIf(process.platform !== 'linux')(
  'pasted into a shell (Linux only) the file is exactly these rules',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-udev-'));
    try {
      const written = join(folder, 'rules');
      const rules = udevRulesWith([{ device: '1A2B:00FF', typesLikeKeyboard: false }]);
      const stand = 'sudo() { "$@"; }\nudevadm() { :; }\n';
      writeFileSync(
        join(folder, 'script'),
        stand + udevInstallCommand(rules).replace(udevRulesPath, written),
      );
      execFileSync('sh', [join(folder, 'script')]);
      expect(readFileSync(written, 'utf8')).toBe(rules);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
