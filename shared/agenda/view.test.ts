// What each audience gets of the programme, and what it must never get.
import { describe, expect, test } from 'vitest';
import { deviceIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { scenario } from '../kernel/scenario.ts';
import { agenda } from './room.ts';
import { applyTemplate } from './template.ts';
import { day } from './templates/day.ts';
import { timeline } from './timeline.ts';
import type { List } from '../kernel/room.ts';
import type { Role } from '../kernel/audience.ts';
import type { AgendaState } from './state.ts';
import { agendaLists, agendaViews } from './view.ts';

const nine = Date.UTC(2026, 10, 21, 8, 0);
const anna = { role: 'facilitator', device: deviceIdSchema.parse('deviceanna') } as const;
const secret = 'la dottoressa ha il treno';
const later = 'istruzioni di un punto che non è ancora cominciato';
const it = (text: string) => ({ original: 'it', it: text });
const blockOf = (id: string, more: object = {}) => ({
  id,
  title: { original: 'it', it: `Punto ${id}`, ar: `بند ${id}` },
  description: it('descrizione'),
  instructions: it('cosa fanno'),
  notes: it(secret),
  activity: 'talk',
  plannedSec: 600,
  warnSec: 60,
  video: null,
  materials: [],
  ...more,
});
const running = () =>
  scenario([agenda], { now: nine - 10_000 })
    .when(
      {
        type: 'agenda.load',
        mode: 'replace',
        startPlanned: nine - 600_000,
        blocks: [blockOf('block1'), blockOf('block2'), blockOf('block3', { instructions: it(later) })],
      },
      anna,
    )
    .given(
      { type: 'session.doorsOpened', v: 1 },
      { type: 'presence.entered', v: 1, member: 'member1', seat: '7', door: 'desk', phone: true },
    )
    .when({ type: 'agenda.start', from: null, to: 'block1' }, anna)
    .when({ type: 'agenda.recordHands', block: 'block1', words: 'pausa adesso', for: 1, against: 0, abstained: 0 }, anna)
    .when({ type: 'agenda.start', from: 'block1', to: 'block2' }, anna);
const stateOf = (story: ReturnType<typeof running>): AgendaState => {
  const found = story.states['agenda'];
  const isAgenda = (value: unknown): value is AgendaState => typeof value === 'object' && value !== null && 'plan' in value;
  if (!isAgenda(found)) throw new Error('no agenda');
  return found;
};
const listsFor = (role: Role): readonly List<AgendaState, unknown>[] => {
  const all: readonly List<AgendaState, unknown>[] = Object.values(agendaLists);
  return all.filter(({ roles }) => roles.includes(role));
};
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

describe('secrecy', () => {
  test.each(['member', 'audience', 'screen', 'desk'] as const)('private notes never reach %s, in any language, in view or list', (role) => {
    const story = running();
    for (const lang of ['it', 'en', 'ar'] as const) {
      expect(JSON.stringify(story.view(role, lang))).not.toContain(secret);
      for (const list of listsFor(role)) {
        expect(JSON.stringify(list.rows(stateOf(story), story.viewContext(lang), '', { role: 'system' }))).not.toContain(secret);
      }
    }
  });
  test.each(['member', 'audience', 'screen', 'desk'] as const)(
    '%s gets neither the planned end nor the accepted delay, nor shows of hands, nor instructions of what has not started',
    (role) => {
      const story = running();
      const seen = JSON.stringify(story.view(role));
      for (const word of ['pausa adesso', later, String(nine + 1_200_000)]) expect(seen).not.toContain(word);
      expect(seen).not.toMatch(/"plannedEnd":\d|"acceptedSec":[1-9]|"planned":\{/);
      for (const list of listsFor(role)) {
        expect(JSON.stringify(list.rows(stateOf(story), story.viewContext(), '', { role: 'system' }))).not.toContain(later);
      }
    },
  );
  test('the facilitator has the notes of what runs and of what comes next', () => {
    const story = running();
    const view = agendaViews.facilitator(stateOf(story), story.viewContext());
    expect(view.running?.notes).toEqual({ s: secret });
    expect(view.next).toMatchObject({ id: 'block3', notes: { s: secret } });
    expect(view.hands).toMatchObject([{ words: 'pausa adesso', present: 1 }]);
  });
});

describe('the same hours everywhere', () => {
  test('[AG2] phone, wall and console compute the same end, the same hours ahead and the same second from their views', () => {
    const story = running();
    const state = stateOf(story);
    const now = story.now + 90_000;
    const console_ = timeline(agendaViews.facilitator(state, story.viewContext()).course, now);
    const phone = timeline(agendaViews.member(state, story.viewContext('ar')).course, now);
    const wall = timeline(agendaViews.screen(state, story.viewContext()).course, now);
    expect(phone.end).toBe(console_.end);
    expect(phone.rows.map(({ startAt }) => startAt)).toEqual(console_.rows.map(({ startAt }) => startAt));
    for (const row of wall.rows) expect(row.startAt).toBe(console_.rows.find(({ id }) => id === row.id)?.startAt);
  });
  test('titles come in the reader’s language, otherwise in the original with its language said', () => {
    const story = running();
    expect(agendaViews.member(stateOf(story), story.viewContext('ar')).running?.title).toEqual({ s: 'بند block2' });
    expect(agendaViews.member(stateOf(story), story.viewContext('en')).running?.title).toEqual({ s: 'Punto block2', lang: 'it' });
  });
  test('[SC3] the wall gets at most seven rows', () => {
    const { load } = applyTemplate(day, {
      mode: 'replace',
      startPlanned: nine,
      newId: (() => {
        let n = 0;
        return () => `block${String((n += 1)).padStart(3, '0')}`;
      })(),
    });
    const story = scenario([agenda], { now: nine }).when(load, anna).given({ type: 'session.doorsOpened', v: 1 });
    for (const [index, block] of load.blocks.slice(0, 6).entries())
      story.when({ type: 'agenda.start', from: load.blocks[index - 1]?.id ?? null, to: block.id }, anna);
    expect(agendaViews.screen(stateOf(story), story.viewContext()).course.rows).toHaveLength(7);
  });
});

describe('weight', () => {
  const lots = (text: string) => ({ original: 'ar', it: text, en: text, ar: text });
  /** The heaviest programme that the limits allow, in letters of two bytes. */
  const heaviest = () => {
    const blocks = Array.from({ length: limits.blocks }, (_, index) => ({
      ...blockOf(`block${String(index).padStart(35, '0')}`),
      title: lots('ب'.repeat(limits.titleChars)),
      description: lots('ب'.repeat(limits.descriptionChars)),
      instructions: lots('ب'.repeat(limits.notesChars)),
      notes: lots('ب'.repeat(limits.notesChars)),
      materials: Array.from({ length: 8 }, (_, n) => ({
        id: `material${String(index * 8 + n).padStart(20, '0')}`,
        name: 'ب'.repeat(limits.titleChars),
        kind: 'pdf',
        pages: 500,
        sha256: 'f'.repeat(64),
      })),
    }));
    return scenario([agenda], { now: nine })
      .when({ type: 'agenda.load', mode: 'replace', startPlanned: nine, blocks }, anna)
      .given({ type: 'session.doorsOpened', v: 1 })
      .when({ type: 'agenda.start', from: null, to: blocks[0]?.id }, anna);
  };
  test.each(['organiser', 'facilitator', 'member', 'audience', 'screen', 'desk'] as const)(
    '[K5] the heaviest programme still fits the view of %s, with what runs in it',
    (role) => {
      const story = heaviest();
      const view = story.view(role, 'ar');
      expect(bytes(view)).toBeLessThanOrEqual(limits.viewBytes);
      expect(JSON.stringify(view)).toContain('ب'.repeat(limits.titleChars));
    },
  );
  test('[K5] the model day is whole in every view: no title and no text of the running block is left out', () => {
    const { load } = applyTemplate(day, {
      mode: 'replace',
      startPlanned: nine,
      newId: (() => {
        let n = 0;
        return () => `block${String((n += 1)).padStart(20, '0')}`;
      })(),
    });
    const story = scenario([agenda], { now: nine })
      .when(load, anna)
      .given({ type: 'session.doorsOpened', v: 1 })
      .when({ type: 'agenda.start', from: null, to: load.blocks[0]?.id }, anna);
    const phone = agendaViews.member(stateOf(story), story.viewContext('ar'));
    const driver = agendaViews.facilitator(stateOf(story), story.viewContext());
    expect(bytes(phone)).toBeLessThan(6000);
    expect(bytes(driver)).toBeLessThan(8000);
    for (const row of [...phone.course.rows, ...driver.course.rows]) expect(row.title).not.toBeNull();
    expect([phone.running?.instructions, driver.running?.notes, driver.next?.notes]).not.toContain(null);
  });
  test('[K5] a list’s version changes with every fact of the programme', () => {
    const story = running();
    const { version } = agendaLists['agenda.blocks'];
    const before = version(stateOf(story), story.viewContext());
    story.when({ type: 'agenda.edit', block: 'block3', changes: { notes: null } }, anna);
    expect(version(stateOf(story), story.viewContext())).not.toBe(before);
  });
});
