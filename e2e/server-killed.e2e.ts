// The plug is pulled in the middle of a storm of answers: forty phones, two real ones, a console and a wall. The server is killed without
// farewell and started again on the same folder and port. What was acknowledged is there, once; what was not goes again by itself; every
// page comes back alone, and meanwhile the wall keeps its last picture (K2, K3, K8, SC4).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { joinCrowd, type Crowd } from '../client/simulated/crowd.ts';
import { until, useHouse } from './house.ts';
import { goTo, rowsOf } from './reading.ts';

const house = useHouse();
const people = 40;
let crowd: Crowd;
let console_: Page;
let wall: Page;
let early: Page;
let waiting: Page;

const question = 'Se venissi sorteggiato/a parteciparesti all’Assemblea Permanente dei Cittadini sul Clima?';
const mineSchema = z.object({
  poll: z.object({
    answer: z.union([z.object({ kind: z.literal('choice'), picked: z.array(z.string()) }), z.object({ kind: z.literal('dontknow') })]),
  }),
});
/** What each phone is told that the box holds of it; null for who has not answered. */
const held = () =>
  crowd.people.map(({ connection }) => {
    const read = mineSchema.safeParse(connection.store.getState().mine);
    return read.success ? read.data.poll.answer : null;
  });
const acknowledged = (): number => crowd.people.filter(({ simulated }) => simulated.acknowledged.size > 0).length;
const onWall = async (): Promise<number> =>
  Number(/(\d+) rispost/.exec((await wall.getByRole('main').innerText()).replace(/\s+/g, ' '))?.[1] ?? 'NaN');

beforeAll(async () => {
  [console_, wall] = await Promise.all([house.laptop(house.link('console')), house.wall(house.link('screen'))]);
  await console_.getByRole('button', { name: 'Apri le porte' }).click();
  await console_.getByRole('button', { name: /^Apri la seduta/ }).click();
  await goTo(console_, ['Benvenuti', 'Che cos’è l’assemblea', 'La parola a voi']);
  [early, waiting] = await Promise.all([house.phone(house.link('audience')), house.phone(house.link('audience'))]);
  crowd = joinCrowd(house.direct, { members: [], audience: { code: house.roomCode, count: people }, pace: 3, seed: 7 });
  await console_.getByText(`${people + 2} telefoni del pubblico`).waitFor();
});
afterAll(() => crowd.stop());

describe('the server is killed in the middle of a storm', () => {
  it('answers pour in', async () => {
    await console_.getByRole('button', { name: 'Apri la domanda' }).first().click();
    await early.getByRole('radio', { name: 'No', exact: true }).check();
    await early.getByRole('button', { name: 'Invia la risposta' }).click();
    await early.getByText('Risposta ricevuta').waitFor();
    await waiting.getByRole('radio', { name: 'No', exact: true }).check();
    await until(onWall).toBeGreaterThan(5);
  });

  it('[SC4] killed: the wall keeps its last picture with a small mark, and the phones keep what people are choosing', async () => {
    await house.kill();
    expect(acknowledged()).toBeLessThan(people);
    await wall.getByText(/Schermo fermo alle/).waitFor();
    await wall.getByRole('heading', { name: question }).waitFor();
    expect(await onWall()).toBeGreaterThan(3);
    await house.picture(wall, 'wall-stopped');
    await early.getByText(/Senza rete dalle/).waitFor();
    await early.getByText('Risposta ricevuta').waitFor();
    await waiting.getByRole('button', { name: 'Invia la risposta' }).click();
    await waiting.getByText('Non ancora inviata').waitFor();
    await console_.getByText(/Questo portatile è scollegato/).waitFor();
  });

  it('[K8] started again, wall, console and phones come back by themselves and what was not sent goes', async () => {
    await house.start();
    await Promise.all([
      wall.getByText(/Schermo fermo alle/).waitFor({ state: 'detached' }),
      console_.getByText(/Questo portatile è scollegato/).waitFor({ state: 'detached' }),
      early.getByText(/Senza rete dalle/).waitFor({ state: 'detached' }),
      waiting.getByText('Risposta ricevuta').waitFor(),
    ]);
    await early.getByText('Risposta ricevuta').waitFor();
    await until(() => crowd.people.filter(({ connection }) => connection.store.getState().link.kind === 'live').length).toBe(people);
    await until(() => held().filter((answer) => answer !== null).length).toBe(people);
    await until(onWall).toBe(people + 2);
  });

  it('[K2] [K3] every acknowledged answer is counted, each once, as it was last acknowledged', async () => {
    for (const { simulated } of crowd.people) simulated.stop();
    await until(() => crowd.people.flatMap(({ connection }) => connection.store.getState().pending).length).toBe(0);
    await console_.getByRole('button', { name: 'Chiudi le risposte' }).click();
    await console_.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await wall.getByRole('table', { name: question }).waitFor({ state: 'attached' });

    const given = held();
    for (const [index, { simulated }] of crowd.people.entries())
      for (const { answer } of simulated.acknowledged.values()) expect(given[index]).toEqual(answer);
    const of = (id: string): number => given.filter((answer) => answer?.kind === 'choice' && answer.picked[0] === id).length;
    const expected = [of('option1'), of('option2') + 2, of('option3'), given.filter((answer) => answer?.kind === 'dontknow').length];
    expect(expected.reduce((sum, count) => sum + count)).toBe(people + 2);
    expect((await rowsOf(wall.getByRole('table', { name: question }))).map(([, count]) => Number(count))).toEqual(expected);
    expect((await rowsOf(early.getByRole('table', { name: question }))).map(([, count]) => Number(count))).toEqual(expected);
  });
});
