// What somebody is typing belongs to the phone: it survives a reload, and no push and no other question touches it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { act, draw } from '../ui/render.testkit.tsx';
import { useDraft } from './draft.ts';

function Box({ name, initial = '' }: { readonly name: string; readonly initial?: string }) {
  const [value, set, clear] = useDraft(name, initial);
  return (
    <p>
      <input value={value} onChange={(event) => set(event.currentTarget.value)} />
      <button type="button" onClick={() => set('Più ombra')} />
      <button type="button" onClick={clear} />
    </p>
  );
}
const valueOf = (drawn: ReturnType<typeof draw>): string => drawn.one('input').getAttribute('value') ?? '';
const press = (drawn: ReturnType<typeof draw>, index: number) => {
  act(() => drawn.all('button')[index]?.click());
};

afterEach(() => {
  localStorage.clear();
});

describe('a draft', () => {
  it('[K5] [SU1] stays when the page is drawn again, and when it is loaded again', () => {
    const first = draw(<Box name="poll1.1" />);
    press(first, 0);
    first.again(<Box name="poll1.1" initial="di nuovo" />);
    expect(valueOf(first)).toBe('Più ombra');
    expect(valueOf(draw(<Box name="poll1.1" />))).toBe('Più ombra');
  });

  it('another question is another draft; cleared is cleared', () => {
    const drawn = draw(<Box name="poll1.1" />);
    press(drawn, 0);
    drawn.again(<Box name="poll1.2" initial="-" />);
    expect(valueOf(drawn)).toBe('-');
    drawn.again(<Box name="poll1.1" />);
    expect(valueOf(drawn)).toBe('Più ombra');
    press(drawn, 1);
    expect(valueOf(drawn)).toBe('');
    expect(valueOf(draw(<Box name="poll1.1" />))).toBe('');
  });

  it('[K10] where storage is forbidden it lives as long as the page', () => {
    const forbidden = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    const drawn = draw(<Box name="poll1.1" />);
    press(drawn, 0);
    expect(valueOf(drawn)).toBe('Più ombra');
    forbidden.mockRestore();
  });
});
