// Choosing a template and reading a file, on the real rule.
import { act } from 'react';
import { expect, it } from 'vitest';
import { scenario } from '../../shared/kernel/scenario.ts';
import { agenda } from '../../shared/agenda/room.ts';
import { writeTemplate } from '../../shared/agenda/template.ts';
import { readyTemplates } from '../../shared/agenda/templates/ready.ts';
import { draw, type Drawn } from '../ui/render.testkit.tsx';
import { AgendaTemplates } from './AgendaTemplates.tsx';
import { driverOf, begun, nine, senderOf, stateOf, zone } from './fixture.testkit.ts';

const morning = () => begun(scenario([agenda]));

const settle = async () =>
  act(async () => {
    await import('../../shared/agenda/templates/ready.ts');
  });
const open = async (story: ReturnType<typeof morning>) => {
  const drafts: unknown[] = [];
  const { send, wishes } = senderOf(story);
  const drawn = draw(
    <AgendaTemplates
      view={driverOf(story)}
      day="2026-11-21"
      timeZone={zone}
      send={send}
      own={[]}
      onDrafts={(list) => drafts.push(...list)}
      onClose={() => undefined}
    />,
  );
  await settle();
  return { drawn, wishes, drafts };
};
const use = async (drawn: Drawn) =>
  act(async () => {
    drawn.one('.btn.primary').click();
    await import('../../shared/agenda/template.ts');
  });
const give = async (drawn: Drawn, text: string) => {
  const input = drawn.one('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File([text], 'programma.json')] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await import('../../shared/agenda/template.ts');
    await Promise.resolve();
  });
};

it('[AG5] a template becomes the programme, with its hour and its questions tied to their blocks', async () => {
  const story = scenario([agenda], { now: nine });
  const { drawn, drafts } = await open(story);
  expect(drawn.all('.agenda-templates .choice')).toHaveLength(readyTemplates.length);
  expect(drawn.one('.agenda-template .h').textContent).toBe('8.45');
  await use(drawn);
  const { plan } = stateOf(story);
  expect(plan.blocks.map(({ title }) => title.it)).toEqual(readyTemplates[0]?.template.blocks.map(({ title }) => title.it));
  expect(plan.startPlanned).toBe(Date.UTC(2026, 10, 21, 7, 45));
  expect(drafts).toHaveLength(4);
  expect(drafts[0]).toMatchObject({ block: plan.blocks[3]?.id });
});

it('[AG5] once the day has begun a template is only added at the end, and the page says so', async () => {
  const story = morning();
  const { drawn } = await open(story);
  expect(drawn.host.textContent).toContain('La giornata è cominciata: i punti si aggiungono in fondo.');
  await use(drawn);
  expect(
    stateOf(story)
      .plan.blocks.slice(0, 5)
      .map(({ id }) => id),
  ).toEqual(['opening', 'whereweare', 'talkstalks', 'lunchlunch', 'goodbye']);
});

it('[AG5] a wrong file is told line by line in words, and nothing of it enters', async () => {
  const story = scenario([agenda], { now: nine });
  const { drawn, wishes } = await open(story);
  const good = readyTemplates[0]?.template;
  const text = good === undefined ? '' : writeTemplate(good);
  const line = text.slice(0, text.indexOf('"plannedSec": 1800')).split('\n').length;
  await give(drawn, text.replace('"plannedSec": 1800', '"plannedSec": "mezz’ora"'));
  expect(drawn.one('.band').textContent).toContain('Non è entrato niente da programma.json');
  expect(drawn.one('.agenda-problems').textContent).toBe(`Riga ${line}, punto 1: «plannedSec» non è del tipo giusto.`);
  expect(wishes).toEqual([]);
});
