/**
 * Loaded with `node --import` before a built shell: from then on `import … from 'electron'` is the stand-in. The
 * shell itself is the built file, unchanged.
 */
import { registerHooks } from 'node:module';

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
