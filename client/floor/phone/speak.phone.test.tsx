// Hands and turns on phones: how many come before, one's own turn with its signal, the drawn table of whoever leads one. Who speaks is never
// named to others, and minutes are seen only by whoever runs that floor.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  assigned,
  atTables,
  calling,
  facilitator,
  hall,
  pausing,
  phone,
  queueing,
  raising,
  stateOf,
  tableOf,
  who,
} from '../../../shared/floor/testing.testkit.ts';
import type { Actor } from '../../../shared/kernel/audience.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { setLang } from '../../kernel/i18n.ts';
import { click, draw, type as write, type Drawn } from '../../ui/render.testkit.tsx';
import { FloorFoot } from './FloorMember.tsx';
import {
  answered,
  box,
  button,
  given,
  lineOf,
  memberMine,
  memberView,
  outbox,
  pendingOf,
  row,
  settled,
  tableMine,
  within,
} from './fixture.testkit.tsx';
import { HandPage, type HandPageProps } from './HandPage.tsx';
import { TableAsk } from './TableAsk.tsx';
import { TableTurns } from './TableTurns.tsx';
import { TurnPage, type TurnPageProps } from './TurnPage.tsx';
import { noticeOf, secondsLeft } from '../../../shared/floor/time.ts';

const trembled = vi.fn(() => true);
beforeEach(() => {
  localStorage.clear();
  trembled.mockClear();
  Object.defineProperty(navigator, 'vibrate', { value: trembled, configurable: true });
});
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'vibrate');
  await setLang('it');
});

const handPage = (story: Scenario, actor: Actor, more: Partial<HandPageProps> & Pick<HandPageProps, 'send'>) => (
  <HandPage
    view={memberView(story)}
    mine={memberMine(story, actor)}
    apart={stateOf(story).seating.mode === 'groups'}
    pending={[]}
    online
    onBack={() => undefined}
    {...more}
  />
);
const foot = (story: Scenario, actor: Actor): Drawn =>
  draw(<FloorFoot view={memberView(story)} mine={memberMine(story, actor)} apart={false} onGo={() => undefined} />);
const turnPage = (story: Scenario, actor: Actor, more: Partial<TurnPageProps> & Pick<TurnPageProps, 'send'>) => {
  const { turn } = memberMine(story, actor);
  if (turn === null) throw new Error('not their turn');
  return <TurnPage turn={turn} pending={[]} online now={story.now} {...more} />;
};
const choose = (page: Drawn, words: string): void => {
  const found = page
    .all('label.choice')
    .find((label) => label.textContent.includes(words))
    ?.querySelector('input');
  if (!found) throw new Error(`no choice ${words}`);
  click(found);
};

describe('asking to speak', () => {
  it('a kind, then the hand; how many come before; the hand taken back', async () => {
    const story = hall(9).when(raising(), phone(2)).when(raising(), phone(3));
    const { send, sent } = outbox();
    const page = draw(handPage(story, phone(1), { send }));
    click(button(page, 'Chiedi la parola'));
    expect(page.one('[role=alert]').textContent).toBe('Scegli prima per che cosa.');
    choose(page, 'Contro');
    click(button(page, 'Chiedi la parola'));
    expect(sent[0]).toMatchObject({ keep: true, wish: { type: 'floor.raise', member: null, kind: 'against', on: true } });
    // Not called "in coda" before the server has it.
    page.again(handPage(story, phone(1), { send, pending: pendingOf(sent, 0), online: false }));
    expect(page.one('.mine.waiting').textContent).toContain('Mano non ancora alzata. Non ancora inviata. Parte appena torna la rete.');
    expect(page.host.textContent).not.toContain('Sei in coda');
    await given(story, sent[0], phone(1));
    page.again(handPage(story, phone(1), { send }));
    expect(page.host.textContent).toContain('Sei in coda2 prima di te');
    story.when(calling(1, 2), facilitator).when(calling(2, 3, 1), facilitator);
    page.again(handPage(story, phone(1), { send }));
    expect(page.one('h1').textContent).toContain('Tocca a te fra poco');
    click(button(page, 'Ritira la mano'));
    expect(sent[1]?.wish).toMatchObject({ on: false });
    await given(story, sent[1], phone(1));
    expect(memberMine(story, phone(1)).hand).toBeNull();
  });

  it('[SC6] the foot says that somebody speaks and how many wait, never who; one’s own place instead when one waits', () => {
    const story = hall(9).when(raising(), phone(7)).when(raising(), phone(8)).when(calling(1, 7), facilitator);
    expect(foot(story, phone(1)).one('.fp-now').textContent.trim()).toBe('Parla qualcuno · 1 in coda');
    story.when(raising(), phone(1));
    const mine = foot(story, phone(1));
    expect(mine.one('.fp-now').textContent.trim()).toBe('Parla qualcuno · Sei in coda: 1 prima di te');
    expect(mine.host.textContent).not.toMatch(/\b7\b/u);
  });

  it('[K1] while the session is suspended the button says why; with nothing to ask or read there is no button for it', () => {
    const story = hall(3).when({ type: 'session.suspend', reason: 'Pausa' }, facilitator);
    const page = foot(story, phone(1));
    click(button(page, 'Parola'));
    expect(page.one('.why').textContent).toBe('In questo momento la parola non si chiede.');
    story.when({ type: 'floor.setDoor', members: false, audience: false }, facilitator);
    expect(foot(story, phone(1)).all('button')).toHaveLength(1);
  });

  it('[GR3] at work at the tables it is the own table’s queue', async () => {
    const story = atTables().when(raising(), phone(2));
    const { send, sent } = outbox();
    const page = draw(handPage(story, phone(1), { send }));
    expect(page.host.textContent).toContain('Parli al tuo tavolo.');
    choose(page, 'Intervento');
    click(button(page, 'Chiedi la parola'));
    await given(story, sent[0], phone(1));
    page.again(handPage(story, phone(1), { send }));
    expect(page.host.textContent).toContain('1 prima di te');
    expect(memberMine(story, phone(4)).hand).toBeNull();
  });
});

describe('one’s own turn', () => {
  it('[FL1] says so, counts down, gives the signal at 30 seconds and asks to conclude; trembles once for each', () => {
    const story = hall(3).when(calling(1, 1), facilitator);
    const { send } = outbox();
    const end = memberMine(story, phone(1)).turn?.endsAt ?? 0;
    const page = draw(turnPage(story, phone(1), { send, now: end - 119_000 }));
    expect(page.one('h1').textContent).toContain('Hai la parola');
    expect(page.one('[role=timer]').textContent).toBe('1:59');
    expect(page.all('.band')).toHaveLength(0);
    expect(trembled).toHaveBeenCalledTimes(1);
    page.again(turnPage(story, phone(1), { send, now: end - 30_000 }));
    page.again(turnPage(story, phone(1), { send, now: end - 12_000 }));
    expect(page.one('.band.time').textContent).toContain('Ultimi 30 secondi');
    expect(trembled).toHaveBeenCalledTimes(2);
    page.again(turnPage(story, phone(1), { send, now: end + 5000 }));
    expect(page.one('.band.time').textContent).toContain('Tempo finito, concludi');
    expect(page.one('[role=timer]').textContent).toBe('−0:05');
    expect(trembled).toHaveBeenCalledTimes(3);
  });

  it('works on a phone that cannot tremble', () => {
    Reflect.deleteProperty(navigator, 'vibrate');
    const story = hall(3).when(calling(1, 1), facilitator);
    expect(draw(turnPage(story, phone(1), outbox())).one('h1').textContent).toContain('Hai la parola');
    expect(trembled).not.toHaveBeenCalled();
  });

  it('time that stands still is said; "Ho finito" ends it once, and waits in sight without network', async () => {
    const story = hall(3).when(calling(1, 1), facilitator).when(pausing(1), facilitator);
    const { send, sent } = outbox();
    const page = draw(turnPage(story, phone(1), { send }));
    expect(page.host.textContent).toContain('Tempo fermo.');
    click(button(page, 'Ho finito'));
    page.again(turnPage(story, phone(1), { send, pending: pendingOf(sent, 0), online: false }));
    click(button(page, 'Ho finito'));
    expect(sent).toHaveLength(1);
    expect(page.one('.fp-waiting-why').textContent).toContain('Non ancora inviato');
    await given(story, sent[0], phone(1));
    expect(memberMine(story, phone(1)).turn).toBeNull();
  });

  it('a turn of half a minute has no last half minute; a pause keeps what is left', () => {
    expect(noticeOf({ sec: 30, endsAt: 20_000, leftMs: null }, 0)).toBe('none');
    expect(noticeOf({ sec: 60, endsAt: null, leftMs: 30_000 }, 999_999)).toBe('last');
    expect(noticeOf({ sec: 60, endsAt: 0, leftMs: null }, 0)).toBe('over');
    expect(secondsLeft({ sec: 60, endsAt: 1500, leftMs: null }, 0)).toBe(2);
    // A clock that runs a little late does not give more than the turn has.
    expect(secondsLeft({ sec: 60, endsAt: 60_000, leftMs: null }, -20)).toBe(60);
  });

  it('[IN1] in Arabic', async () => {
    await setLang('ar');
    const story = hall(3).when(calling(1, 1), facilitator);
    expect(draw(turnPage(story, phone(1), outbox())).one('h1').textContent).toContain('الكلمة لك');
  });
});

describe('a table', () => {
  const turns = (story: Scenario, send: ReturnType<typeof outbox>['send'], actor: Actor = tableOf(1)) => (
    <TableTurns
      mine={tableMine(story, actor)}
      send={send}
      now={story.now}
      help={<i>aiuto</i>}
      onAsk={() => undefined}
      onBack={() => undefined}
    />
  );
  const seat = (page: Drawn, number: string): HTMLElement => {
    const found = page.all('.fp-seat').find((one) => one.textContent.trim() === number);
    if (found === undefined) throw new Error(`no seat ${number}`);
    return found;
  };

  it('[K1] one tap on a drawn seat gives the floor, names whom it leaves; a second tap ends the turn; an impatient one does nothing', async () => {
    const story = atTables();
    const { send, sent } = outbox();
    const page = draw(turns(story, send));
    expect(page.all('.fp-seat')).toHaveLength(3);
    expect(page.host.textContent).toContain('Non hanno ancora parlato 3 persone: 1, 2, 3');
    click(seat(page, '2'));
    click(seat(page, '3'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      keep: false,
      wish: { type: 'floor.call', where: 'table001', from: null, member: who(2), kind: 'speech' },
    });
    await given(story, sent[0], tableOf(1));
    page.again(turns(story, send));
    expect(seat(page, '2').getAttribute('aria-pressed')).toBe('true');
    expect(seat(page, '2').getAttribute('aria-label')).toBe('Posto 2: parla. Tocca per chiudere il turno.');
    expect(page.one('.fp-queue .on').textContent).toContain('2Parlarestano');
    const first = sent[0]?.wish['turn'];
    click(seat(page, '3'));
    expect(sent[1]?.wish).toMatchObject({ from: first, member: who(3) });
    story.after(70_000);
    await given(story, sent[1], tableOf(1));
    page.again(turns(story, send));
    expect(seat(page, '2').getAttribute('aria-label')).toContain('ha parlato 1 volta, 1 min');
    click(seat(page, '3'));
    expect(sent[2]?.wish).toEqual({ type: 'floor.endTurn', turn: sent[1]?.wish['turn'] });
    await given(story, sent[2], tableOf(1));
    page.again(turns(story, send));
    expect(page.all('.fp-queue .on')).toHaveLength(0);
    expect(page.host.textContent).toContain('Non ha ancora parlato 1 persona: 1');
  });

  it('[FL1] the queue in its order with who has spoken how often; a point of order says that it goes first; nothing is recorded', async () => {
    const story = atTables().when(raising(), phone(1)).when(raising('order'), phone(3));
    const { send, sent } = outbox();
    const page = draw(turns(story, send));
    expect(page.all('.fp-queue > li .num').map((one) => one.textContent)).toEqual(['3', '1']);
    expect(row(page, 'Mozione d’ordine').textContent).toContain('parla prima');
    expect(page.host.textContent).toContain('I minuti li vedi solo tu. Non registra voci: conta solo i minuti.');
    expect(seat(page, '1').getAttribute('aria-label')).toContain('ha chiesto la parola. non ha ancora parlato');
    click(button(page, 'Dai la parola al posto 3'));
    expect(sent[0]?.wish).toMatchObject({ member: who(3), kind: 'order' });
    await given(story, sent[0], tableOf(1));
    page.again(turns(story, send));
    for (const [words, wish] of [
      ['aggiungi 30 secondi', { type: 'floor.giveTime', sec: 30 }],
      ['Ferma il tempo', { type: 'floor.pauseTurn', on: true }],
      ['Basta così', { type: 'floor.endTurn' }],
      ['Togli la mano', { type: 'floor.raise', member: who(1), on: false }],
    ] as const) {
      click(button(page, words));
      expect(sent.at(-1)?.wish).toMatchObject(wish);
      await answered(sent.at(-1), { ok: true, done: 'done', at: 0 });
    }
  });

  it('order and time of a turn are set for this table alone', async () => {
    const story = atTables().when(queueing('asked', 1, 90), tableOf(1));
    const { send, sent } = outbox();
    const page = draw(turns(story, send));
    expect(page.all('.fp-set .seg').at(1)?.textContent).toBe('1:001:302:003:005:00');
    const least = page
      .all('.fp-set label')
      .find((one) => one.textContent.includes('meno'))
      ?.querySelector('input');
    if (!least) throw new Error('no order');
    click(least);
    expect(sent[0]?.wish).toEqual({ type: 'floor.setQueue', where: 'table001', by: 'least', sec: 90 });
    await given(story, sent[0], tableOf(1));
    expect(tableMine(story, tableOf(1)).floor.by).toBe('least');
  });

  it('[K1] a call that is refused is said in words; before the tables begin there is no drawn table, and it says why', async () => {
    const story = atTables();
    const { send, sent } = outbox();
    const page = draw(turns(story, send));
    story.when({ type: 'presence.letOut', member: who(2), knownAt: null }, facilitator);
    click(seat(page, '2'));
    await given(story, sent[0], tableOf(1));
    expect(page.one('[role=alert]').textContent).toBe('Prima bisogna essere segnati in sala.');
    const before = draw(turns(assigned(), send));
    expect(before.all('.fp-seat')).toHaveLength(0);
    expect(before.host.textContent).toContain('La parola al tavolo si dà quando si lavora ai tavoli.');
  });

  it('[GR3] [FL2] a question for the hall goes out as the table’s or as a sheet’s, with the table’s number, and is followed', async () => {
    const story = atTables();
    const { send, sent } = outbox();
    const ask = () =>
      within(
        lineOf(story, tableOf(1)),
        <TableAsk
          mine={tableMine(story, tableOf(1))}
          list={memberView(story).list}
          send={send}
          pending={[]}
          online
          help={null}
          onBack={() => undefined}
        />,
      );
    const page = draw(ask());
    const paper = page.all('.seg input')[1];
    if (paper === undefined) throw new Error('no door');
    click(paper);
    write(box(page), 'Chi tiene le chiavi?');
    click(button(page, 'Invia la domanda'));
    expect(sent[0]).toMatchObject({ keep: true, wish: { type: 'floor.ask', door: 'paper', group: null } });
    await given(story, sent[0], tableOf(1));
    page.again(ask());
    await settled();
    expect(row(page, 'Chi tiene le chiavi?').textContent).toContain('In attesa');
    expect([...stateOf(story).questions.values()][0]).toMatchObject({ door: 'paper', from: 'table', group: 'table001' });
  });
});
