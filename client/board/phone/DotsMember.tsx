// Giving dots (BO6): so many for each person, so many at most on one thing, seen by nobody until they are closed. Each tap is sent whole
// with an edit number, so that what is left half done counts too; "Ho finito" only says that one is ready. Safe for phones.
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardAbout, BoardDots, BoardMemberMine } from '../../../shared/board/shown.ts';
import { useDraft } from '../../kernel/draft.ts';
import { heldDocument, useMapRevision, type SharedDocument } from '../../kernel/document.ts';
import { number, useTexts } from '../../kernel/i18n.ts';
import { useRefusal } from '../../kernel/refusal.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { BoardClock } from './BoardClock.tsx';
import { noteIn, themeIn } from './outline.ts';
import { Outline } from './Outline.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { boardRefusals } from './useActs.ts';

type OpenDots = Extract<BoardDots, { state: 'open' }>;
type Given = readonly (readonly [string, number])[];
interface Dots {
  readonly given: Given;
  readonly done: boolean;
  readonly edit: number;
}
const noDots: Dots = { given: [], done: false, edit: 0 };
const readDots = (stored: string): Dots => {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null || !('given' in value) || !('edit' in value) || !('done' in value)) return noDots;
    const { given, edit, done } = value;
    if (!Array.isArray(given) || typeof edit !== 'number') return noDots;
    return {
      given: given.flatMap((pair: unknown) => {
        if (!Array.isArray(pair)) return [];
        const list: readonly unknown[] = pair;
        const [target, dots] = list;
        return typeof target === 'string' && typeof dots === 'number' ? [[target, dots] as const] : [];
      }),
      edit,
      done: done === true,
    };
  } catch {
    return noDots;
  }
};
/** What the steppers read: each only its own value. */
interface Shown {
  readonly values: ReadonlyMap<string, number>;
  readonly left: number;
  readonly set: (target: string, of: number) => void;
}

export interface DotsMemberProps {
  about: BoardAbout;
  dots: OpenDots;
  mine: BoardMemberMine['dots'];
  own: ReadonlySet<string>;
  document: SharedDocument | null;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  now: number;
  timeZone: string;
  /** That a text half written is kept, and the way to it. */
  unsent?: ReactNode | undefined;
}

export function DotsMember(props: DotsMemberProps) {
  const { about, dots, mine, document, send, pending, online, now, timeZone, own, unsent = null } = props;
  const t = useTexts(boardPhoneTexts);
  const say = useRefusal(boardRefusals);
  const [stored, store] = useDraft(`board.dots.${about.board}.${dots.round}`, '');
  const [refused, setRefused] = useState<string | null>(null);
  const kept = readDots(stored);
  // The phone's own, unless the server has a later one (another device of the same seat).
  const current: Dots = (mine?.edit ?? 0) > kept.edit && mine !== null ? mine : kept;
  const waiting = pending.some(({ command }) => command.type === 'board.giveDots' && command['board'] === about.board);
  const there = useThere(document, dots.rule.on);
  // A dot on what was put away meanwhile comes back to who gave it.
  const given = there === null ? current.given : current.given.filter(([target]) => there.has(target));
  const spent = given.reduce((sum, [, of]) => sum + of, 0);
  const left = Math.max(0, dots.rule.each - spent);
  const give = (next: Given, done: boolean): void => {
    const edit = Math.max(current.edit, mine?.edit ?? 0) + 1;
    store(JSON.stringify({ given: next, done, edit }));
    setRefused(null);
    void send({ type: 'board.giveDots', board: about.board, round: dots.round, edit, given: next, done }, { keep: true }).then((reply) => {
      if (reply.ok) return;
      const words = say(reply);
      setRefused(words);
      announce(words);
    });
  };
  const set = (target: string, of: number): void =>
    give([...given.filter(([id]) => id !== target), ...(of > 0 ? [[target, of] as const] : [])], false);

  const [shown] = useState(() => createStore<Shown>()(() => ({ values: new Map(given), left, set })));
  useEffect(() => {
    shown.setState({ values: new Map(given), left, set });
  });
  // Not drawn anew at each tap: a step draws its own stepper.
  const list = useMemo(
    () => (
      <Outline
        about={about}
        document={document}
        timeZone={timeZone}
        own={own}
        opens="none"
        open={null}
        onOpen={() => undefined}
        themesOnly={dots.rule.on === 'themes'}
        {...(dots.rule.on === 'themes'
          ? { themeEnd: (id: string) => <DotStepper id={id} document={document} store={shown} most={dots.rule.max} /> }
          : { end: (id: string) => <DotStepper id={id} document={document} store={shown} most={dots.rule.max} /> })}
      />
    ),
    [about, document, timeZone, own, dots.rule.on, dots.rule.max, shown],
  );

  if (current.done)
    return (
      <>
        <main>
          <div className="bp-middle" role="status">
            <h1 className="huge bp-done">{t('dots.doneTitle')}</h1>
            <p className="lead soft">{left > 0 ? t('dots.doneLeft', { n: left }) : t('dots.doneWords')}</p>
            {waiting && !online ? (
              <Status kind="time" icon="outbox">
                {t('dots.waiting')}
              </Status>
            ) : null}
            {refused === null ? null : <p className="why">{refused}</p>}
            {unsent}
          </div>
        </main>
        <footer className="thumb-zone">
          <Button thumb onPress={() => give(given, false)}>
            {t('dots.change')}
          </Button>
        </footer>
      </>
    );
  return (
    <>
      <main className="bp-list">
        <div className="bp-dots-head">
          <p role="status">
            <b>{t('dots.left', { n: left, all: dots.rule.each })}</b>
          </p>
          {dots.rule.each > 12 ? null : (
            <p className="bp-dots-drawn" aria-hidden="true">
              {Array.from({ length: dots.rule.each }, (_, index) => (
                <i key={index} className={index < spent ? 'used' : ''} />
              ))}
            </p>
          )}
          <BoardClock clock={about.clock} now={now} />
        </div>
        <h1 className="sr-only">
          {t(dots.rule.on === 'themes' ? 'dots.titleThemes' : 'dots.titleNotes', { each: dots.rule.each, max: dots.rule.max })}
        </h1>
        <p className="bp-say soft">{t('dots.hint', { n: dots.rule.max })}</p>
        {waiting && !online ? (
          <p className="bp-say">
            <Status kind="time" icon="outbox">
              {t('dots.waiting')}
            </Status>
          </p>
        ) : null}
        {unsent === null ? null : <div className="bp-say">{unsent}</div>}
        {list}
      </main>
      <footer className="thumb-zone ruled">
        {refused === null ? null : (
          <p className="why" role="alert">
            {refused}
          </p>
        )}
        <Button thumb variant="primary" onPress={() => give(given, true)}>
          {t('dots.done')}
        </Button>
      </footer>
    </>
  );
}

/** The things that can have dots; null while the document is on its way. */
function useThere(document: SharedDocument | null, map: 'notes' | 'themes'): ReadonlySet<string> | null {
  const [empty] = useState(() => heldDocument());
  const of = document ?? empty;
  const revision = useMapRevision(of, map);
  return useMemo(
    () => (of.state().kind === 'loading' ? null : new Set(of.ids(map))),
    // The revision is what it is read from.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [of, map, revision],
  );
}
function DotStepper({ id, document, store, most }: { id: string; document: SharedDocument | null; store: StoreApi<Shown>; most: number }) {
  const t = useTexts(boardPhoneTexts);
  const value = useSyncExternalStore(store.subscribe, () => store.getState().values.get(id) ?? 0);
  const none = useSyncExternalStore(store.subscribe, () => store.getState().left === 0);
  const label = document === null ? '' : (noteIn(document, id)?.text ?? themeIn(document, id)?.title ?? '');
  return (
    <span className="stepper" role="group" aria-label={label}>
      <Button
        icon="minus"
        label={t('dots.less', { what: label })}
        off={value === 0 ? t('dots.none') : undefined}
        onPress={() => store.getState().set(id, value - 1)}
      />
      <output aria-live="polite">{number(value, t.lang)}</output>
      <Button
        icon="plus"
        label={t('dots.more', { what: label })}
        off={value >= most ? t('dots.most', { n: most }) : none ? t('dots.all') : undefined}
        onPress={() => store.getState().set(id, value + 1)}
      />
    </span>
  );
}
