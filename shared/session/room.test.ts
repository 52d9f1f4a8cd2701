// The life of a session, told as stories: who was called is written in, nothing is taken back once it is over, nothing is left open by forgetting.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { assemblyIdSchema, cardIdSchema, deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import { scenario } from '../kernel/scenario.ts';
import { nextDue } from '../kernel/session.ts';
import { house } from '../kernel/session.ts';
import type { RosterReads } from '../roster/events.ts';
import { forgottenAfterMs, session } from './room.ts';

const device = deviceIdSchema.parse('device0001');
const facilitator: Actor = { role: 'facilitator', device };
const organiser: Actor = { role: 'organiser', device };
const system: Actor = { role: 'system' };
const seats = (list: readonly string[]): RosterReads => ({
  roster: {
    members: list.map((seat) => ({
      member: memberIdSchema.parse(`member${seat.padStart(4, '0')}`),
      seat,
      card: cardIdSchema.parse(`card${seat.padStart(6, '0')}`),
    })),
    reserves: [],
  },
});
const title = { original: 'it', it: 'Prima plenaria' } as const;
const create = {
  type: 'session.create',
  assembly: assemblyIdSchema.parse('assembly0001'),
  assemblyName: 'Assemblea',
  title,
  day: '2026-11-21',
  timeZone: 'Europe/Rome',
  place: 'Sala',
  code: 'K7M4QX',
  demo: false,
} as const;
const made = (roll: RosterReads = seats(['1', '2'])) => scenario([session], { assembly: roll }).when(create, organiser);
const opened = () => made().when({ type: 'session.openDoors' }, facilitator).when({ type: 'session.open' }, facilitator);

describe('a session’s life', () => {
  it('[decisions] draft → doors → open ⇄ suspended → closed → sealed', () => {
    const s = made();
    const phases = [];
    for (const [wish, who] of [
      ['openDoors', facilitator],
      ['open', facilitator],
      ['suspend', facilitator],
      ['resume', facilitator],
      ['close', facilitator],
      ['seal', organiser],
    ] as const) {
      s.when({ type: `session.${wish}`, ...(wish === 'suspend' ? { reason: 'Pausa' } : {}) }, who);
      expect(s.facts).toHaveLength(1);
      phases.push(s.view('facilitator')['session']);
    }
    expect(phases).toMatchObject(['doors', 'open', 'suspended', 'open', 'closed', 'sealed'].map((phase) => ({ phase })));
  });

  it('[decisions] who was called is written in the fact that opens it: what happens to the roll later changes nothing of it', () => {
    opened().then({
      type: 'session.opened',
      roll: [
        { member: 'member0001', seat: '1' },
        { member: 'member0002', seat: '2' },
      ],
    });
  });

  it('[K3] the second press of two facilitators is nothing to do', () => {
    for (const [before, again] of [
      [['openDoors'], 'openDoors'],
      [['openDoors', 'open'], 'open'],
      [['openDoors', 'open', 'close'], 'close'],
      [['openDoors', 'open', 'close', 'seal'], 'seal'],
    ] as const) {
      const s = made();
      for (const wish of before) s.when({ type: `session.${wish}` }, organiser);
      s.when({ type: `session.${again}` }, organiser).thenNothing();
    }
    opened()
      .when({ type: 'session.suspend', reason: 'x' }, facilitator)
      .when({ type: 'session.suspend', reason: 'y' }, facilitator)
      .thenNothing();
    opened().when({ type: 'session.resume' }, facilitator).thenNothing();
    made().when(create, organiser).thenNothing();
  });

  it('[K1] what cannot be yet is refused with its reason', () => {
    scenario([session]).when({ type: 'session.openDoors' }, facilitator).refused('session.none');
    made().when({ type: 'session.open' }, facilitator).refused('session.doorsFirst');
    made().when({ type: 'session.close' }, facilitator).refused('session.notOpen');
    made().when({ type: 'session.suspend', reason: 'x' }, facilitator).refused('session.notOpen');
    made().when({ type: 'session.noteIncident', words: 'x' }, facilitator).refused('session.notOpen');
    opened().when({ type: 'session.seal' }, organiser).refused('session.closeFirst');
  });

  it('[K9] the close is final: nothing opens, suspends, edits or renames it any more', () => {
    const closed = () => opened().when({ type: 'session.close' }, facilitator);
    closed().then({ type: 'session.closed', by: 'person' });
    for (const wish of [
      { type: 'session.openDoors' },
      { type: 'session.open' },
      { type: 'session.edit', title, day: '2026-11-22', place: '', video: '', wifi: '' },
      { type: 'session.renewCode', code: 'K7M4QY' },
      { type: 'session.setAudienceDoor', open: false },
    ])
      closed().when(wish, organiser).refused('session.over');
    for (const wish of [{ type: 'session.suspend', reason: 'x' }, { type: 'session.resume' }])
      closed().when(wish, organiser).refused('session.notOpen');
    closed()
      .when({ type: 'session.noteIncident', words: 'La rete era caduta alle 15' }, facilitator)
      .then({ type: 'session.incidentNoted' });
  });

  it('[decisions] a forgotten session closes itself 18 hours after its doors opened, and its record says so', () => {
    const s = opened();
    const states = s.states;
    const doorsAt = s.view('facilitator')['session'];
    const due = nextDue(house([session]), states);
    expect(due?.command).toEqual({ type: 'session.closeForgotten' });
    expect(doorsAt).toMatchObject({ doorsAt: (due?.at ?? 0) - forgottenAfterMs });
    expect(forgottenAfterMs).toBe(18 * 3_600_000);
    s.when({ type: 'session.closeForgotten' }, system).then({ type: 'session.closed', by: 'forgotten' });
    expect(s.view('facilitator')['session']).toMatchObject({ phase: 'closed', closedBy: 'forgotten' });
    expect(nextDue(house([session]), s.states)).toBeNull();
    expect(nextDue(house([session]), made().states)).toBeNull();
  });

  it('[decisions] nobody but the kernel closes as forgotten; only the organiser seals', () => {
    opened().when({ type: 'session.closeForgotten' }, organiser).refused('kernel.notYours');
    opened().when({ type: 'session.close' }, facilitator).when({ type: 'session.seal' }, facilitator).refused('kernel.notYours');
  });

  it('[K6] a day that does not exist, a link that is not one, a code with look-alikes do not come in', () => {
    for (const bad of [
      { day: '2026-02-30' },
      { day: '2026-99-99' },
      { code: 'K7M4Q0' },
      { timeZone: 'Rome; drop' },
      { title: { original: 'it', it: ' ' } },
    ])
      scenario([session])
        .when({ ...create, ...bad }, organiser)
        .refused('kernel.malformed');
    for (const video of ['javascript:alert(1)', 'ftp://x', 'https://x y', 'https://x"onload="'])
      made().when({ type: 'session.edit', title, day: '2026-11-22', place: '', video, wifi: '' }, organiser).refused('kernel.malformed');
  });
});

describe('what each audience gets', () => {
  it('[K5] phones do not receive the room code, the demo switch, rights or why it closed; a hall’s wall receives the code', () => {
    const s = opened();
    for (const role of ['member', 'audience'] as const) {
      const seen = s.view(role)['session'];
      expect(seen).toMatchObject({ phase: 'open', title: { s: 'Prima plenaria' } });
      for (const hidden of ['code', 'demo', 'may', 'closedBy', 'texts', 'audienceDoor']) expect(seen).not.toHaveProperty(hidden);
    }
    expect(s.view('screen')['session']).toMatchObject({ code: 'K7M4QX' });
    expect(s.view('screen')['session']).not.toHaveProperty('may');
  });

  it('[house 7] the console does not work out rights: each is said, and what it says is so', () => {
    const wishes = { openDoors: {}, open: {}, suspend: { reason: 'x' }, resume: {}, close: {}, renewCode: { code: 'KKKKKK' } } as const;
    const steps = ['', 'openDoors', 'open', 'suspend', 'resume', 'close', 'seal'];
    steps.forEach((_, count) => {
      const upTo = () => {
        const s = made();
        for (const step of steps.slice(1, count + 1))
          s.when({ type: `session.${step}`, ...(step === 'suspend' ? { reason: 'x' } : {}) }, organiser);
        return s;
      };
      for (const [wish, more] of Object.entries(wishes)) {
        const s = upTo();
        const view = s.view('organiser')['session'];
        s.when({ type: `session.${wish}`, ...more }, organiser);
        expect({ step: steps[count], wish, view }).toMatchObject({ view: { may: { [wish]: s.facts.length > 0 } } });
      }
    });
  });
});
