// @vitest-environment happy-dom
/* Choosing, writing and being refused: nothing is taken off, cut or silenced without a word. */
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { Field, TextArea } from './Field.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { click, draw, type } from './render.testkit.tsx';
import { ScaleRow, type ScaleValue } from './ScaleRow.tsx';

const options = [
  { id: 'a', label: 'Ombra' },
  { id: 'b', label: 'Acqua' },
  { id: 'c', label: 'Verde' },
  { id: 'n', label: 'Non so', alone: true },
];
const words = 'Hai scelto 2 su 2. Per cambiare, togline una.';
function Many({ told }: { told: (chosen: readonly string[]) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <>
      <LiveRegion />
      <Choices
        kind="many"
        legend="Che cosa manca?"
        max={2}
        maxWords={words}
        options={options}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next);
          told(next);
        }}
      />
    </>
  );
}

describe('Choices', () => {
  it('at the maximum the rest goes grey, says how to change, and a further tap changes nothing', () => {
    const told = vi.fn();
    const page = draw(<Many told={told} />);
    click(page.one('input[value=b]'));
    click(page.one('input[value=a]'));
    expect(told).toHaveBeenLastCalledWith(['a', 'b']);
    expect(page.one('.choices-note').textContent).toBe(words);
    const third = page.one('input[value=c]');
    expect(third.getAttribute('aria-disabled')).toBe('true');
    click(third);
    expect(told).toHaveBeenCalledTimes(2);
    expect(page.all('input').map((input) => input instanceof HTMLInputElement && input.checked)).toEqual([true, true, false, false]);
    expect(page.one('.sr-only[role=status]').textContent).toBe(words);
    click(page.one('input[value=a]'));
    expect(told).toHaveBeenLastCalledWith(['b']);
    expect(page.all('.choices-note')).toHaveLength(0);
  });

  it('«Non so» is chosen alone and gives way to any other', () => {
    const told = vi.fn();
    const page = draw(<Many told={told} />);
    click(page.one('input[value=a]'));
    click(page.one('input[value=n]'));
    expect(told).toHaveBeenLastCalledWith(['n']);
    click(page.one('input[value=c]'));
    expect(told).toHaveBeenLastCalledWith(['c']);
  });

  it('[IN2] one choice is a named group of real radios', () => {
    const page = draw(<Choices kind="one" legend="Domanda" options={options} chosen={['b']} onChange={() => undefined} />);
    expect(page.all('input[type=radio]')).toHaveLength(4);
    expect(new Set(page.all('input').map((input) => input.getAttribute('name'))).size).toBe(1);
    const group = page.one('fieldset[role=radiogroup]');
    expect(document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Domanda');
  });
});

describe('ScaleRow', () => {
  it('«Non so» is not a number: choosing it clears the number, and the other way round', () => {
    const told: ScaleValue[] = [];
    const page = draw(<ScaleRow legend="Quanto?" from={0} to={10} value={4} dontKnow="Non so" onChange={(value) => told.push(value)} />);
    expect(page.all('.nums input')).toHaveLength(11);
    click(page.one('.ns input'));
    click(page.one('input[value="0"]'));
    expect(told).toEqual(['dontKnow', 0]);
  });
});

function Writing({ max }: { max: number }) {
  const [text, setText] = useState('');
  return <TextArea label="Testo" value={text} onChange={setText} max={max} />;
}
describe('Field', () => {
  it('the counter never cuts: a text over the limit stays whole and is said to be too long', () => {
    const page = draw(<Writing max={10} />);
    const area = page.one('textarea');
    expect(area.hasAttribute('maxlength')).toBe(false);
    type(area, 'dodici righe');
    expect(area instanceof HTMLTextAreaElement && area.value).toBe('dodici righe');
    expect(page.one('.counter').textContent).toBe('2 caratteri di troppo');
    expect(area.getAttribute('aria-invalid')).toBe('true');
    type(area, 'dieci dieci'.slice(0, 10));
    expect(page.one('.counter').textContent).toBe('10 di 10');
    expect(area.hasAttribute('aria-invalid')).toBe(false);
  });

  it('[IN2] label, help, error and counter are tied to the field', () => {
    const page = draw(<Field label="Codice" value="7K" onChange={() => undefined} hint="Sul cartoncino" error="Non esiste" max={8} />);
    const input = page.one('input');
    expect(page.one('label').getAttribute('for')).toBe(input.id);
    const said = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(said).toEqual(['Sul cartoncino', 'Non esiste', '2 di 8']);
  });
});

describe('Button', () => {
  it('[IN2] off: keeps the focus, does not act, and says why when touched', () => {
    const act = vi.fn();
    const page = draw(
      <>
        <LiveRegion />
        <Button off="Prima chiudi le risposte" onPress={act}>
          Pubblica
        </Button>
      </>,
    );
    const button = page.one('button');
    button.focus();
    expect(document.activeElement).toBe(button);
    expect([button.hasAttribute('disabled'), button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Prima chiudi le risposte');
    expect(page.all('.why')).toHaveLength(0);
    click(button);
    expect(act).not.toHaveBeenCalled();
    expect(page.one('.why').textContent).toBe('Prima chiudi le risposte');
    expect(page.one('[role=status]').textContent).toBe('Prima chiudi le risposte');
    page.again(
      <>
        <LiveRegion />
        <Button onPress={act}>Pubblica</Button>
      </>,
    );
    // The same element: who was on it stays on it.
    expect(document.activeElement).toBe(button);
    click(button);
    expect(act).toHaveBeenCalledOnce();
  });
});
