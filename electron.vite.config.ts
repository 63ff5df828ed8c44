import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (path: string): string => resolve(import.meta.dirname, 'src', path);

/**
 * One build for both hosts. `out/main` holds one file per process: the Electron shell, the server host, the
 * core and the card reader; `out/renderer` holds the two pages that both hosts serve.
 */
export default defineConfig({
  main: {
    build: {
      // Read from its own hundreds of files, zod takes longer than everything else a start does together.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          electron: source('main/electron.ts'),
          server: source('main/server.ts'),
          core: source('main/core-process.ts'),
          reader: source('main/reader-process.ts'),
          'evacuation-list': source('main/evacuation-list-process.ts'),
          'badge-paper': source('main/badge-paper-process.ts'),
          provision: source('main/provision.ts'),
          recover: source('main/recover.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: source('preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      rollupOptions: {
        input: {
          kiosk: source('renderer/kiosk.html'),
          console: source('renderer/console.html'),
          pair: source('renderer/pair.html'),
        },
      },
      assetsInlineLimit: 0,
      minify: true,
    },
    // The hosts know the kiosk's reader of codes by its folder (hosts/server/static-files.ts).
    worker: {
      format: 'es',
      rollupOptions: {
        output: {
          entryFileNames: 'assets/camera/[name]-[hash].js',
          assetFileNames: 'assets/camera/[name]-[hash][extname]',
        },
      },
    },
  },
});
