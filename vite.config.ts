// Three builds of the pages, and the tests.
// Laptops (console, desk, organiser, printing) get React; phones (member, audience, table, expert) and the wall get the same
// components on preact/compat, a quarter of the weight (K10, budgets of the first load). An alias is global, so each has a build
// of its own: `vite build` makes dist/laptop, `vite build --mode phone` dist/phone, `vite build --mode hall` dist/hall, where the
// wall has what no phone may carry (every sign, pdf.js). The server serves them all under '/': pages have different names and
// files lie in /l, /p and /h.
// The pages obey a strict content security policy: no inline script, no inline style, no data: address, nothing of third parties.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { signs as signsOfPhones } from './client/ui/signs.phone.ts';
import { signs } from './client/ui/signs.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pages = {
  laptop: ['console', 'desk', 'home', 'print'],
  phone: ['member', 'audience', 'table', 'expert'],
  hall: ['screen'],
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

/** A line without what ours never asks for: the third transport of engine.io; binary messages (transport.ts), by their files' names, which others have too (Yjs). */
const lightLine = [
  { find: /^\.\/(transports\/)?webtransport\.js$/, replacement: at('client/kernel/noWebtransport.ts') },
  { find: /^\.\/contrib\/parseuri\.js$/, replacement: at('client/kernel/lightUri.ts') },
];

const noBinary = (): Plugin => ({
  name: 'no-binary',
  enforce: 'pre',
  resolveId: (source, importer) =>
    /^\.\/((is-)?binary|contrib\/base64-arraybuffer)\.js$/.test(source) && /[\\/](engine|socket)\.io-[a-z]+[\\/]/.test(importer ?? '')
      ? at('client/kernel/noBinary.ts')
      : null,
});

/** What the wall runs. */
const onWalls = [...lightLine, ...preactForReact];
/** What phones run: the same, and their own few signs. */
const onPhones = [...onWalls, { find: /^\.\/signs\.ts$/, replacement: at('client/ui/signs.phone.ts') }];

/** What must never reach a phone: each costs more than the whole page may weigh. */
const tooHeavyForPhones = /[\\/]node_modules[\\/](react|react-dom|react-aria[^\\/]*|@react-aria|@dnd-kit|zod|papaparse|pdfjs-dist)[\\/]/;

/** `icon: "bell"` and `Icon, { name: "bell" }` of rendered code: the signs it draws, as far as they are written as words. */
const signsIn = (code: string): string[] =>
  [...code.matchAll(/(?:\bicon|\bIcon(?:\$\d+)?,\s*\{\s*name):([^,}\n]*)/g)].flatMap(([, said = '']) =>
    [...said.matchAll(/["'`](\w+)["'`]/g)].map(([, name = '']) => name),
  );

/** Fails the phones' build when a heavy package, or a sign that phones do not have, is in what they would load; says which file brought it in. */
const lightPhones = (): Plugin => ({
  name: 'light-phones',
  generateBundle(_options, bundle) {
    /** Everything that is there when this piece is: itself and what it needs at once. */
    const withAll = (name: string, seen = new Set<string>()): Set<string> => {
      const piece = bundle[name];
      if (piece?.type !== 'chunk' || seen.has(name)) return seen;
      seen.add(name);
      for (const needed of piece.imports) withAll(needed, seen);
      return seen;
    };
    const modulesOf = (name: string) => {
      const piece = bundle[name];
      return piece?.type === 'chunk' ? Object.entries(piece.modules) : [];
    };
    for (const begin of Object.values(bundle)) {
      if (begin.type !== 'chunk' || !(begin.isEntry || begin.isDynamicEntry)) continue;
      const here = [...withAll(begin.fileName)].flatMap(modulesOf);
      // Such a part brings every sign with it.
      if (here.some(([id]) => /[\\/]ui[\\/]moreSigns\.ts$/.test(id))) continue;
      for (const [id, { code }] of here)
        for (const sign of id.includes('node_modules') ? [] : signsIn(code ?? ''))
          if (sign in signs && !(sign in signsOfPhones))
            this.error(
              `${id} draws “${sign}” on a phone: move it to client/ui/signs.phone.ts, or import ui/moreSigns.ts in the part that draws it`,
            );
    }
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

/** What stands round every `import()` of the built pages: first the styles of the part, then the part. Vite's own also looks after nonces,
    other hosts and preloading, which phones do not have, at half a kB. Were its name to change, vite's would simply be back. */
const lightImport = `
  const style = (file) => new Promise((resolve, reject) => {
    const href = '/' + file;
    if (document.querySelector('link[href="' + href + '"]')) return resolve();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = resolve;
    link.onerror = () => (link.remove(), reject(new Error(href)));
    document.head.append(link);
  });
  export const __vitePreload = (load, files = []) => Promise.all(files.filter((file) => file.endsWith('.css')).map(style)).then(load);
`;
const lightImports = (): Plugin => ({
  name: 'light-imports',
  transform: { order: 'pre', filter: { id: /vite\/preload-helper/ }, handler: () => lightImport },
});

type Graph = { getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null };
/** Whether a page has the module at once: by imports that are not `import()`. */
const atOnce = (page: RegExp, id: string, graph: Graph): boolean => {
  const seen = new Set<string>();
  const from = (module: string): boolean => {
    if (page.test(module)) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return (graph.getModuleInfo(module)?.importers ?? []).some(from);
  };
  return from(id);
};
/** A phone fetches a language in one piece, not room by room; and what both phones' pages have at once is one file: split smaller, it packs worse. */
const filesOfPhones = [
  ...['en', 'ar'].flatMap((lang) => [
    // Tables and boards come later, and the audience never sees them.
    { name: `${lang}-tables`, test: new RegExp(`[\\\\/](board|groups)[\\\\/].*\\.${lang}\\.json$`), priority: 2 },
    { name: lang, test: new RegExp(`\\.${lang}\\.json$`), priority: 1 },
  ]),
  {
    debugName: 'what both pages have at once',
    name: (id: string, graph: Graph) =>
      /rolldown[\\/]runtime/.test(id) || [/[\\/]audience\.tsx$/, /[\\/]member\.tsx$/].every((page) => atOnce(page, id, graph))
        ? 'phone'
        : null,
  },
];

/** The tests of what runs on preact. */
const onPreact = ['client/**/*.phone.test.{ts,tsx}', 'client/**/{*Projector*,Wall}.test.tsx'];

export default defineConfig(({ mode }) => {
  const build = mode === 'phone' || mode === 'hall' ? mode : 'laptop';
  const entries = pages[build].map((name) => at(`client/${name}.html`)).filter((path) => existsSync(path));
  return {
    // vitest looks from the top, the pages' build from the folder of the pages.
    root: at(process.env['VITEST'] === undefined ? 'client' : '.'),
    base: '/',
    publicDir: build === 'laptop' ? at('client/public') : false,
    plugins: [react(), noBinary(), ...(build === 'phone' ? [lightPhones(), lightImports()] : [])],
    resolve: { alias: { laptop: lightLine, phone: onPhones, hall: onWalls }[build] },
    // A dictionary is read by its keys: exporting each as a name of its own would only double it.
    json: { namedExports: false },
    build: {
      outDir: at(`dist/${build}`),
      emptyOutDir: true,
      assetsDir: build.slice(0, 1),
      target: ['chrome100', 'firefox100', 'safari15.4'],
      // A data: address would need a hole in the policy.
      assetsInlineLimit: 0,
      // Safari 15.4 does without preloading rather than every phone carrying a polyfill.
      // A page is told its files beforehand; a part that comes later, on a phone, only its styles (lightImports).
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) =>
          build === 'phone' && hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
      },
      reportCompressedSize: true,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: entries,
        // The console has at once what the wall fetches later: no fault of its.
        checks: { ineffectiveDynamicImport: false },
        output: build === 'phone' ? { codeSplitting: { groups: filesOfPhones } } : {},
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
            exclude: onPreact,
            environment: 'happy-dom',
            testTimeout: 20_000,
          },
        },
        {
          // The components of phones and of the wall on what those really run.
          resolve: { alias: onPhones },
          test: {
            name: 'phone',
            include: onPreact,
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
