// The phone's programme, on what phones really run.
import { expect, it } from 'vitest';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { click, draw } from '../ui/render.testkit.tsx';
import { setLang } from '../kernel/i18n.ts';
import { AgendaMember } from './AgendaMember.tsx';
import { AgendaPhoneNow } from './AgendaPhoneNow.tsx';
import { AgendaProjector } from './AgendaProjector.tsx';
import { anna, driverOf, begun, nine, phoneOf, screenOf, zone } from './fixture.testkit.ts';
import { secondOf } from './clock.ts';

const morning = () => begun(scenario([agenda]));

const page = (story: ReturnType<typeof morning>, now: number) => (
  <AgendaMember view={phoneOf(story)} now={now} timeZone={zone} materialHref={({ id }) => `/materials/${id}`} />
);

it('[AG7] the running block shows what to do, until when, and its materials to open; others do not', () => {
  const drawn = draw(page(morning(), nine + 600_000));
  const now = drawn.one('[aria-current=step]');
  expect(now.textContent).toContain('Che cosa fare: Apertura');
  expect(now.textContent).toContain('fino alle 9.21');
  expect(drawn.all('a').map((link) => link.getAttribute('href'))).toEqual(['/materials/materialopening']);
  expect(drawn.host.textContent).not.toContain('Che cosa fare: Dove');
});

it('[AG1] the hours ahead move when the day is late, and nobody reads of a delay', () => {
  const drawn = draw(page(morning(), nine + 600_000));
  expect(drawn.all('.prog .h').map((cell) => cell.textContent)).toEqual(['9.06', '9.21', '9.31', '11.01', '11.51']);
  drawn.again(page(morning(), nine + 31 * 60_000));
  expect(drawn.all('.prog .h').map((cell) => cell.textContent)).toEqual(['9.06', '9.31', '9.41', '11.11', '12.01']);
  expect(drawn.host.textContent).not.toMatch(/ritardo|solo per noi/u);
  expect(drawn.one('[aria-current=step]').textContent).toContain('Si chiude tra poco');
});

it('what is behind is folded when it is long, and opens', () => {
  const story = morning();
  for (const [from, to] of [
    ['opening', 'whereweare'],
    ['whereweare', 'talkstalks'],
    ['talkstalks', 'lunchlunch'],
    ['lunchlunch', 'goodbye'],
  ])
    story.when({ type: 'agenda.start', from, to }, anna);
  const drawn = draw(page(story, nine + 600_000));
  expect(drawn.all('.prog .h')).toHaveLength(2);
  click(drawn.one('.agenda-earlier'));
  expect(drawn.all('.prog .h')).toHaveLength(5);
});

it('[AG2] phone, wall and console show the same second', () => {
  const story = morning();
  const at = nine + 10 * 60_000 + 12_345;
  const phone = draw(<AgendaPhoneNow view={phoneOf(story)} now={at} />).one('[role=timer]').textContent;
  const wall = draw(<AgendaProjector view={screenOf(story)} now={at} timeZone={zone} />).one('[role=timer]').textContent;
  const { running } = driverOf(story);
  expect(phone).toBe('10:48');
  expect(wall).toBe(phone);
  expect(running === null ? null : secondOf(running, at).left).toBe(648);
});

it('[SC3] the wall draws at most five rows, never a private note', () => {
  const drawn = draw(<AgendaProjector view={screenOf(morning())} now={nine + 600_000} timeZone={zone} />);
  expect(drawn.all('.agenda-wall-rows > li').length).toBeLessThanOrEqual(5);
  expect(drawn.host.textContent).not.toContain('solo per noi');
});

it('[IN1] an Arabic phone has Arabic words around Italian texts, each with its own language', async () => {
  await setLang('ar');
  const story = morning();
  const drawn = draw(<AgendaMember view={phoneOf(story, 'ar')} now={nine + 600_000} timeZone={zone} materialHref={() => '/x'} />);
  expect(drawn.one('h1').textContent).toBe('اليوم في المجلس');
  expect(drawn.one('.agenda-title bdi').getAttribute('lang')).toBe('it');
  await setLang('it');
});
