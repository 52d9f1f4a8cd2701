// Two builds of the pages, and the tests.
// Laptops (console, desk, screen, organiser, printing) get React; phones (member, audience) get the same components on
// preact/compat, a quarter of the weight (K10, budgets of the first load). An alias is global, so each has a build of its own:
// `vite build` makes dist/laptop, `vite build --mode phone` makes dist/phone. The server serves both folders under '/':
// pages have different names and files lie in /l and /p.
// The pages obey a strict content security policy: no inline script, no inline style, no data: address, nothing of third parties.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pages = {
  laptop: ['console', 'desk', 'screen', 'home', 'print'],
  phone: ['member', 'audience'],
} as const;

/** Exact names first: 'react' alone would also catch 'react/jsx-runtime'. */
const preactForReact = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/test-utils$/, replacement: 'preact/test-utils' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
];

/** What must never reach a phone: each costs more than the whole page may weigh. */
const tooHeavyForPhones = /[\\/]node_modules[\\/](react|react-dom|react-aria[^\\/]*|@react-aria|@dnd-kit|zod|papaparse|pdfjs-dist)[\\/]/;

/** Fails the phones' build when a heavy package is in what they would load, and says which file brought it in. */
const lightPhones = (): Plugin => ({
  name: 'light-phones',
  generateBundle(_options, bundle) {
    for (const piece of Object.values(bundle)) {
      if (piece.type !== 'chunk') continue;
      for (const id of Object.keys(piece.modules)) {
        if (!tooHeavyForPhones.test(id)) continue;
        const importers = (this.getModuleInfo(id)?.importers ?? []).filter((importer) => !importer.includes('node_modules'));
        this.error(
          `a phone would load ${id.replace(/^.*node_modules[\\/]/, '')}, imported by ${importers.join(', ') || 'another package'}`,
        );
      }
    }
  },
});

const oneFilePerLanguage = ['en', 'ar'].map((lang) => ({ name: lang, test: new RegExp(`\\.${lang}\\.json$`) }));

export default defineConfig(({ mode }) => {
  const build = mode === 'phone' ? 'phone' : 'laptop';
  const entries = pages[build].map((name) => at(`client/${name}.html`)).filter((path) => existsSync(path));
  return {
    // vitest looks from the top, the pages' build from the folder of the pages.
    root: at(process.env['VITEST'] === undefined ? 'client' : '.'),
    base: '/',
    publicDir: build === 'laptop' ? at('client/public') : false,
    plugins: [react(), ...(build === 'phone' ? [lightPhones()] : [])],
    resolve: { alias: build === 'phone' ? preactForReact : [] },
    // A dictionary is read by its keys: exporting each as a name of its own would only double it.
    json: { namedExports: false },
    build: {
      outDir: at(`dist/${build}`),
      emptyOutDir: true,
      assetsDir: build === 'phone' ? 'p' : 'l',
      target: ['chrome100', 'firefox100', 'safari15.4'],
      // A data: address would need a hole in the policy.
      assetsInlineLimit: 0,
      // Safari 15.4 does without preloading rather than every phone carrying a polyfill.
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: entries,
        // A phone fetches a language in one piece, not room by room.
        output: build === 'phone' ? { codeSplitting: { groups: oneFilePerLanguage } } : {},
      },
    },
    test: {
      // Two cores: more workers only make each other late.
      maxWorkers: 2,
      projects: [
        {
          test: {
            name: 'unit',
            include: ['{shared,server,bench,e2e}/**/*.test.{ts,tsx}'],
            environment: 'node',
            testTimeout: 20_000,
            hookTimeout: 60_000,
          },
        },
        {
          test: {
            name: 'client',
            include: ['client/**/*.test.{ts,tsx}'],
            exclude: ['client/**/*.phone.test.{ts,tsx}'],
            environment: 'happy-dom',
            testTimeout: 20_000,
          },
        },
        {
          // The phones' components on what phones really run.
          resolve: { alias: preactForReact },
          test: {
            name: 'phone',
            include: ['client/**/*.phone.test.{ts,tsx}'],
            environment: 'happy-dom',
            // zustand imports react by itself: it must go through the alias too.
            server: { deps: { inline: ['zustand', /@dnd-kit/] } },
            testTimeout: 20_000,
          },
        },
        {
          // Whole sessions in real browsers, against a built and started server.
          test: {
            name: 'e2e',
            include: ['e2e/**/*.e2e.ts'],
            globalSetup: at('e2e/setup.ts'),
            environment: 'node',
            testTimeout: 120_000,
            hookTimeout: 120_000,
            teardownTimeout: 30_000,
          },
        },
      ],
    },
  };
});
