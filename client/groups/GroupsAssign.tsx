/* Who goes to which table (GR2): by hand, by the theme that members chose, or mixed. A mix is reckoned on this page, because attributes are
   seen here and never leave for a fact; what comes out is shown table by table and explained in words before anybody is moved. Hand changes
   by select and keyboard, dragging as the second way. Nothing happens in the hall until the one button, which repeats the numbers. */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { allocateInSteps, explainSeating, type AllocationWish } from '../../shared/groups/allocation.ts';
import type { How, Mix } from '../../shared/groups/events.ts';
import type { GroupRow, GroupsDriverView, GroupsPlanRows, SeatingRow } from '../../shared/groups/shown.ts';
import type { GroupId, MemberId } from '../../shared/kernel/ids.ts';
import { percent, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Status } from '../ui/Status.tsx';
import { useAsk, type Asking } from './ask.ts';
import {
  assignedSeats,
  howNow,
  rowsOf,
  sameMix,
  sameSeats,
  seatsOf,
  valuesAt,
  whoOf,
  withSeat,
  type AssignPerson,
  type Seats,
  type Who,
} from './assigning.ts';
import { useAttributeName } from './attributeName.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { ExplainedSeating } from './ExplainedSeating.tsx';
import { GroupsMix } from './GroupsMix.tsx';
import { Said } from './Said.tsx';
import { inSlices } from './slices.ts';
import './console.css';

export interface GroupsAssignProps {
  readonly view: GroupsDriverView;
  /** The lists `groups.seating`, `groups.plan`; null while they come. */
  readonly seating: readonly SeatingRow[] | null;
  readonly plan: GroupsPlanRows | null;
  /** From the list `roster.members`; null while it comes. */
  readonly people: readonly AssignPerson[] | null;
  /** Tables of earlier sessions, when known. */
  readonly olderPast: AllocationWish['olderPast'];
  readonly send: Send;
  /** A number nobody chose: the seed of a mix. */
  readonly newSeed: () => number;
  readonly onPlan: () => void;
}
export function GroupsAssign(props: GroupsAssignProps) {
  const t = useTexts(groupsConsoleTexts);
  const { view, seating, plan, people } = props;
  if (view.groups.length === 0)
    return (
      <div className="groups-empty">
        <p>{t('assign.noTables')}</p>
        <Button variant="primary" onPress={props.onPlan}>
          {t('assign.toPlan')}
        </Button>
      </div>
    );
  if (seating === null || plan === null || people === null) return <p className="soft">{t('loading')}</p>;
  return <Inside {...props} seating={seating} plan={plan} people={people} />;
}

type Way = 'hand' | 'theme' | 'balanced';
interface Proposal {
  readonly seats: Seats;
  readonly how: How | null;
  /** As it was proposed, so that a change by hand is known. */
  readonly proposed: Seats;
  readonly seed: number | null;
}
type InsideProps = GroupsAssignProps & {
  readonly seating: readonly SeatingRow[];
  readonly plan: GroupsPlanRows;
  readonly people: readonly AssignPerson[];
};

function Inside({ view, seating, plan, people, olderPast, send, newSeed }: InsideProps) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const here = seating.filter((row) => row.here).length;
  const [who, setWho] = useState<Who>(here > 0 ? 'here' : 'all');
  const [way, setWay] = useState<Way>('balanced');
  const [work, setWork] = useState<Proposal | null>(null);
  const [mixWork, setMix] = useState<Mix | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [picked, setPicked] = useState<MemberId | null>(null);
  const run = useRef(0);
  const stored: Mix = useMemo(() => mixOf(plan, people), [plan, people]);
  const mix = mixWork ?? stored;
  const wanted = whoOf(seating, who);
  const stands = assignedSeats(seating);
  const seats = work?.seats ?? stands;
  const attributesOf = useMemo(() => new Map(people.map(({ member, attributes }) => [member, attributes])), [people]);
  const persons = wanted.map(({ member }) => ({ member, attributes: attributesOf.get(member) ?? {} }));
  const themes = new Map(plan.groups.map(({ id, theme }) => [id, theme]));
  const tables = view.groups.map(({ group }) => ({ group, theme: themes.get(group) ?? null }));
  const preferences: AllocationWish['preferences'] =
    way === 'theme'
      ? new Map(wanted.flatMap(({ member, first, second }) => (first === null ? [] : [[member, { first, second }] as const])))
      : null;
  const rows = rowsOf(seats, view.groups, wanted);
  const placed = rows.reduce((sum, { members }) => sum + members.length, 0);
  const said = explainSeating(persons, rows, mix, plan.past, { olderPast, preferences, tables });
  const changed = work !== null && !sameSeats(work.seats, work.proposed);
  const attributes = [...new Set(people.flatMap((person) => Object.keys(person.attributes)))];
  const seatOf = (member: MemberId): string => seating.find((row) => row.member === member)?.seat ?? '?';
  const numberOf = (group: GroupId): number => view.groups.find((row) => row.group === group)?.number ?? 0;

  const reckon = async (fixed: Seats): Promise<void> => {
    const turn = (run.current += 1);
    const seed = newSeed();
    setShare(0);
    const wish: AllocationWish = { people: persons, tables, criteria: mix, past: plan.past, olderPast, preferences, fixed, seed };
    const found = await inSlices(allocateInSteps(wish), setShare, () => run.current !== turn);
    if (found === null) return;
    setShare(null);
    const proposed = seatsOf(found.seating);
    setWork({ seats: proposed, proposed, how: fixed.size === 0 ? found.how : null, seed });
    announce(t('assign.reckoned', { people: proposed.size, n: view.groups.length }));
  };
  const move = (member: MemberId, group: GroupId | null): void => {
    setWork({
      how: work?.how ?? null,
      proposed: work?.proposed ?? stands,
      seed: work?.seed ?? null,
      seats: withSeat(seats, member, group),
    });
    announce(
      group === null
        ? t('assign.movedOut', { seat: seatOf(member) })
        : t('assign.moved', { seat: seatOf(member), number: numberOf(group) }),
    );
  };
  const assign = async (): Promise<void> => {
    const wishes = [
      ...(sameMix(mix, stored) ? [] : [{ type: 'groups.setMix', mix }]),
      { type: 'groups.assign', round: view.round, how: howNow(work?.how ?? null, changed), seating: rows },
    ];
    if (!(await ask(...wishes))) return;
    setWork(null);
    setMix(null);
    setPicked(null);
  };
  const unplaced = wanted.filter(({ member }) => !seats.has(member));
  const missing = seating.filter((row) => !row.here && stands.has(row.member)).length;
  const busy = share !== null;
  const dirty = work !== null && !sameSeats(seats, stands);
  return (
    <div className="groups-assign">
      <section className="groups-assign-how" aria-label={t('assign.how')}>
        <h2>{t('assign.title', { n: view.round })}</h2>
        {view.mode === 'groups' ? (
          <Band kind="time" live={false} title={t('assign.running')}>
            {t('assign.runningHint')}
          </Band>
        ) : null}
        <Segmented<Way>
          legend={t('assign.how')}
          hideLegend
          value={way}
          onChange={setWay}
          options={(['balanced', 'theme', 'hand'] as const).map((value) => ({ value, label: t(`assign.by.${value}`) }))}
        />
        <p className="soft">{t(`assign.byHint.${way}`)}</p>
        <Segmented<Who>
          legend={t('assign.who')}
          value={who}
          onChange={setWho}
          options={[
            { value: 'here', label: t('assign.here', { n: here }) },
            { value: 'all', label: t('assign.all', { n: seating.length }) },
          ]}
        />
        {way === 'theme' ? <Choice view={view} ask={ask} asked={preferences?.size ?? 0} /> : null}
        {way === 'hand' ? null : <GroupsMix mix={mix} attributes={attributes} seating={seating} onChange={setMix} />}
        {way === 'hand' ? null : (
          <div className="row">
            <Button
              variant={dirty ? 'plain' : 'primary'}
              icon="refresh"
              off={busy ? t('assign.busy') : wanted.length === 0 ? t('assign.nobody') : undefined}
              onPress={() => void reckon(new Map())}
            >
              {t(work === null ? 'assign.mix' : 'assign.again')}
            </Button>
            {busy ? (
              <Status icon="clock" live>
                {t('assign.reckoning', { share: percent(share, t.lang) })}
              </Status>
            ) : work === null || work.seed === null ? null : (
              <span className="meta">{t('assign.seed', { seed: String(work.seed) })}</span>
            )}
          </div>
        )}
        {placed > 0 ? <ExplainedSeating said={said} numberOf={numberOf} seatOf={seatOf} /> : null}
      </section>
      <section className="groups-assign-tables" aria-label={t('assign.tables')}>
        {missing > 0 ? <p className="soft">{t('head.missing', { n: missing })}</p> : null}
        {unplaced.length > 0 && placed > 0 ? (
          <Band
            kind="time"
            live={false}
            title={t('head.unplaced', { n: unplaced.length })}
            actions={
              <Button
                off={busy ? t('assign.busy') : undefined}
                onPress={() =>
                  void reckon(new Map(rows.flatMap(({ group, members }) => members.map((member) => [member, group] as const))))
                }
              >
                {t('assign.placeThem', { n: unplaced.length })}
              </Button>
            }
          >
            {t('assign.placeHint')}
          </Band>
        ) : null}
        <ol className="groups-preview">
          {view.groups.map((row, index) => (
            <TablePreview
              key={row.group}
              row={row}
              members={rows[index]?.members ?? []}
              mix={mix}
              attributesOf={attributesOf}
              seatOf={seatOf}
              picked={picked}
              onPick={setPicked}
              onDrop={(member) => move(member, row.group)}
              newPairs={said.tables[index] ?? null}
            />
          ))}
          {unplaced.length === 0 ? null : (
            <li className="groups-preview-table none">
              <h3>{t('assign.without', { n: unplaced.length })}</h3>
              <Seat members={unplaced.map(({ member }) => member)} seatOf={seatOf} picked={picked} onPick={setPicked} />
            </li>
          )}
        </ol>
      </section>
      <footer className="groups-assign-dock">
        {picked === null ? null : (
          <label className="groups-picked">
            <span>{t('assign.putSeat', { seat: seatOf(picked) })}</span>
            <select
              className="inp"
              value={seats.get(picked) ?? ''}
              onChange={(event) => move(picked, view.groups.find(({ group }) => group === event.currentTarget.value)?.group ?? null)}
            >
              <option value="">{t('move.none')}</option>
              {view.groups.map(({ group, number, name }) => (
                <option key={group} value={group}>
                  {t('rows.numbered', { number })}
                  {name === null ? '' : ` · ${name.s}`}
                </option>
              ))}
            </select>
          </label>
        )}
        {refused === null ? null : <p className="why">{refused}</p>}
        {changed ? <Status icon="pen">{t('assign.byHand')}</Status> : null}
        <span className="grow" />
        {dirty ? <Button onPress={() => setWork(null)}>{t('assign.discard')}</Button> : null}
        <Button
          variant="primary"
          off={placed === 0 ? t('assign.nobodyPlaced') : !dirty ? t('assign.same') : view.may.assign ? undefined : t('acts.notNow')}
          onPress={() => void assign()}
        >
          {t('assign.go', { people: placed, n: view.groups.length })}
        </Button>
      </footer>
    </div>
  );
}

/** What was looked at last time; the first time everything that the roll knows, but nothing that would make every table the same. */
const mixOf = ({ mix }: GroupsPlanRows, people: readonly AssignPerson[]): Mix => {
  const held: Mix = {
    attributes: [...mix.attributes],
    neverAlone: [...mix.neverAlone],
    together: mix.together.map(([a, b]) => [a, b]),
    apart: mix.apart.map(([a, b]) => [a, b]),
  };
  if (held.attributes.length > 0 || held.neverAlone.length > 0) return held;
  const usual = ['genere', 'fascia_eta', 'municipio'];
  return { ...held, attributes: usual.filter((one) => people.some(({ attributes }) => one in attributes)) };
};

/** Members are asked on their phones which theme they would rather. */
function Choice({ view, ask, asked }: { view: GroupsDriverView; ask: Asking['ask']; asked: number }) {
  const t = useTexts(groupsConsoleTexts);
  const { choice } = view;
  if (view.themes.length < 2) return <p className="why">{t('choice.noThemes')}</p>;
  return (
    <div className="row">
      {choice?.open === true ? (
        <>
          <Button onPress={() => void ask({ type: 'groups.closeChoice', round: view.round })}>{t('choice.close')}</Button>
          <span>{t('choice.answered', { n: choice.answered, of: choice.of })}</span>
        </>
      ) : (
        <>
          <Button
            off={view.may.choice ? undefined : t('acts.notNow')}
            onPress={() => void ask({ type: 'groups.openChoice', round: view.round })}
          >
            {t(choice === null ? 'choice.open' : 'choice.again')}
          </Button>
          <span className="meta">{t('choice.have', { n: asked })}</span>
        </>
      )}
    </div>
  );
}

interface SeatProps {
  readonly members: readonly MemberId[];
  readonly seatOf: (member: MemberId) => string;
  readonly picked: MemberId | null;
  readonly onPick: (member: MemberId | null) => void;
}
const dragged = 'text/plenaria-seat';
const byNumber = new Intl.Collator('it', { numeric: true });
function Seat({ members, seatOf, picked, onPick }: SeatProps): ReactNode {
  const t = useTexts(groupsConsoleTexts);
  return (
    <div className="groups-seats">
      {[...members]
        .sort((a, b) => byNumber.compare(seatOf(a), seatOf(b)))
        .map((member) => (
          <button
            key={member}
            type="button"
            draggable
            aria-pressed={picked === member}
            aria-label={t('assign.seat', { seat: seatOf(member) })}
            onClick={() => onPick(picked === member ? null : member)}
            onDragStart={(event) => event.dataTransfer.setData(dragged, member)}
          >
            {seatOf(member)}
          </button>
        ))}
    </div>
  );
}

function TablePreview({
  row,
  members,
  mix,
  attributesOf,
  onDrop,
  newPairs,
  ...seats
}: SeatProps & {
  readonly row: GroupRow;
  readonly mix: Mix;
  readonly attributesOf: ReadonlyMap<MemberId, Readonly<Record<string, string>>>;
  readonly onDrop: (member: MemberId) => void;
  readonly newPairs: { readonly pairs: number; readonly newPairs: number } | null;
}) {
  const t = useTexts(groupsConsoleTexts);
  const name = useAttributeName();
  const looked = [...new Set([...mix.attributes, ...mix.neverAlone])];
  return (
    <li
      className="groups-preview-table"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragged)) event.preventDefault();
      }}
      onDrop={(event) => {
        const member = [...attributesOf.keys()].find((each) => each === event.dataTransfer.getData(dragged));
        if (member === undefined) return;
        event.preventDefault();
        onDrop(member);
      }}
    >
      <h3>
        <b>{row.number}</b> {row.name === null ? t('rows.numbered', { number: row.number }) : <Said of={row.name} />}
        <span className="meta">{t('assign.size', { n: members.length })}</span>
      </h3>
      <Seat members={members} {...seats} />
      {members.length === 0 ? null : (
        <dl>
          {looked.map((attribute) => (
            <div key={attribute}>
              <dt>{name(attribute)}</dt>
              <dd>
                {valuesAt(members, attribute, attributesOf)
                  .map(({ value, n }) => t('assign.values', { n, value: value === '' ? t('why.unwritten') : value }))
                  .join(', ')}
              </dd>
            </div>
          ))}
          {newPairs === null || newPairs.newPairs === newPairs.pairs ? null : (
            <div>
              <dt>{t('assign.met')}</dt>
              <dd>{t('assign.metPairs', { n: newPairs.pairs - newPairs.newPairs, of: newPairs.pairs })}</dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
}
