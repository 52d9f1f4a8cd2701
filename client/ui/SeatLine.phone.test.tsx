// @vitest-environment happy-dom
/* The stories of SeatLine.test.tsx once more, on what phones really run: this name puts them in the project that aliases react to preact/compat. */
import './SeatLine.test.tsx';
