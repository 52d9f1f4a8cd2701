// The tables on the wall: what to do, how long, which tables; never who; legible whatever is written on the card.
import { beforeAll, describe, expect, it } from 'vitest';
import type { GroupsScreenView } from '../../shared/groups/shown.ts';
import { groupIdSchema } from '../../shared/kernel/ids.ts';
import { InLang, loadLang, type Lang } from '../kernel/i18n.ts';
import { draw } from '../ui/render.testkit.tsx';
import { ProjectorGroups, ProjectorRecalled, type TablesBlock } from './ProjectorGroups.tsx';
import { ProjectorReport, ProjectorReportTime } from './ProjectorReport.tsx';
import { cardOnWall } from './wallCard.ts';
import { recalledNow } from './wallRecalled.ts';

beforeAll(() => Promise.all([loadLang('en'), loadLang('ar')]));

const at = Date.UTC(2026, 10, 21, 11, 5);
const themes = ['Ombra e alberi', 'Strade', 'Case ed energia', 'Aria e salute', 'Informare la città'];
const tables = (count: number, named = true): GroupsScreenView['groups'] =>
  Array.from({ length: count }, (_, index) => ({
    group: groupIdSchema.parse(`group00000${index + 10}`),
    number: index + 1,
    name: named ? { s: themes[index % themes.length] ?? '' } : null,
    present: 9,
  }));
const view = (more: Partial<GroupsScreenView> = {}): GroupsScreenView => ({
  recalledAt: null,
  mode: 'groups',
  groups: tables(5),
  card: { s: 'Date un nome ai temi' },
  report: { order: [], sec: 120, now: null, done: [] },
  ...more,
});
const block = (left: number, more: Partial<TablesBlock> = {}): TablesBlock => ({
  title: { s: 'Lavori di gruppo' },
  instructions: { s: 'Leggete i biglietti' },
  left,
  elapsedMin: 70 - left / 60,
  totalMin: 70,
  paused: false,
  backAt: at + left * 1000,
  ...more,
});
const wall = (left: number, more: Partial<GroupsScreenView> = {}, blockMore: Partial<TablesBlock> = {}, lang: Lang = 'it') =>
  draw(
    <InLang lang={lang}>
      <ProjectorGroups view={view(more)} block={block(left, blockMore)} timeZone="Europe/Rome" />
    </InLang>,
  );

describe('at work', () => {
  it('[GR4] the title, the card, the time, when everybody comes back, three notices on the ruler', () => {
    const page = wall(1450);
    expect(page.one('h1').textContent).toBe('Lavori di gruppo');
    expect(page.one('.groups-wall-do').textContent).toBe('Date un nome ai temi');
    expect(page.one('.groups-wall-time').textContent).toBe('24:10');
    expect(page.one('.wall-foot').textContent).toBe('Avvisi a 10, 5 e 1 minutoSi torna in sala alle 12.29');
    expect(page.all('.ruler .notice')).toHaveLength(3);
    expect(page.one('.ruler').getAttribute('aria-label')).toBe('Passati 45 minuti di 70');
  });
  it.each([
    [601, '10:01', false, 'Avvisi a 10, 5 e 1 minuto'],
    [600, '10:00', true, 'Mancano meno di 10 minuti'],
    [300, '5:00', true, 'Mancano meno di 5 minuti'],
    [60, '1:00', true, 'Ultimo minuto'],
    [0, '0:00', true, 'È ora: si torna in sala'],
    [-75, '\u22121:15', true, 'È ora: si torna in sala'],
  ])('[GR4] with %d seconds left the wall says %s and its notice', (left, figure, late, words) => {
    const page = wall(left);
    expect(page.one('.groups-wall-time').textContent).toBe(figure);
    expect(page.all('.groups-wall-time.late')).toHaveLength(late ? 1 : 0);
    expect(page.one('.wall-foot > :first-child').textContent).toBe(words);
    // The hour of the return is not said once it has passed.
    expect(page.one('.wall-foot').textContent.includes('Si torna in sala alle')).toBe(left > 0);
  });
  it('[GR4] a block of eight minutes has no notice at ten', () => {
    const page = wall(470, {}, { totalMin: 8, elapsedMin: 0.2 });
    expect(page.all('.ruler .notice')).toHaveLength(2);
    expect(wall(700, {}, { totalMin: 5, elapsedMin: 0 }).one('.wall-foot').textContent).toContain('Avviso a 1 minuto');
  });
  it('[AG2] time that stands still says so, and promises no hour', () => {
    const page = wall(290, {}, { paused: true, backAt: null });
    expect(page.one('.groups-wall-time').textContent).toBe('4:50Tempo fermo');
    expect(page.all('.groups-wall-time.late')).toHaveLength(0);
    expect(page.one('.wall-foot').textContent).not.toContain('Si torna');
  });
  it('[SC3] up to seven tables by name; more, or names that do not fit, as one number', () => {
    expect(wall(900, { groups: tables(7) }).all('.groups-wall-tables > li')).toHaveLength(7);
    const many = wall(900, { groups: tables(11) });
    expect(many.all('.groups-wall-tables li')).toHaveLength(0);
    expect(many.one('.groups-wall-tables').textContent).toBe('11 tavoli al lavoro99 persone');
    const wordy = tables(7).map((row) => ({ ...row, name: { s: 'Un nome che non sta su una riga sola del muro' } }));
    expect(wall(900, { groups: wordy }).all('.groups-wall-tables li')).toHaveLength(0);
    expect(wall(900, { groups: tables(3, false) }).one('.groups-wall-tables').textContent).toBe('Tavolo 1Tavolo 2Tavolo 3');
  });
  it('[SC3] a card that is too long is cut at no word: whole sentences, and where the rest is', () => {
    const card = {
      s: 'Leggete insieme i biglietti. Date un nome ai temi. Poi ognuno dà tre punti, alle 12.30. Il portavoce racconta in due minuti, non di più, a tutti gli altri tavoli. E basta così.',
    };
    const page = wall(900, { card });
    expect(page.one('.groups-wall-do').textContent).toBe(
      'Leggete insieme i biglietti. Date un nome ai temi. Poi ognuno dà tre punti, alle 12.30.',
    );
    expect(page.one('.groups-wall-more').textContent).toBe('La consegna intera è sui telefoni.');
    expect(wall(900).all('.groups-wall-more')).toHaveLength(0);
    expect(cardOnWall('a'.repeat(600), 50, 3)).toEqual({ lines: [], whole: false });
    expect(cardOnWall('Uno\nDue\nTre', 50, 3)).toEqual({ lines: ['Uno', 'Due', 'Tre'], whole: true });
    expect(cardOnWall('Uno\nDue\nTre\nQuattro', 50, 3)).toEqual({ lines: ['Uno', 'Due', 'Tre'], whole: false });
  });
  it('[IN1] Arabic, with the card in the language in which it was written', () => {
    const page = wall(290, { card: { s: 'Date un nome', lang: 'it' } }, {}, 'ar');
    expect(page.one('.groups-wall-notice').textContent).toBe('بقي أقل من 5 دقائق');
    expect(page.one('.groups-wall-do bdi').lang).toBe('it');
    expect(page.one('.groups-wall-do bdi').dir).toBe('ltr');
    expect(page.one('.wall-foot').textContent).toContain('نعود إلى القاعة في 12:09');
  });
});

describe('before people move', () => {
  it('[SC6] which tables there are, not who sits where; each one’s own is on the phone', () => {
    const page = wall(900, { mode: 'plenary' });
    expect(page.all('.groups-before-rows > li').map((row) => row.textContent)).toEqual([
      'Tavolo 1Ombra e alberi',
      'Tavolo 2Strade',
      'Tavolo 3Case ed energia',
      'Tavolo 4Aria e salute',
      'Tavolo 5Informare la città',
    ]);
    expect(page.one('.wall-foot').textContent).toBe('Il tuo tavolo è scritto sul tuo telefono.');
    expect(page.all('.groups-wall-time')).toHaveLength(0);
  });
  it('[SC3] two columns of seven at most, the rest as a number; none is said in words', () => {
    expect(wall(900, { mode: 'plenary', groups: tables(14) }).all('.groups-before-rows.two > li')).toHaveLength(14);
    const page = wall(900, { mode: 'plenary', groups: tables(20) });
    expect(page.all('.groups-before-rows.two > li')).toHaveLength(14);
    expect(page.one('.groups-before-rows > li:last-child').textContent).toBe('e altri 7 tavoli');
    expect(wall(900, { mode: 'plenary', groups: [] }).host.textContent).toContain('Non c’è ancora nessun tavolo.');
  });
  it('[SC8] at work with no block that runs there is no time to show', () => {
    const page = draw(<ProjectorGroups view={view()} block={null} timeZone="Europe/Rome" />);
    expect(page.one('h1').textContent).toBe('Ai tavoli');
    expect(page.all('.groups-wall-time')).toHaveLength(0);
  });
});

describe('recalled', () => {
  it('[GR4] that one comes back, which tables have finished and when; nothing of what was to be done there, and no time', () => {
    const recalled = (lang: Lang, groups = tables(3)) =>
      draw(
        <InLang lang={lang}>
          <ProjectorRecalled view={view({ mode: 'plenary', recalledAt: at, groups })} at={at} timeZone="Europe/Rome" />
        </InLang>,
      ).host.textContent;
    expect(recalled('it')).toBe(
      'Si torna in salaTavolo 1Ombra e alberiTavolo 2StradeTavolo 3Case ed energiaI tavoli hanno finito alle 12.05',
    );
    expect(recalled('en')).toContain('Back to the hall');
    expect(recalled('ar')).toContain('نعود إلى القاعة');
    expect(recalled('it', tables(20))).toContain('e altri 7 tavoli');
  });
  it('[GR4] from the recall until the next block begins, for five minutes at most; not while anybody is at the tables', () => {
    const during = { startedAt: at - 1000 };
    const past = { mode: 'plenary', recalledAt: at } as const;
    expect(recalledNow(during, past, at)).toBe(at);
    expect(recalledNow(during, past, at + 299_000)).toBe(at);
    expect(recalledNow(during, past, at + 300_000)).toBeNull();
    expect(recalledNow({ startedAt: at + 1000 }, past, at + 2000)).toBeNull();
    expect(recalledNow(null, past, at)).toBeNull();
    expect(recalledNow(during, { ...past, mode: 'groups' }, at)).toBeNull();
    expect(recalledNow(during, { ...past, recalledAt: null }, at)).toBeNull();
  });
});

describe('a table tells', () => {
  const table = { number: 3, name: { s: 'Aria e salute' } };
  it('[GR6] without a board: the name, the time, who comes next', () => {
    const page = draw(<ProjectorReport table={table} time={{ left: 80, paused: false, late: false }} next={{ number: 4, name: null }} />);
    expect(page.host.textContent).toBe('Tavolo 3Aria e salute1:20Tempo per raccontarePoi: Tavolo 4');
    page.again(<ProjectorReport table={{ number: 3, name: null }} time={{ left: -5, paused: false, late: true }} next={null} />);
    expect(page.one('.report-wall-time.late').textContent).toBe('\u22120:05');
    page.again(<ProjectorReport table={table} time={null} next={null} />);
    expect(page.host.textContent).toBe('Tavolo 3Aria e salute');
  });
  it('[GR6] beside its board the time alone, ochre when it is short', () => {
    const page = draw(<ProjectorReportTime time={{ left: 31, paused: false, late: false }} />);
    expect(page.host.textContent).toBe('Tempo per raccontare: 0:31');
    expect(page.all('.late')).toHaveLength(0);
    page.again(<ProjectorReportTime time={{ left: 30, paused: false, late: true }} />);
    expect(page.all('.late')).toHaveLength(1);
  });
});
