// @vitest-environment happy-dom
/* The stories of Dialog.test.tsx once more, on what phones really run: this name puts them in the project that aliases react to preact/compat. */
import './Dialog.test.tsx';
