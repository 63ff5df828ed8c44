/**
 * Inside the emulated machine: every check of card readers that needs the kernel's HID layer. Started by
 * `npm run test:hardware`. FOYER_HARDWARE_TAPS sets how many cards are tapped in a row (10,000 without it);
 * with FOYER_HARDWARE_ONLY only checks run whose name holds that word.
 */
import { createChecks } from './checks.ts';
import { checkManyTaps } from './many-taps.ts';
import { checkProduct } from './product-checks.ts';
import { checkReaders } from './reader-checks.ts';

const checks = createChecks(
  (line) => void process.stdout.write(`${line}\n`),
  process.env.FOYER_HARDWARE_ONLY,
);
await checkReaders(checks);
await checkProduct(checks);
await checkManyTaps(checks, Number(process.env.FOYER_HARDWARE_TAPS ?? 10_000), 30);
process.exit(checks.end() ? 0 : 1);
