// Types of weight.mjs, which is plain JavaScript because the build runs before Node is known to read TypeScript.
export const budgets: Readonly<Record<string, number>>;
export const filesOf: (folder: string, page: string) => { readonly first: readonly string[]; readonly later: readonly string[] };
export const kBOf: (folder: string, files: readonly string[]) => number;
export const weigh: (
  folder: string,
  pages: readonly string[],
  most?: Readonly<Record<string, number>>,
) => { readonly lines: readonly string[]; readonly tooHeavy: readonly string[] };
export const compress: (folder: string) => void;
