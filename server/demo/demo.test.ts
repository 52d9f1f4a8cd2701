// The demo as it is opened in an empty folder: every link lets somebody in, and the floor of both sessions is as a hall leaves it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floorOf } from '../organiser/states.ts';
import { openHouse, tokenIn } from '../organiser/house-for-tests.ts';
import type { House } from '../organiser/house-for-tests.ts';
import { readRecord } from '../session/record.ts';
import type { SessionHall } from '../session/registry.ts';
import { openDemo } from './demo.ts';
import type { DemoLinks } from './demo.ts';

let house: House;
let links: DemoLinks;
beforeAll(async () => {
  house = await openHouse();
  const made = await openDemo(house.app, { base: house.base });
  if (made === null) throw new Error('no demo in an empty folder');
  links = made;
});
afterAll(() => house.stop());

const enter = async (url: string): Promise<{ readonly role: unknown; readonly hall: SessionHall }> => {
  const { data } = await house.browser().post('/api/enter', { token: tokenIn(url) });
  const hall = house.app.registry.halls.get(String(data['session']));
  if (hall === undefined) throw new Error(`${url} opens no session`);
  return { role: data['role'], hall };
};

describe('the demo', () => {
  it('opens again with the same sessions', async () => {
    const again = await openDemo(house.app, { base: house.base });
    expect((await enter(again?.plenary ?? '')).hall.id).toBe((await enter(links.plenary)).hall.id);
  });
  it('[FL2] an expert of the plenary is let in, before it begins, to a question that waits for an answer', async () => {
    const { role, hall } = await enter(links.expert);
    expect(role).toBe('expert');
    expect(hall.id).toBe((await enter(links.plenary)).hall.id);
    const { experts, questions } = floorOf(hall.ledger);
    expect(experts.map(({ label }) => label)).toEqual(['Tecnica della mobilità', 'Ufficio clima']);
    const waiting = [...questions.values()].filter(({ expert, answers }) => expert === experts[0]?.id && answers.length === 0);
    expect(waiting).toHaveLength(1);
  });
  it('[GR3] the plenary’s questions came on sheets and from two tables; one is answered with source and link, one parked, two are one', async () => {
    const { floor } = await readRecord((await enter(links.plenary)).hall);
    expect(new Set(floor.questions.flatMap(({ table }) => table ?? []))).toEqual(new Set([2, 4]));
    expect(floor.questions.filter(({ door }) => door === 'paper').length).toBeGreaterThan(0);
    expect(floor.questions.filter(({ into }) => into !== null)).toHaveLength(1);
    expect(floor.questions.filter(({ standing, into }) => standing === 'parked' && into === null)).toHaveLength(1);
    const answers = floor.questions.flatMap((question) => question.answers);
    expect(answers).toMatchObject([{ who: 'Tecnica della mobilità', link: 'https://www.example.org/traffico' }]);
  });
  it('[PO2] the Citizens’ Table has asked by phone, on a sheet and from the audience, with supports of both apart, and three wait to speak', async () => {
    const { hall } = await enter(links.citizens);
    const { floor } = await readRecord(hall);
    expect(new Set(floor.questions.map(({ from }) => from))).toEqual(new Set(['member', 'audience', 'lead']));
    const shade = floor.questions.find(({ text }) => text.startsWith('Perché si rifanno le piazze'));
    // Each seat and each device once, whichever of the three it supported.
    expect(shade?.votes.members).toBeGreaterThanOrEqual(14);
    expect(shade?.votes.audience).toBe(3);
    expect(floor.questions.filter(({ into }) => into === shade?.id)).toHaveLength(2);
    expect([...floorOf(hall.ledger).hands.values()].map(({ kind }) => kind)).toEqual(['speech', 'question', 'order']);
  });
});
