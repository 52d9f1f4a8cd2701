// The corner of the console: where there is no step forward it says why, as the session stands.
import { expect, it } from 'vitest';
import { draw } from '../ui/render.testkit.tsx';
import { Corner } from './ConsoleFrame.tsx';

it('[K9] without a step forward the corner says what is due, and nothing is due once the session is closed', () => {
  const corner = (phase: Parameters<typeof Corner>[0]['phase']): string =>
    draw(<Corner tab="now" phase={phase} label={null} onNext={() => undefined} onBack={() => undefined} />).one('.console-next')
      .textContent;
  expect(corner('doors')).toBe('Prima apri la seduta');
  expect(corner('open')).toBe('Il programma è finito');
  expect(corner('suspended')).toBe('Prima riprendi la seduta');
  expect(corner('closed')).toBe('La seduta è chiusa');
  expect(corner('sealed')).toBe('La seduta è chiusa');
});
