// The house rules that a machine can check (README, house rules): no `any`, no casts, no barrels, pure rules in shared/,
// no sentence inside JSX, and on the pages no React API that phones lack. Layout is prettier's, walls are dependency-cruiser's.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** React APIs that preact/compat does not have: a page that uses one works on a laptop and breaks on a phone. */
const notOnPhones = ['useActionState', 'useOptimistic', 'Activity', 'ViewTransition', 'unstable_ViewTransition', 'cache', 'use'];

const barrels = { selector: 'ExportAllDeclaration', message: 'No barrels: name what is exported, import it from where it is.' };
const sentences = [
  { selector: 'JSXText[value=/\\p{L}{2,}/u]', message: 'Words for people live in the dictionary of their room, never in JSX.' },
  {
    selector: 'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt|label)$/] > Literal[value=/\\p{L}{2,}/u]',
    message: 'Words for people live in the dictionary of their room, never in JSX.',
  },
];
const unsafeMarkup = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'What people write is text: never markup.',
};
const impure = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'shared/ has no clock: time comes in.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'shared/ has no clock: time comes in.' },
  { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'shared/ has no chance: ids come in.' },
];
const outside = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'process', 'console', 'fetch'];
const clocks = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'crypto'];

const tests = ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'data/**', '.e2e/**', 'client/public/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `as const` stays allowed by this rule; for the rest there are type guards, zod and `satisfies`.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return refuse(…)` in a handler reads well and harms nobody.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      // Code points are what spelling and length limits count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A method that answers a promise need not await one: interfaces ask for it.
      '@typescript-eslint/require-await': 'off',
      // A type parameter used once documents what a caller must give (branded ids, rooms).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
      'no-console': 'off',
      'no-restricted-syntax': ['error', barrels],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', barrels, ...impure],
      'no-restricted-globals': [
        'error',
        ...[...outside, ...clocks].map((name) => ({ name, message: 'shared/ is pure: what it needs comes in as an argument.' })),
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-syntax': ['error', barrels, unsafeMarkup, ...sentences],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'react', importNames: notOnPhones, message: 'preact/compat lacks it, and phones run on that.' },
            { name: 'react', importNames: ['default'], message: "Name what you use: import { useState } from 'react'." },
          ],
        },
      ],
    },
  },
  {
    files: tests,
    rules: {
      'no-restricted-syntax': ['error', barrels],
      // expect.any(…) and friends are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
