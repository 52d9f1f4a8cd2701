// Tables on phones: where to go, the notices of the recall, the wish for a theme, calling for help, what to do before going back.
import { beforeEach, describe, expect, it } from 'vitest';
import { groupsViews, groupsMine } from '../../../shared/groups/view.ts';
import type { GroupsMemberMine, GroupsTableMine } from '../../../shared/groups/shown.ts';
import {
  atTables,
  facilitator,
  hall,
  phone,
  plan,
  seats,
  shade,
  stateOf,
  T,
  tableOf,
  water,
  who,
} from '../../../shared/groups/testing.testkit.ts';
import type { Reply } from '../../../shared/kernel/protocol.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import type { Send } from '../../kernel/send.ts';
import { act, click, draw, type, type Drawn } from '../../ui/render.testkit.tsx';
import { BeforePage, type BeforePageProps } from './BeforePage.tsx';
import { ChooseTheme } from './ChooseTheme.tsx';
import { GroupsMember, ReportAhead, ReportMember } from './GroupsMember.tsx';
import { GroupsTable, SpokespersonPage } from './GroupsTable.tsx';
import { HelpPage } from './HelpPage.tsx';
import { NoticeBand } from './NoticeBand.tsx';

const zone = 'Europe/Rome';
const noon = Date.UTC(2026, 10, 21, 11, 30);
let wishes: Parameters<Send>[0][] = [];
let reply: (said: Reply) => void = () => undefined;
const send: Send = (wish) => {
  wishes.push(wish);
  return new Promise((done) => {
    reply = done;
  });
};
const replied = async (said: Reply): Promise<void> => {
  reply(said);
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  act(() => undefined);
};
const ok: Reply = { ok: true, done: 'done', at: 0 };
beforeEach(() => {
  wishes = [];
  localStorage.clear();
});
const button = (page: Drawn, words: string): HTMLElement => {
  const found = page.all('button').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  return found;
};
const choice = (page: Drawn, words: string, at = 0): HTMLElement => {
  const found = page
    .all('label.choice')
    .filter((label) => label.textContent.includes(words))
    [at]?.querySelector('input');
  if (!found) throw new Error(`no choice ${words}`);
  return found;
};
/** With the roll that these stories have. */
const contextOf = (story: Scenario) => ({ ...story.viewContext(), assembly: seats(9) });
const mine = (story: Scenario, n: number): GroupsMemberMine => {
  const own = groupsMine.member(stateOf(story), contextOf(story), phone(n));
  if (own === null) throw new Error('no member');
  return own;
};
const tableMine = (story: Scenario, n = 1): GroupsTableMine => {
  const own = groupsMine.table(stateOf(story), contextOf(story), tableOf(n));
  if (own === null) throw new Error('no table');
  return own;
};
const viewOf = (story: Scenario) => groupsViews.member(stateOf(story), contextOf(story));

describe('a member’s table', () => {
  it('[GR1] says where to go with the number, and goes on when one is there', () => {
    let arrived = false;
    const page = draw(<GroupsMember mine={mine(atTables(), 1)} endsAt={noon} timeZone={zone} onArrive={() => (arrived = true)} />);
    expect(page.one('h1').textContent).toBe('Vai al tavolo 1');
    expect(page.host.textContent).toContain('fino alle 12.30');
    click(button(page, 'Sono al tavolo 1'));
    expect(arrived).toBe(true);
  });

  it('[GR4] the notices come at 10, 5 and 1 minute and say when; nothing before', () => {
    const band = (left: number, board = true) =>
      draw(<NoticeBand endsAt={noon} now={noon - left * 60_000} timeZone={zone} board={board} />).host.textContent;
    expect(band(10.1)).toBe('');
    expect(band(10)).toContain('Si torna in sala entro 10 minuti.');
    expect(band(5)).toContain('Alle 12.30 si torna in sala: la bacheca resta com’è.');
    expect(band(1)).toContain('Si torna in sala entro 1 minuto.');
    expect(band(0, false)).toContain('È ora di tornare in sala.');
    expect(draw(<NoticeBand endsAt={null} now={noon} timeZone={zone} board />).host.textContent).toBe('');
  });

  it('whoever tells the plenary is told, and called on their turn; nobody else', () => {
    const story = atTables()
      .when({ type: 'groups.setSpokesperson', group: T(1), member: who(1) }, tableOf(1))
      .when({ type: 'groups.recall', round: 1 }, facilitator)
      .when({ type: 'groups.queueReports', order: [T(1), T(2)], sec: 120 }, facilitator);
    // Nobody tells yet: there is no "this table".
    expect(draw(<ReportAhead mine={mine(story, 1)} telling={false} />).host.textContent).toContain('Racconti tu per primo');
    story
      .when({ type: 'groups.queueReports', order: [T(2), T(1)], sec: 120 }, facilitator)
      .when({ type: 'groups.report', from: null, to: T(2) }, facilitator);
    expect(draw(<ReportAhead mine={mine(story, 1)} telling />).host.textContent).toContain('Dopo questo tavolo racconti tu.');
    expect(draw(<ReportAhead mine={mine(story, 2)} telling />).host.textContent).toBe('');
    story.when({ type: 'groups.report', from: T(2), to: T(1) }, facilitator);
    const page = draw(<ReportMember mine={mine(story, 1)} time={{ left: 95, paused: false, late: false }} />);
    expect(page.one('h1').textContent).toBe('Tocca a te');
    expect(page.one('[role=timer]').textContent).toBe('1:35');
    expect(draw(<ReportMember mine={mine(story, 2)} time={null} />).host.textContent).toBe('');
  });
});

describe('the wish for a theme', () => {
  const asked = () => hall(9).when(plan(3), facilitator).when({ type: 'groups.openChoice', round: 1 }, facilitator);
  const page = (story: Scenario, pending: readonly Parameters<Send>[0][] = [], online = true) => (
    <ChooseTheme
      view={viewOf(story)}
      mine={mine(story, 1)}
      round={1}
      send={send}
      online={online}
      pending={pending.map((command, index) => ({ id: `w${index}`, command, since: 0, tries: 1, keep: true }))}
    />
  );
  it('[GR2] a first, then perhaps a second that is another; a push and a closed page touch nothing [K5]', () => {
    const story = asked();
    const drawn = draw(page(story));
    click(button(drawn, 'Invia la scelta'));
    expect(drawn.one('[role=alert]').textContent).toBe('Scegli almeno il primo tema.');
    click(choice(drawn, 'Ombra e alberi'));
    expect(drawn.all('fieldset')[1]?.textContent).not.toContain('Ombra e alberi');
    drawn.again(page(story));
    const again = draw(page(story));
    expect(choice(again, 'Ombra e alberi')).toMatchObject({ checked: true });
    const other = again.all('fieldset')[1]?.querySelector('input');
    click(other ?? again.host);
    click(button(again, 'Invia la scelta'));
    expect(wishes[0]).toEqual({ type: 'groups.choose', round: 1, first: shade, second: water, edit: 1 });
    story.when(wishes[0], phone(1)).thenAnswer({ edit: 1 });
  });

  it('[K8] is called received only when the server has it; until then it waits in sight', async () => {
    const story = asked();
    const drawn = draw(page(story));
    click(choice(drawn, 'Ombra e alberi'));
    click(button(drawn, 'Invia la scelta'));
    drawn.again(page(story, wishes, false));
    expect(drawn.one('h1').textContent).toContain('Non ancora inviata');
    expect(drawn.one('.mine.waiting').textContent).toContain('Ombra e alberi');
    story.when(wishes[0], phone(1));
    await replied(ok);
    drawn.again(page(story));
    expect(drawn.one('h1').textContent).toContain('Scelta ricevuta');
  });
});

describe('the facilitator of a table', () => {
  it('[GR5] calls for help in two taps, and may take the call back', async () => {
    const story = atTables();
    const page = draw(<HelpPage mine={tableMine(story)} send={send} timeZone={zone} onBack={() => undefined} />);
    click(button(page, 'Chiama aiuto'));
    expect(page.one('[role=alert]').textContent).toBe('Scegli che cosa vi serve.');
    click(choice(page, 'Altro'));
    click(button(page, 'Chiama aiuto'));
    expect(page.one('[role=alert]').textContent).toBe('Scrivi di che cosa avete bisogno.');
    click(choice(page, 'Non troviamo i nomi ai temi'));
    click(button(page, 'Chiama aiuto'));
    expect(wishes[0]).toEqual({ type: 'groups.callHelp', about: 'themes', words: '' });
    story.when(wishes[0], tableOf(1)).then({ type: 'groups.helpCalled', group: T(1) });
    await replied(ok);
    page.again(<HelpPage mine={tableMine(story)} send={send} timeZone={zone} onBack={() => undefined} />);
    expect(page.one('h1').textContent).toBe('Avete chiamato aiuto');
    click(button(page, 'Annulla la chiamata'));
    expect(wishes[1]).toEqual({ type: 'groups.endHelp', group: T(1), how: 'withdrawn' });
  });

  it('[GR5] a call that is answered while one waits on it says that somebody comes, not the empty form; taken back it is the form', async () => {
    const story = atTables();
    const help = () => <HelpPage mine={tableMine(story)} send={send} timeZone={zone} onBack={() => undefined} />;
    const call = (about: string) => story.when({ type: 'groups.callHelp', about, words: '' }, tableOf(1));
    const end = (how: string, by = facilitator) => story.when({ type: 'groups.endHelp', group: T(1), how }, by);
    call('conflict');
    const page = draw(help());
    expect(page.one('h1').textContent).toBe('Avete chiamato aiuto');
    end('coming');
    page.again(help());
    expect(page.one('h1').textContent).toBe('Arriva qualcuno');
    expect(page.one('.mine').textContent).toBe('C’è un conflitto');
    click(button(page, 'Chiama di nuovo'));
    expect(page.one('h1').textContent).toBe('Che cosa vi serve?');
    call('time');
    page.again(help());
    end('given');
    page.again(help());
    expect(page.one('h1').textContent).toBe('Avete più tempo');
    call('themes');
    page.again(help());
    click(button(page, 'Annulla la chiamata'));
    end('withdrawn', tableOf(1));
    page.again(help());
    await replied(ok);
    expect(page.one('h1').textContent).toBe('Che cosa vi serve?');
  });

  it('[IN1] the card in another language has its own direction and stands along the page’s start, as the question does', () => {
    const own = mine(atTables(), 1);
    if (own.about === null) throw new Error('no table');
    const text = { s: 'Scrivete prima in silenzio', lang: 'it' as const };
    const about = { ...own.about, question: text, card: text };
    const page = draw(<GroupsMember mine={{ ...own, about }} endsAt={noon} timeZone={zone} />);
    const [question, card] = page.all('section > p');
    for (const line of [question, card]) {
      expect(line?.hasAttribute('dir')).toBe(false);
      expect(line?.querySelector('bdi')?.getAttribute('dir')).toBe('ltr');
    }
  });

  it('[GR3] takes in somebody by the number of the seat, and a refusal is said beside it', async () => {
    const story = atTables();
    const page = draw(
      <GroupsTable
        mine={tableMine(story)}
        send={send}
        endsAt={noon}
        timeZone={zone}
        onSpokesperson={() => undefined}
        onBack={null}
        help={null}
      />,
    );
    expect(page.all('.gp-seats b').map((seat) => seat.textContent)).toEqual(tableMine(story).seats.map(({ seat }) => seat));
    type(page.one('input.inp'), '99');
    click(button(page, 'Aggiungi al tavolo'));
    expect(wishes[0]).toEqual({ type: 'groups.welcome', seat: '99' });
    await replied({ ok: false, code: 'groups.unknownSeat', params: { seat: '99' }, at: 0 });
    expect(page.one('[role=alert]').textContent).toBe('Nessuno ha il posto 99.');
    expect(page.one('input.inp')).toMatchObject({ value: '99' });
  });

  it('[GR6] chooses who tells, among those who are here, by seat', () => {
    const story = atTables();
    const page = draw(<SpokespersonPage mine={tableMine(story)} send={send} onDone={() => undefined} />);
    click(button(page, 'Racconta questa persona'));
    expect(wishes).toEqual([]);
    click(choice(page, 'Posto 1'));
    click(button(page, 'Racconta questa persona'));
    expect(wishes[0]).toEqual({ type: 'groups.setSpokesperson', group: T(1), member: who(1) });
  });

  describe('before going back', () => {
    const page = (story: Scenario, more: Partial<BeforePageProps> = {}) => (
      <BeforePage
        mine={tableMine(story)}
        board={{ themes: 5, loose: 3, dots: { finished: 6, of: 8, closed: false } }}
        send={send}
        help={null}
        onSeeLoose={() => undefined}
        onSpokesperson={() => undefined}
        onBack={() => undefined}
        {...more}
      />
    );
    const lines = (drawn: Drawn) =>
      drawn.all('.gp-checks > li').map((line) => [line.querySelector('.ok') !== null, line.textContent] as const);
    it('[GR4] says what is ready and what is missing, each with the way to it', () => {
      const story = atTables();
      let seen = '';
      const drawn = draw(page(story, { onSeeLoose: () => (seen = 'loose'), onSpokesperson: () => (seen = 'speaks') }));
      expect(lines(drawn)).toEqual([
        [true, expect.stringContaining('5 temi hanno un nome')],
        [false, expect.stringContaining('3 biglietti ancora senza tema')],
        [false, expect.stringContaining('hanno finito in 6 su 8')],
        [false, expect.stringContaining('Chi racconta in sala?')],
      ]);
      click(button(drawn, 'Vedili'));
      expect(seen).toBe('loose');
      click(button(drawn, 'Scegli'));
      expect(seen).toBe('speaks');
    });

    it('is all ready when it is, and holds nobody back when it is not', () => {
      const story = atTables().when({ type: 'groups.setSpokesperson', group: T(1), member: who(1) }, tableOf(1));
      const ready = draw(page(story, { board: { themes: 1, loose: 0, dots: { finished: 3, of: 3, closed: true } } }));
      expect(lines(ready).every(([is]) => is)).toBe(true);
      expect(draw(page(story, { board: null })).all('.gp-checks > li')).toHaveLength(1);
    });

    it('[GR4] asks for five minutes once, and says that it did', () => {
      const story = atTables();
      const drawn = draw(page(story));
      click(button(drawn, 'Chiedi 5 minuti in più'));
      expect(wishes[0]).toEqual({ type: 'groups.callHelp', about: 'time', words: '' });
      story.when(wishes[0], tableOf(1));
      drawn.again(page(story));
      expect(drawn.one('[role=status]').textContent).toContain('Avete chiesto 5 minuti');
      click(button(drawn, 'Chiedi 5 minuti in più'));
      expect(wishes).toHaveLength(1);
    });
  });
});
