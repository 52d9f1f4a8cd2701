// Questions and turns on the wall: legible whatever is written, two electorates apart, time in words and shape, never who.
import { beforeAll, describe, expect, it } from 'vitest';
import type { FloorScreenView } from '../../shared/floor/shown.ts';
import { floorLimits } from '../../shared/floor/limits.ts';
import { questionIdSchema } from '../../shared/kernel/ids.ts';
import { InLang, loadLang, type Lang } from '../kernel/i18n.ts';
import { draw } from '../ui/render.testkit.tsx';
import { ProjectorQuestions } from './ProjectorQuestions.tsx';
import { ProjectorTurn, ProjectorTurnStrip } from './ProjectorTurn.tsx';
import { fitList, fitOne, linesAt, type QuestionOnWall } from './wallFit.ts';

beforeAll(() => Promise.all([loadLang('en'), loadLang('ar')]));

const at = Date.UTC(2026, 10, 21, 9, 0);
const question = (number: number, more: Partial<QuestionOnWall> = {}): QuestionOnWall => ({
  question: questionIdSchema.parse(`question00${String(number).padStart(3, '0')}`),
  text: 'Quanti alberi si piantano ogni anno, e chi li annaffia d’estate?',
  lang: 'it',
  table: null,
  from: 'member',
  votes: { members: 12, audience: 3 },
  merged: 0,
  standing: 'open',
  ...more,
});
const wall = (questions: readonly QuestionOnWall[], lang: Lang = 'it') =>
  draw(
    <InLang lang={lang}>
      <ProjectorQuestions questions={questions} way={<bdi dir="ltr">plenaria.local · K7M 4QX</bdi>} />
    </InLang>,
  );
type Turn = NonNullable<FloorScreenView['turn']>;
const turnOf = (left: number, more: Partial<Turn> = {}): Turn => ({
  kind: 'speech',
  table: null,
  sec: 120,
  endsAt: at + left * 1000,
  leftMs: null,
  ...more,
});
const speaks = (turn: Turn | null, waiting = 3, lang: Lang = 'it') =>
  draw(
    <InLang lang={lang}>
      <ProjectorTurn turn={turn} waiting={waiting} now={at} />
    </InLang>,
  );
const strip = (turn: Turn, waiting = 3, lang: Lang = 'it') =>
  draw(
    <InLang lang={lang}>
      <ProjectorTurnStrip turn={turn} waiting={waiting} now={at} />
    </InLang>,
  );

describe('one question', () => {
  it('[GR3] where it was born, its words as the title, how many ask the same', () => {
    const page = wall([question(1, { table: 4, merged: 3 })]);
    expect(page.one('.floor-wall-from').textContent).toBe('Domanda dal tavolo 4');
    expect(page.one('h1').textContent).toBe('Quanti alberi si piantano ogni anno, e chi li annaffia d’estate?');
    expect(page.one('.floor-wall-same').textContent).toBe('e altre 3 simili');
    expect(wall([question(1, { merged: 1 })]).one('.floor-wall-same').textContent).toBe('e un’altra simile');
    expect(wall([question(1, { from: 'audience' })]).one('.floor-wall-from').textContent).toBe('Domanda dal pubblico');
    expect(wall([question(1)]).one('.floor-wall-from').textContent).toBe('Domanda dalla sala');
  });
  it('[PO2] those in the hall and the audience are two numbers, never their sum', () => {
    const page = wall([question(1)]);
    expect(page.all('.floor-wall-votes > span').map((each) => each.textContent)).toEqual(['12 in sala la sostengono', '3 dal pubblico']);
    const supports = (members: number, audience: number) =>
      wall([question(1, { votes: { members, audience } })]).one('.floor-wall-votes').textContent;
    expect([supports(1, 0), supports(52, 0), supports(0, 3)]).toEqual([
      '1 in sala la sostiene',
      '52 in sala la sostengono',
      '3 dal pubblico la sostengono',
    ]);
    expect(page.host.textContent).not.toContain('15');
    expect(wall([question(1, { votes: { members: 0, audience: 0 } })]).all('.floor-wall-votes > span')).toHaveLength(0);
  });
  it('[FL2] what has become of it is a sign and words', () => {
    for (const [standing, words] of [
      ['answered', 'Ha avuto risposta'],
      ['parked', 'Presa in carico'],
      ['disputed', 'Risposta contestata'],
    ] as const) {
      const mark = wall([question(1, { standing })]).one('.floor-wall-mark');
      expect(mark.textContent).toBe(words);
      expect(mark.querySelectorAll('svg')).toHaveLength(1);
    }
    expect(wall([question(1)]).all('.floor-wall-mark')).toHaveLength(0);
  });
  it('[SC3] seven lines at most and never under 40 px, whatever is written', () => {
    const most = floorLimits.questionChars;
    for (const text of [
      'Perché?',
      'parola '.repeat(40).trim(),
      'A'.repeat(most),
      'MAIUSCOLO '.repeat(28).trim(),
      'Precipitevolissimevolmente '.repeat(10).trim(),
      'uno\ndue\ntre\n'.repeat(20),
      '树'.repeat(most),
      '🌳'.repeat(most / 2),
    ]) {
      const { size, lines } = fitOne({ text, lang: 'it' });
      expect(size).toBeGreaterThanOrEqual(40);
      expect(lines + 2).toBeLessThanOrEqual(7);
      if (size > 40) expect(linesAt(text, size, 1728)).toBeLessThanOrEqual(5);
    }
    // Plain writing is never cut: it gets smaller.
    expect(linesAt('MAIUSCOLO '.repeat(28), 40, 1728)).toBeLessThanOrEqual(5);
    expect(linesAt('parola '.repeat(40), fitOne({ text: 'parola '.repeat(40), lang: 'it' }).size, 1728)).toBeLessThanOrEqual(5);
    expect(fitOne({ text: 'Perché?', lang: 'it' }).size).toBe(120);
    expect(fitOne({ text: 'parola '.repeat(40), lang: 'it' }).size).toBeGreaterThanOrEqual(52);
  });
  it('[SC6] a text is text: markup, formulas and another direction change nothing around it', () => {
    const text = '<img src=x onerror=alert(1)> =SUM(1) \u202eأين الظل؟';
    const page = wall([question(1, { text, lang: 'ar' })]);
    expect(page.all('img')).toHaveLength(0);
    expect(page.one('h1 bdi').getAttribute('dir')).toBe('rtl');
    expect(page.one('h1').textContent).toBe(text);
  });
  it('[IN1] what may be cut has its own language and direction, alone and in a list, whatever the screen speaks', () => {
    expect([wall([question(1)], 'ar').one('h1')].map(({ lang, dir }) => [lang, dir])).toEqual([['it', 'ltr']]);
    const list = wall([question(1), question(2, { lang: 'ar' })], 'ar');
    expect(list.all('.floor-list-text').map(({ lang, dir }) => [lang, dir])).toEqual([
      ['it', 'ltr'],
      ['ar', 'rtl'],
    ]);
  });
});

describe('a short list', () => {
  const rows = (page: ReturnType<typeof draw>) => page.all('ol > li').map((row) => row.textContent);
  it('[PO2] each with where it was born and its supports in two columns; the audience’s only where it supports something', () => {
    const page = wall([question(1, { table: 4, text: 'Prima?' }), question(2, { from: 'audience', text: 'Seconda?', merged: 2 })]);
    expect(rows(page)).toEqual([
      'Prima?dal tavolo 412 sostegni in sala3 sostegni pubblico',
      'Seconda?dal pubblico e altre 212 sostegni in sala3 sostegni pubblico',
    ]);
    expect(page.all('.floor-list-head > span').map((each) => each.textContent)).toEqual(['sostegni in sala', 'sostegni pubblico']);
    // Where it was asked is not the word for who supports it, in no language.
    const head = wall([question(1), question(2)], 'ar');
    const words = head.all('.floor-list-head > span, .floor-list-where').map((each) => each.textContent);
    expect(words).toEqual(['تأييد القاعة', 'تأييد الجمهور', 'من القاعة', 'من القاعة']);
    const hall = wall([1, 2].map((number) => question(number, { votes: { members: 4, audience: 0 } })));
    expect(hall.all('.floor-list-head > span')).toHaveLength(1);
  });
  it('[FL2] answered ones have a sign, and the foot says which sign it is', () => {
    const page = wall([question(1, { standing: 'answered' }), question(2)]);
    expect(page.all('li svg').map((sign) => sign.getAttribute('aria-label'))).toEqual(['Ha avuto risposta']);
    expect(page.one('.floor-list-foot').textContent).toContain('Ha avuto risposta');
  });
  it('[SC3] seven lines with the heading, at 48 px or more; what does not fit is said to be on the phones', () => {
    const long = 'parola '.repeat(40).trim();
    for (let count = 2; count <= floorLimits.onWall; count += 1)
      for (const text of ['Breve?', 'Quanti alberi si piantano ogni anno, e chi li annaffia d’estate?', long]) {
        const { size, lines, cut } = fitList(
          Array.from({ length: count }, () => ({ text, lang: 'it' as const })),
          1100,
        );
        expect(size).toBeGreaterThanOrEqual(48);
        expect(1 + lines.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(7);
        expect(lines).toHaveLength(count);
        expect(cut).toBe(text === long || (count > 3 && text !== 'Breve?'));
      }
    const page = wall([question(1, { text: long }), question(2)]);
    expect(page.one('.floor-list-foot').textContent).toBe('Le domande intere sono sui telefoni');
    // The first one has the lines that are to spare.
    expect(page.all('.floor-list-text').map((each) => each.style.getPropertyValue('--lines'))).toEqual(['4', '2']);
  });
});

describe('who speaks', () => {
  it('[SC6] the kind in words and the time, no name and no seat; a table that tells by its number', () => {
    const page = speaks(turnOf(80));
    expect(page.one('h1').textContent).toBe('Intervento');
    expect(page.one('.turn-wall-time').textContent).toBe('1:20');
    expect(page.one('.wall-foot').textContent).toBe('3 in coda');
    const kinds = (['question', 'for', 'against', 'order'] as const).map((kind) => speaks(turnOf(80, { kind })).one('h1').textContent);
    expect(kinds).toEqual(['Domanda', 'Intervento a favore', 'Intervento contro', 'Mozione d’ordine']);
    expect(speaks(turnOf(80, { kind: 'report', table: 4 })).one('h1').textContent).toBe('Tavolo 4 racconta');
  });
  it.each([
    [31, '0:31', ''],
    [30, '0:30', 'Ultimi 30 secondi'],
    [1, '0:01', 'Ultimi 30 secondi'],
    [0, '0:00', 'Concludere'],
    [-12, '−0:12', 'Concludere'],
  ])('[SC5] with %i seconds left the wall says %s %s: in words and with a frame, not by colour alone', (left, time, words) => {
    const page = speaks(turnOf(left));
    expect(page.one('.turn-wall-time').textContent).toBe(`${time}${words}`);
    expect(page.all('.turn-wall-signal svg')).toHaveLength(words === '' ? 0 : 1);
    expect(page.all('.turn-wall-signal.over')).toHaveLength(left <= 0 ? 1 : 0);
    expect(strip(turnOf(left)).one('.turn-strip').textContent).toBe(`Intervento${time}${words}3 in coda`);
  });
  it('a turn as short as the signal is not in its last seconds from the beginning', () => {
    expect(speaks(turnOf(30, { sec: 30 })).all('.turn-wall-signal')).toHaveLength(0);
    expect(speaks(turnOf(0, { sec: 30 })).one('.turn-wall-signal').textContent).toBe('Concludere');
  });
  it('paused, the time stands still and says so', () => {
    const paused = turnOf(0, { endsAt: null, leftMs: 75_000 });
    expect(speaks(paused).one('.turn-wall-time').textContent).toBe('1:15');
    expect(speaks(paused).one('.wall-foot').textContent).toBe('Tempo fermo3 in coda');
    expect(strip(paused, 0).one('.turn-strip').textContent).toBe('Intervento1:15Tempo fermo');
  });
  it('[SC8] held before anybody speaks, it says that the floor is free and how to ask', () => {
    const page = speaks(null, 0);
    expect(page.one('.wall-main').textContent).toBe('La parola è libera«Chiedi la parola» è sul telefono');
    expect(page.one('.wall-foot').textContent).toBe('');
  });
  it('[SC8] speaks the language of its screen, Arabic too', () => {
    expect(speaks(turnOf(20), 3, 'en').host.textContent).toContain('Last 30 seconds');
    expect(speaks(turnOf(20, { kind: 'report', table: 4 }), 3, 'ar').one('h1').textContent).toBe('الطاولة 4 تعرض');
    expect(wall([question(1, { table: 4 })], 'ar').one('.floor-wall-from').textContent).toBe('سؤال من الطاولة 4');
  });
});
