// @vitest-environment happy-dom
/* The stories of BoardPage.test.tsx once more, on what tablets really run: this name puts them in the project that aliases react to preact/compat. */
import './BoardPage.test.tsx';
