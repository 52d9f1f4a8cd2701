// The left column, the remedies and the timer of the console, on the real rule.
import { act } from 'react';
import { expect, it } from 'vitest';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { click, draw, type } from '../ui/render.testkit.tsx';
import { AgendaNotes, AgendaNow, stepForward } from './AgendaNow.tsx';
import { AgendaRemedies } from './AgendaRemedies.tsx';
import { AgendaRunOfShow } from './AgendaRunOfShow.tsx';
import { anna, driverOf, begun, nine, senderOf, stateOf, zone } from './fixture.testkit.ts';

const morning = () => begun(scenario([agenda]));

const ten = nine + 600_000;

it('[AG1] the column says the hour, the delay, the end it gives and the end that was planned', () => {
  const drawn = draw(<AgendaRunOfShow view={driverOf(morning())} now={ten} timeZone={zone} onRemedies={() => undefined} />);
  expect(drawn.one('.agenda-clock').textContent).toBe('9.106 min di ritardoSi finisce alle 12.11invece che alle 12.05');
  expect(drawn.one('.now').textContent).toContain('previsto 9.00, finisce 9.21');
});

it('[AG1] a delay of more than half a day is said like any other', () => {
  const drawn = draw(
    <AgendaRunOfShow view={driverOf(morning())} now={ten + 13 * 3_600_000} timeZone={zone} onRemedies={() => undefined} />,
  );
  expect(drawn.one('.agenda-clock').textContent).toContain('min di ritardo');
  expect(drawn.one('.agenda-clock').textContent).not.toContain('In orario');
});

it('[AG1] once the session is closed nothing is projected: what was not held says so, the end is when the last point ended', () => {
  const story = morning();
  story.now = ten;
  story.when({ type: 'agenda.start', from: 'opening', to: 'whereweare' }, anna);
  story.now = ten + 600_000;
  story.given({ type: 'session.closed', v: 1, by: 'person' });
  const view = driverOf(story);
  expect(view.over).toBe(true);
  const drawn = draw(<AgendaRunOfShow view={view} now={ten + 3_600_000} timeZone={zone} onRemedies={() => undefined} />);
  const rows = drawn.all('.agenda-run > li').map((row) => row.textContent);
  expect(rows.filter((row) => row.includes('non svolto'))).toHaveLength(3);
  expect(rows.find((row) => row.includes('Pranzo'))).toMatch(/^–Pranzo/u);
  expect(drawn.one('.agenda-end').textContent).toBe('9.20Fine');
  expect(drawn.one('.agenda-clock').textContent).toContain('Si è finito alle 9.20');
});

it('[AG3] each way out stands there with its hour, and choosing one opens the dialog on it', () => {
  const asked: unknown[] = [];
  const drawn = draw(<AgendaRunOfShow view={driverOf(morning())} now={ten} timeZone={zone} onRemedies={(kind) => asked.push(kind)} />);
  expect(drawn.all('.agenda-ways button').map((way) => way.textContent)).toEqual([
    'Ascolto degli esperti: 84 min, non 9012.05',
    'Accorcia tutto in proporzione12.05',
    'Salta «Dove siamo adesso?»12.01',
    'Rimanda «Dove siamo adesso?»12.01',
    'Lascia così12.11',
  ]);
  drawn.all('.agenda-ways button').forEach(click);
  expect(asked).toEqual(['shorten', 'proportion', 'skip', 'postpone', 'accept']);
});

it('[AG3] no remedy is applied without a reason; with one, rule and screen agree on the hour', async () => {
  const story = morning();
  const { send, wishes } = senderOf(story);
  let closed = false;
  const drawn = draw(
    <AgendaRemedies view={driverOf(story)} now={ten} timeZone={zone} send={send} first="shorten" onClose={() => (closed = true)} />,
  );
  const apply = drawn.one('.btn.primary');
  expect(apply.textContent).toBe('Applica: si finisce alle 12.05');
  await act(async () => apply.click());
  expect(wishes).toEqual([]);
  type(drawn.one('input.inp'), 'Abbiamo cominciato tardi');
  story.now = ten;
  await act(async () => apply.click());
  expect(wishes).toMatchObject([{ remedy: { kind: 'shorten', block: 'talkstalks', toSec: 5040 }, reason: 'Abbiamo cominciato tardi' }]);
  expect(closed).toBe(true);
  expect(story.facts).toMatchObject([{ end: nine + 185 * 60_000 }]);
});

it('[AG2] the head shows the second that is left; +1, +5 and stop are wishes for the running block', async () => {
  const story = morning();
  const { send, wishes } = senderOf(story);
  const page = (now: number) => <AgendaNow view={driverOf(story)} now={now} timeZone={zone} send={send} />;
  const drawn = draw(page(ten));
  expect(drawn.one('.agenda-left-time [role=timer]').textContent).toBe('11:00');
  story.now = ten;
  for (const button of drawn.all('.agenda-tools button')) await act(async () => button.click());
  expect(wishes).toEqual([
    { type: 'agenda.timer', block: 'opening', do: { kind: 'add', seconds: 60 } },
    { type: 'agenda.timer', block: 'opening', do: { kind: 'add', seconds: 300 } },
    { type: 'agenda.timer', block: 'opening', do: { kind: 'pause' } },
  ]);
  drawn.again(page(ten + 60_000));
  expect(drawn.host.textContent).toContain('Tempo fermo');
});

it('[AG2] when the time is over it is said, and the block still runs', () => {
  const story = morning();
  const drawn = draw(<AgendaNow view={driverOf(story)} now={nine + 25 * 60_000} timeZone={zone} send={senderOf(story).send} />);
  expect(drawn.one('[role=timer]').textContent).toBe('−4:00');
  expect(drawn.host.textContent).toContain('Tempo finito: si va avanti quando vuoi tu');
  expect(drawn.host.textContent).toContain('Punto 1 di 4, dalle 9.06');
});

it('the step forward names what it leaves and what it enters; at the end it ends the last block', () => {
  const story = morning();
  expect(stepForward(driverOf(story), ten)?.command).toEqual({ type: 'agenda.start', from: 'opening', to: 'whereweare' });
  for (const [from, to] of [
    ['opening', 'whereweare'],
    ['whereweare', 'talkstalks'],
    ['talkstalks', 'lunchlunch'],
    ['lunchlunch', 'goodbye'],
  ])
    story.when({ type: 'agenda.start', from, to }, anna);
  expect(stepForward(driverOf(story), ten)).toEqual({
    kind: 'finish',
    block: 'goodbye',
    command: { type: 'agenda.end', block: 'goodbye' },
  });
  story.when({ type: 'agenda.end', block: 'goodbye' }, anna);
  expect(stepForward(driverOf(story), ten)).toBeNull();
  expect(stateOf(story).plan.blocks.every(({ status }) => status.kind === 'done')).toBe(true);
});

it('private notes stand under a lock with their words', () => {
  const drawn = draw(<AgendaNotes view={driverOf(morning())} />);
  expect(drawn.one('.agenda-notes').textContent).toContain('Solo per chi conduce. solo per noi');
});
