// What a page carries before it can be used: the scripts and styles it names, and all that those import at once, compressed (IN5).
// What comes later, by `import()`, is told apart: the words of another language, and parts that are fetched behind the first view.
// And the compressed copies that the server sends instead of compressing at every request.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** kB of 1,000 bytes, gzip, scripts and styles, by page: the whole of the first load. */
export const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

const named = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const atOnce = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const later = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/**
 * The files of a built page.
 * @param {string} folder where the page was built: dist/phone
 * @param {string} page its name: 'audience'
 * @returns {{ first: string[], later: string[] }} paths from the folder: what is loaded at once, and what scripts may ask for later
 */
export const filesOf = (folder, page) => {
  const first = new Set();
  const asked = new Set();
  const add = (path, files) => {
    if (first.has(path) || files.has(path)) return;
    files.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(folder, path), 'utf8');
    const beside = (name) => posix.join(posix.dirname(path), name);
    for (const name of found(code, atOnce)) add(beside(name), files);
    for (const name of found(code, later)) asked.add(beside(name));
  };
  for (const path of found(readFileSync(join(folder, `${page}.html`), 'utf8'), named)) add(path, first);
  const behind = new Set();
  // A later part may ask for others: a set grows while it is walked.
  for (const path of asked) add(path, behind);
  return { first: [...first], later: [...behind] };
};

/** kB of 1,000 bytes, gzip level 9, of these files together. */
export const kBOf = (folder, files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000;

/**
 * One line per page that has a budget, and what is wrong. Pages that were not built are left out.
 * @param {string} folder
 * @param {readonly string[]} pages
 * @param {Readonly<Record<string, number>>} most by page, kB
 * @returns {{ lines: string[], tooHeavy: string[] }}
 */
export const weigh = (folder, pages, most = budgets) => {
  const lines = [];
  const tooHeavy = [];
  for (const page of pages) {
    if (most[page] === undefined || !existsSync(join(folder, `${page}.html`))) continue;
    const files = filesOf(folder, page);
    const kB = kBOf(folder, files.first);
    const behind = ['en', 'ar'].flatMap((lang) => {
      const words = files.later.filter((file) => new RegExp(`(^|\\.)${lang}-`).test(posix.basename(file)));
      return words.length === 0 ? [] : [`${lang} ${kBOf(folder, words).toFixed(1)}`];
    });
    const parts = files.later.filter((file) => !/(^|\.)(en|ar)-/.test(posix.basename(file)));
    if (parts.length > 0) behind.push(`parts ${kBOf(folder, parts).toFixed(1)}`);
    lines.push(`  ${page}: ${kB.toFixed(1)} kB of ${most[page]}${behind.length === 0 ? '' : ` (later: ${behind.join(', ')})`}`);
    if (kB > most[page])
      tooHeavy.push(
        `${page} weighs ${kB.toFixed(1)} kB at its first load, the most is ${most[page]} kB (server/budgets.json). Its files:\n` +
          files.first.map((file) => `  ${kBOf(folder, [file]).toFixed(1)} kB ${file}`).join('\n'),
      );
  }
  return { lines, tooHeavy };
};

/** Writes a .gz and a .br beside every text of the folder: the server sends them as they are. Fonts and pictures are compressed already. */
export const compress = (folder) => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|js|mjs|css|svg|json|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }));
  }
};
