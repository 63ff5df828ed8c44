/** Playwright's global set-up: the built program that the screens' tests serve is there and up to date. */
import { prepare } from '../../scripts/bootstrap.mjs';

// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default async function build(): Promise<void> {
  await prepare();
}
