// @vitest-environment happy-dom
/* One mark is one person: the line must have as many marks as people, in the right patterns, and say the same in words. */
import { describe, expect, it } from 'vitest';
import { Bars } from './Bars.tsx';
import { draw } from './render.testkit.tsx';
import { MOST_MARKS, SeatLine, type Pattern } from './SeatLine.tsx';

const vote: readonly { count: number; pattern: Pattern }[] = [
  { count: 42, pattern: 'solid' },
  { count: 10, pattern: 'hatched' },
  { count: 8, pattern: 'outlined' },
  { count: 6, pattern: 'base' },
];

describe('SeatLine', () => {
  it('[SC5] draws one mark per person, each with the pattern of its group', () => {
    const page = draw(<SeatLine label="esito" segments={vote} />);
    expect(page.all('i')).toHaveLength(66);
    expect(['solid', 'hatched', 'outlined', 'base'].map((pattern) => page.all(`i.${pattern}`).length)).toEqual([42, 10, 8, 6]);
  });

  it('[SC3] puts the threshold between two marks as a named line', () => {
    const page = draw(<SeatLine label="esito" segments={vote} threshold={{ at: 44, label: 'due terzi dei presenti: 44 su 66' }} />);
    const children = [...page.one('.seats').children];
    expect(children.findIndex((child) => child.classList.contains('thr'))).toBe(44);
    expect(page.one('.thr').textContent).toBe('due terzi dei presenti: 44 su 66');
  });

  it('a threshold of everybody stands after the last mark', () => {
    const page = draw(<SeatLine label="esito" segments={[{ count: 5, pattern: 'solid' }]} threshold={{ at: 5, label: 'tutti' }} />);
    expect(page.one('.seats').lastElementChild?.classList.contains('thr')).toBe(true);
  });

  it('over 120 people it is one bar, its parts in proportion, same patterns', () => {
    const page = draw(
      <SeatLine
        label="tanti"
        segments={[
          { count: MOST_MARKS, pattern: 'solid' },
          { count: 1, pattern: 'hatched' },
          { count: 0, pattern: 'base' },
        ]}
      />,
    );
    expect(page.all('i').map((part) => [part.className, part.style.flexGrow])).toEqual([
      ['solid', '120'],
      ['hatched', '1'],
    ]);
    expect(draw(<SeatLine label="tanti" segments={[{ count: MOST_MARKS, pattern: 'solid' }]} />).all('i')).toHaveLength(120);
  });

  it('[IN2] says its numbers to a screen reader, or hides where the words stand beside', () => {
    const line = draw(<SeatLine label="48 di 77 hanno risposto" segments={vote} />).one('.seats');
    expect([line.getAttribute('role'), line.getAttribute('aria-label')]).toEqual(['img', '48 di 77 hanno risposto']);
    expect(
      draw(<SeatLine label="" segments={vote} />)
        .one('.seats')
        .getAttribute('aria-hidden'),
    ).toBe('true');
  });
});

describe('Bars', () => {
  const rows = [
    { id: 'a', label: 'Ombra', count: 24, permille: 338, previous: 17 },
    { id: 'b', label: 'Acqua', count: { under: 5 }, previous: 9 },
    { id: 'c', label: 'Non so', count: 0, permille: 0, pattern: 'outlined' },
  ] as const;

  it('[SC3] shows count and share in words and figures, and as marks', () => {
    const page = draw(<Bars caption="Domanda" rows={rows} digits={1} />);
    expect(page.all('.bars .seats:not(.previous)').map((line) => line.children.length)).toEqual([24]);
    expect(page.all('.bars .n').map((cell) => cell.textContent)).toEqual(['24', '<5', '0']);
    expect(page.one('.bars .p').textContent).toBe('33,8\u00a0%');
    expect(page.one('.bars .then').textContent).toBe('prima 17, ora 24');
  });

  it('a count that may not be shown leaves no marks and no share', () => {
    const page = draw(<Bars caption="Domanda" rows={[{ id: 'b', label: 'Acqua', count: { under: 5 }, permille: 40 }]} />);
    expect(page.all('.bars .seats')).toHaveLength(0);
    expect(page.one('.bars .p').textContent).toBe('');
    expect(page.one('table').textContent).toContain('meno di 5');
    expect(page.one('table').textContent).not.toContain('%');
  });

  it('[IN2] a real table with headers stands behind the chart', () => {
    const page = draw(<Bars caption="Domanda" rows={rows} digits={1} />);
    expect(page.one('.bars').getAttribute('aria-hidden')).toBe('true');
    expect(page.one('caption').textContent).toBe('Domanda');
    expect(page.all('thead th').map((cell) => cell.textContent)).toEqual(['Risposta', 'Persone', 'Percentuale', 'Prima']);
    expect(page.all('tbody tr').map((row) => [...row.children].map((cell) => cell.textContent).join('|'))).toEqual([
      'Ombra|24|33,8\u00a0%|17',
      'Acqua|meno di 5||9',
      'Non so|0|0,0\u00a0%|',
    ]);
  });
});
