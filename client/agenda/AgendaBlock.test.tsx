// Writing one block, on the real rule.
import { act } from 'react';
import { expect, it } from 'vitest';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { AgendaBlock } from './AgendaBlock.tsx';
import { begun, senderOf, stateOf } from './fixture.testkit.ts';
import { withLang } from './withLang.ts';

const morning = () => begun(scenario([agenda]));

const setUp = (id = 'talkstalks') => {
  const story = morning();
  const { send, wishes } = senderOf(story);
  const page = () => {
    const block = stateOf(story).plan.blocks.find((one) => one.id === id);
    if (block === undefined) throw new Error('no block');
    return (
      <AgendaBlock
        block={block}
        sec={block.sec}
        number={3}
        state={block.status.kind}
        may
        send={send}
        onGone={() => undefined}
        onAdded={() => undefined}
      />
    );
  };
  const drawn = draw(page());
  return { story, drawn, wishes, again: () => drawn.again(page()) };
};
const leave = async (element: HTMLElement) => act(async () => element.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
const button = (drawn: Drawn, words: string) => {
  const found = drawn.all('button').find((one) => one.textContent === words);
  if (found === undefined) throw new Error(`no button ${words}`);
  return found;
};

it('[AG4] a field is stored when it is left, and only what changed is wished', async () => {
  const { drawn, wishes } = setUp();
  const title = drawn.one('.agenda-block-title input');
  await leave(title);
  expect(wishes).toEqual([]);
  type(title, 'Ascolto e domande');
  await leave(title);
  expect(wishes).toEqual([{ type: 'agenda.edit', block: 'talkstalks', changes: { title: { original: 'it', it: 'Ascolto e domande' } } }]);
});

it('[K5] what comes from the room does not touch what is being typed', () => {
  const { story, drawn, again } = setUp();
  const notes = drawn.one('.agenda-private textarea');
  type(notes, 'sto scrivendo');
  story.when(
    { type: 'agenda.edit', block: 'talkstalks', changes: { notes: { original: 'it', it: 'di un’altra persona' } } },
    { role: 'organiser', device: expect.anything() },
  );
  again();
  expect(notes instanceof HTMLTextAreaElement ? notes.value : '').toBe('sto scrivendo');
  expect(drawn.host.textContent).toContain('Non ancora salvato');
});

it('[AG4] removing asks with the title in its button; the running block cannot be removed or skipped', async () => {
  const { drawn, wishes } = setUp();
  await act(async () => button(drawn, 'Togli…').click());
  await act(async () => button(drawn, 'Togli «Ascolto degli esperti»').click());
  expect(wishes).toEqual([{ type: 'agenda.remove', block: 'talkstalks' }]);
  const running = setUp('opening').drawn;
  expect(running.all('button').map((one) => one.textContent)).not.toContain('Togli…');
  expect(running.all('button').map((one) => one.textContent)).not.toContain('Salta oggi…');
});

it('[AG3] skipping a block wants its reason', async () => {
  const { drawn, wishes } = setUp();
  await act(async () => button(drawn, 'Salta oggi…').click());
  await act(async () => button(drawn, 'Salta «Ascolto degli esperti»').click());
  expect(wishes).toEqual([]);
  type(drawn.one('dialog input'), 'gli esperti non sono arrivati');
  await act(async () => button(drawn, 'Salta «Ascolto degli esperti»').click());
  expect(wishes).toEqual([{ type: 'agenda.skip', block: 'talkstalks', reason: 'gli esperti non sono arrivati' }]);
});

it('a translation is added, changed and emptied without touching the others', () => {
  const text = { original: 'it', it: 'Ciao', en: 'Hello' } as const;
  expect(withLang(text, 'ar', 'مرحبا')).toEqual({ original: 'it', it: 'Ciao', en: 'Hello', ar: 'مرحبا' });
  expect(withLang(text, 'en', ' ')).toEqual({ original: 'it', it: 'Ciao' });
  expect(withLang(text, 'it', '')).toEqual({ original: 'en', en: 'Hello' });
  expect(withLang(null, 'it', '')).toBeNull();
});
