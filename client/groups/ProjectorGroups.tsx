// The tables on the wall (GR4). At work: what to do, the time in figures that one reads from the last row, the ruler with its three notices,
// the tables beside it. Before people move, and while they come back: which tables there are. Never who sits where: that is on each phone.
// Seven lines at most; past the end the figure counts on in ochre. Draws the middle and the foot of the hall's frame. The block and its time
// are given: rooms meet elsewhere.
import type { CSSProperties, ReactNode } from 'react';
import type { GroupsScreenView } from '../../shared/groups/shown.ts';
import type { Said } from '../../shared/kernel/text.ts';
import { hour, number, timer, useTexts } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Ruler } from '../ui/Ruler.tsx';
import { ProjectorSaid } from './ProjectorSaid.tsx';
import { cardOnWall, wallLines, type CardOnWall } from './wallCard.ts';
import { groupsWallTexts } from './wallTexts.ts';
import './wall.css';

export interface TablesBlock {
  readonly title: Said;
  readonly instructions: Said | null;
  /** Seconds left, negative past the end; minutes gone by and in all. */
  readonly left: number;
  readonly elapsedMin: number;
  readonly totalMin: number;
  readonly paused: boolean;
  /** When everybody is expected back, epoch ms; null while the time stands still. */
  readonly backAt: number | null;
}
export interface ProjectorGroupsProps {
  readonly view: GroupsScreenView;
  /** The running block; null when none runs. */
  readonly block: TablesBlock | null;
  readonly timeZone: string;
}
type T = ReturnType<typeof useTexts<typeof groupsWallTexts.it>>;
type Row = GroupsScreenView['groups'][number];

/** Minutes before the end at which the hall is told (GR4). */
const notices = [10, 5, 1] as const;
/** Signs on a line: of the title at 100 u and the card at 52 u beside the tables, of the card across the whole wall, of a table's name. */
const signs = { title: 22, card: 50, wide: 76, name: 18 } as const;
const mostRows = 7;

const noticeOf = (left: number): 'over' | 'last' | 'five' | 'ten' | null =>
  left <= 0 ? 'over' : left <= 60 ? 'last' : left <= 300 ? 'five' : left <= 600 ? 'ten' : null;
const saidOf = (view: GroupsScreenView, block: TablesBlock | null): Said | null => view.card ?? block?.instructions ?? null;

export function ProjectorGroups({ view, block, timeZone }: ProjectorGroupsProps) {
  return view.mode === 'groups' && block !== null ? (
    <AtWork view={view} block={block} timeZone={timeZone} />
  ) : (
    <Before view={view} block={block} />
  );
}

function Card({ said, card }: { said: Said; card: CardOnWall }) {
  return card.lines.map((line, index) => (
    <p key={index} className="groups-wall-do">
      <ProjectorSaid of={{ ...said, s: line }} />
    </p>
  ));
}

function AtWork({ view, block, timeZone }: { view: GroupsScreenView; block: TablesBlock; timeZone: string }) {
  const t = useTexts(groupsWallTexts);
  const { left, elapsedMin, totalMin, paused, backAt } = block;
  const titleLines = wallLines(block.title.s, signs.title);
  const said = saidOf(view, block);
  const card = said === null ? null : cardOnWall(said.s, signs.card, Math.max(1, 4 - titleLines));
  const shown = card === null ? 0 : card.lines.reduce((sum, line) => sum + wallLines(line, signs.card), card.whole ? 0 : 1);
  const figures = timer(left).length;
  // What the widest figure of that many signs needs of 1060 u, less what stands above it: 24:10, −12:30, 1:20:00.
  const above = titleLines + shown;
  const size = (figures <= 5 ? 400 : figures === 6 ? 340 : 300) * (above > 3 ? 0.66 : above > 2 ? 0.8 : 1);
  const style: CSSProperties & { '--size': number } = { '--size': size };
  const notice = noticeOf(left);
  return (
    <>
      <div className="wall-main groups-wall">
        <div className={above > 2 ? 'groups-wall-now long' : 'groups-wall-now'} style={style}>
          <h1>
            <ProjectorSaid of={block.title} />
          </h1>
          {said === null || card === null ? null : <Card said={said} card={card} />}
          {card?.whole === false ? <p className="groups-wall-more">{t('onPhones')}</p> : null}
          <p className={notice === null || paused ? 'groups-wall-time' : 'groups-wall-time late'}>
            <TimerText sec={left} />
            {paused ? <span className="groups-wall-paused">{t('paused')}</span> : null}
          </p>
          <Ruler
            toMin={totalMin}
            elapsedMin={elapsedMin}
            noticesMin={notices.map((each) => Math.round(totalMin - each)).filter((at) => at > 0)}
            label={t('elapsed', { elapsed: Math.max(0, Math.floor(elapsedMin)), total: Math.round(totalMin) })}
          />
        </div>
        <Tables rows={view.groups} />
      </div>
      <footer className="wall-foot">
        {notice === null || paused ? (
          <span>{plannedNotices(t, totalMin)}</span>
        ) : (
          <b className="groups-wall-notice">{t(`left.${notice}`)}</b>
        )}
        <span>{backAt === null || notice === 'over' ? null : <Rich text={t('back', { hour: hour(backAt, t.lang, timeZone) })} />}</span>
      </footer>
    </>
  );
}

/** A block of eight minutes has no notice at ten. */
const plannedNotices = (t: T, totalMin: number): string | null =>
  totalMin > 10 ? t('notices.three') : totalMin > 5 ? t('notices.two') : totalMin > 1 ? t('notices.last') : null;

/** Up to seven tables by number and name; more, or names that would not fit, as one number. */
function Tables({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(groupsWallTexts);
  if (rows.length === 0) return <div className="groups-wall-tables" />;
  const lines = rows.reduce((sum, { name }) => sum + (name === null ? 1 : wallLines(name.s, signs.name)), 0);
  if (rows.length > mostRows || lines > 9) {
    const people = rows.reduce((sum, { present }) => sum + present, 0);
    return (
      <div className="groups-wall-tables">
        <p className="groups-wall-many">
          <b className="num">{number(rows.length, t.lang)}</b> <span>{t('atWork', { n: rows.length })}</span>
        </p>
        {people === 0 ? null : <p className="groups-wall-people">{t('people', { n: people })}</p>}
      </div>
    );
  }
  return (
    <ol className="groups-wall-tables">
      {rows.map((row) => (
        <TableRow key={row.group} row={row} short />
      ))}
    </ol>
  );
}

function TableRow({ row, short = false }: { row: Row; short?: boolean }) {
  const t = useTexts(groupsWallTexts);
  const { number: own, name } = row;
  if (name === null)
    return (
      <li className="nameless">
        <b>{t('table', { number: own })}</b>
      </li>
    );
  return (
    <li>
      <b>{short ? number(own, t.lang) : t('table', { number: own })}</b>
      <span>
        <ProjectorSaid of={name} />
      </span>
    </li>
  );
}

/** Where there is no time to show: which tables there are. */
function Before({ view, block }: { view: GroupsScreenView; block: TablesBlock | null }) {
  const t = useTexts(groupsWallTexts);
  const said = saidOf(view, block);
  const card = said === null ? null : cardOnWall(said.s, signs.wide, 2);
  return (
    <>
      <TableList
        rows={view.groups}
        head={
          <>
            <h1>{block === null ? t('title') : <ProjectorSaid of={block.title} />}</h1>
            {said === null || card === null ? null : <Card said={said} card={card} />}
          </>
        }
      />
      <footer className="wall-foot">
        <span>{t('yours')}</span>
        <span>{card?.whole === false ? t('onPhones') : null}</span>
      </footer>
    </>
  );
}

/** After a recall, while people come back: that they do, and which tables have finished; nothing of what was to be done there (GR4). */
export function ProjectorRecalled({ view, at, timeZone }: { view: GroupsScreenView; at: number; timeZone: string }) {
  const t = useTexts(groupsWallTexts);
  return (
    <>
      <TableList rows={view.groups} head={<h1>{t('recalled.title')}</h1>} large />
      <footer className="wall-foot">
        <span>
          <Rich text={t('recalled.at', { hour: hour(at, t.lang, timeZone) })} />
        </span>
      </footer>
    </>
  );
}

/** Under a title the tables, in one column or two; `large`: the title is what the hall must read. */
function TableList({ rows, head, large = false }: { rows: readonly Row[]; head: ReactNode; large?: boolean }) {
  const t = useTexts(groupsWallTexts);
  const columns = rows.length > mostRows ? 2 : 1;
  const places = mostRows * columns;
  // The line that says how many more there are takes a place itself.
  const shown = rows.length > places ? rows.slice(0, places - 1) : rows;
  const more = rows.length - shown.length;
  const classes = ['wall-main groups-before', shown.length > 5 ? 'many' : '', large ? 'large' : ''];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div>{head}</div>
      {rows.length === 0 ? (
        <p className="groups-wall-do">{t('none')}</p>
      ) : (
        <ol className={columns === 2 ? 'groups-before-rows two' : 'groups-before-rows'}>
          {shown.map((row) => (
            <TableRow key={row.group} row={row} />
          ))}
          {more === 0 ? null : <li className="nameless soft">{t('more', { n: more })}</li>}
        </ol>
      )}
    </div>
  );
}
