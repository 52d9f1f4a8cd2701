/* A board on a laptop or a tablet: the canvas or the list, equal in function (BO1), with what writes and tidies around them. What one may do
   comes with the view; what one cannot do now says why when it is touched. During silence nobody's notes are here but one's own (BO2).
   Everything has a key, and keys can be switched off. Safe for phones. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { BoardAboutRows, BoardAbout, BoardMay, OwnNote } from '../../shared/board/shown.ts';
import type { NoteDoor } from '../../shared/board/limits.ts';
import type { AreaId, MemberId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { useDocumentState, type SharedDocument } from '../kernel/document.ts';
import { useLang, useTexts } from '../kernel/i18n.ts';
import { useKeys, type Keys } from '../kernel/keys.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { Opening } from '../ui/Opening.tsx';
import { BoardBands } from './BoardBands.tsx';
import { BoardCanvas } from './BoardCanvas.tsx';
import { BoardComposer, type ComposerPlace, type Written } from './BoardComposer.tsx';
import { BoardDialogs, type Asked } from './BoardDialogs.tsx';
import { BoardDock } from './BoardDock.tsx';
import { BoardHead, type BoardMode } from './BoardHead.tsx';
import { KeyHints } from './BoardKeys.tsx';
import { BoardOutline } from './BoardOutline.tsx';
import { BoardRail } from './BoardRail.tsx';
import { BoardSilence } from './BoardSilence.tsx';
import { boardTexts } from './boardTexts.ts';
import { createCamera } from './camera.ts';
import { createHand } from './hand.ts';
import { useKeepFocus } from './keepFocus.ts';
import { createModel, spotOf } from './model.ts';
import { useStable } from './phone/outline.ts';
import { whyNotChange, whyNotLead, whyNotThemes, whyNotWrite } from './rights.ts';
import { createSurface } from './surface.ts';
import { goingTo, placing, targetOf, type Target } from './target.ts';
import { useSteps } from './useSteps.ts';
import { targetInWords } from './words.ts';
import '../ui/moreSigns.ts';
import '../ui/tokens.laptop.css';
import '../ui/components.laptop.css';
import './board.css';

export interface BoardPageProps {
  about: BoardAbout;
  may: BoardMay;
  own: readonly OwnNote[];
  document: SharedDocument;
  send: Send;
  /** Where notes written here come from. */
  door?: Extract<NoteDoor, 'laptop' | 'phone'> | undefined;
  /** People who belong to this board now; the board's own count unless said. */
  people?: number | undefined;
  onBack?: (() => void) | undefined;
  /** Seats for which a sheet may be entered (may.paper). */
  seats?: readonly { readonly member: MemberId; readonly seat: string }[] | undefined;
  /** For whoever leads: what was put away, and what came after the freeze. */
  hidden?: BoardAboutRows['hidden'] | undefined;
  waiting?: BoardAboutRows['waiting'] | undefined;
  /** Downloads, made by whoever knows the whole board. */
  onCsv?: (() => void) | undefined;
  onMarkdown?: (() => void) | undefined;
  /** What stands between the title and the switch: a clock, a call for help. */
  beside?: ReactNode;
}
const typingHere = (): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (document.activeElement instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName));

export function BoardPage(props: BoardPageProps) {
  const { about, may, own, document: shared, send, door = 'laptop' } = props;
  const t = useTexts(boardTexts);
  const lang = useLang();
  const { board } = about;
  // A view is a new object at every push: the areas stay the same as long as they say the same.
  const areas = useStable(about.areas);
  const made = useMemo(() => {
    const model = createModel(shared, areas);
    return { model, surface: createSurface(model, areas), camera: createCamera(), hand: createHand() };
    // Areas never change while a board is open; another document is another board.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shared]);
  const { model, surface, camera, hand } = made;
  useEffect(() => model.start(), [model]);
  useEffect(() => model.setAreas(areas), [model, areas]);
  const state = useDocumentState(shared);
  const tree = useSyncExternalStore(model.onTree, model.tree);
  const chosen = useSyncExternalStore(surface.onChosen, surface.chosen);
  const [mode, setMode] = useState<BoardMode>('canvas');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [composer, setComposer] = useState<ComposerPlace | null>(null);
  const [here, setHere] = useState<AreaId | null>(null);
  const [goTo, setGoTo] = useState<{ readonly area: AreaId | null; readonly turn: number }>({
    area: about.focus,
    turn: about.focus === null ? 0 : 1,
  });
  const [called, setCalled] = useState<AreaId | null>(null);
  const steps = useSteps(board, send, t);
  const { act } = steps;
  const standing = useMemo(() => ({ about, may, own }), [about, may, own]);

  // "Tutti qui": whoever reads is taken there; whoever writes is asked.
  const go = useCallback((area: AreaId) => {
    setCalled(null);
    setHere(area);
    setGoTo(({ turn }) => ({ area, turn: turn + 1 }));
  }, []);
  const [focusSeen, setFocusSeen] = useState(about.focus);
  if (focusSeen !== about.focus) {
    setFocusSeen(about.focus);
    if (about.focus === null) setCalled(null);
    else if (composer !== null || asked !== null || typingHere()) setCalled(about.focus);
    else go(about.focus);
  }

  const put = useCallback(
    (note: NoteId, target: Target): void => {
      if (target.kind === 'same') return setAsked({ kind: 'same', note, into: target.into });
      const wish = placing(target, note, model);
      if (wish === null) return;
      const where = targetInWords(t, target, areas, model, note);
      model.go(note, goingTo(wish, model));
      announce(t('hand.left', { where }));
      void act({ type: 'board.place', board, ...wish }, t('step.place')).then((reply) => {
        if (!reply.ok || reply.done === 'nothing') model.stay(note);
      });
    },
    [act, areas, board, model, t],
  );
  const whyNot = useCallback((note: NoteId | null) => whyNotChange(standing, note, t), [standing, t]);
  /** Does it, or says why not. */
  const unless = (why: string | undefined, then: () => void): void => {
    if (why === undefined) then();
    else announce(why);
  };
  const ask = (kind: 'edit' | 'same' | 'move' | 'hide', note: NoteId | null): void =>
    unless(kind === 'hide' ? (note === null ? t('why.choose') : may.hide ? undefined : t('why.lead')) : whyNot(note), () => {
      if (note !== null) setAsked(kind === 'same' ? { kind, note, into: null } : { kind, note });
    });
  const withdraw = useCallback(
    (note: NoteId): void => {
      const why = whyNotChange(standing, note, t);
      if (why !== undefined) return announce(why);
      surface.choose(null);
      void act({ type: 'board.withdraw', board, note }, t('step.withdraw'));
    },
    [act, board, standing, surface, t],
  );
  const flagNote = (note: NoteId): void =>
    unless(whyNot(note), () => {
      const on = model.notes().get(note)?.minority !== true;
      void act({ type: 'board.flag', board, note, on }, on ? t('step.flag') : t('step.unflag'));
    });
  const theme = (): void =>
    unless(whyNotThemes(standing, t), () =>
      setAsked({ kind: 'theme', theme: null, area: areaHere(), notes: chosen === null ? [] : [chosen] }),
    );
  const areaHere = (): AreaId | null => (chosen === null ? undefined : spotOf(tree, chosen)?.area.area) ?? here ?? areas[0]?.id ?? null;
  const write = useCallback(
    (area: AreaId | null): void => {
      const why = whyNotWrite(standing, t);
      if (why !== undefined) return announce(why);
      const at = surface.chosen();
      const spot = at === null ? undefined : spotOf(model.tree(), at);
      const where = area ?? spot?.area.area ?? here ?? areas[0]?.id;
      if (where !== undefined) setComposer({ area: where, theme: spot?.area.area === where ? spot.column.theme : null });
    },
    [areas, here, model, standing, surface, t],
  );
  const submit = (note: Written): Promise<boolean> =>
    act(
      {
        type: 'board.write',
        board,
        note: note.id,
        area: note.area,
        theme: note.theme,
        place: null,
        text: note.text,
        kind: note.kind,
        lang,
        silence: about.silence,
        door: note.door ?? door,
        seat: note.seat,
      },
      t('step.write'),
      true,
    ).then((reply) => reply.ok);
  const root = useRef<HTMLDivElement>(null);
  /** To the chosen note, or to where notes lie: what the arrows then move. */
  const focusNotes = (): void => {
    const page = root.current;
    const rows = page?.querySelector<HTMLElement>('.board-rows');
    if (rows) return (rows.querySelector<HTMLElement>('[data-row].chosen > button') ?? rows).focus();
    const window = page?.querySelector<HTMLElement>('.board-window');
    if (!window) return page?.querySelector<HTMLElement>('.board-silence button, .board-rail button')?.focus();
    window.dispatchEvent(new CustomEvent('board-focus'));
    if (chosen === null) window.focus({ preventScroll: true });
  };
  useKeepFocus(root, focusNotes);
  const take = (): void =>
    unless(whyNot(chosen), () => {
      const note = chosen === null ? undefined : model.notes().get(chosen);
      if (chosen === null || note === undefined || hand.held() !== null) return;
      const target = targetOf(model.tree(), chosen, note, areas);
      focusNotes();
      hand.take(chosen, 'keys', target);
      announce(t('hand.now', { where: targetInWords(t, target, areas, model, chosen) }));
    });
  const everyoneHere = (): void => {
    const area = about.focus === null ? areaHere() : null;
    void act({ type: 'board.focus', board, area }, null);
  };
  const lock = (): void => void act({ type: 'board.lock', boards: [board], on: !about.locked }, null);
  const silent = about.silence !== null;
  const look = (next: BoardMode): void => {
    // The list shows one area: that of the chosen note.
    setHere(areaHere());
    setMode(next);
  };
  const switchMode = (): void => look(mode === 'canvas' ? 'list' : 'canvas');
  const keys: Keys = {
    n: () => write(null),
    '?': () => setAsked({ kind: 'keys' }),
    ...(silent
      ? {}
      : {
          m: take,
          u: () => ask('same', chosen),
          s: () => ask('move', chosen),
          t: theme,
          f: () => (chosen === null ? announce(t('why.choose')) : flagNote(chosen)),
          e: switchMode,
          z: steps.undo,
          ...(may.hide ? { h: () => ask('hide', chosen) } : {}),
          ...(may.lead ? { g: everyoneHere } : {}),
        }),
  };
  useKeys(keys);

  const canvasActs = useMemo(
    () => ({
      whyNotMove: (note: NoteId) => whyNot(note) ?? null,
      put,
      open: (note: NoteId) => setAsked(whyNot(note) === undefined ? { kind: 'edit', note } : { kind: 'voices', note }),
      withdraw,
      write: may.write ? (area: AreaId) => write(area) : undefined,
      theme: (id: ThemeId) => setAsked({ kind: 'themeActs', theme: id }),
    }),
    [may.write, put, whyNot, withdraw, write],
  );
  const acts = { ask, flag: flagNote, withdraw, voices: (note: NoteId) => setAsked({ kind: 'voices', note }), take, whyNot };
  const loading = state.kind === 'loading' && !silent;
  return (
    <div className="board-page laptop" ref={root}>
      <BoardHead
        about={about}
        may={may}
        notes={silent ? about.notes : tree.notes}
        themes={tree.themes}
        mode={mode}
        onMode={silent ? undefined : look}
        onBack={props.onBack}
        onWall={() => void act({ type: 'board.show', board, on: !about.onWall }, null)}
        beside={props.beside}
        t={t}
      />
      <BoardRail
        standing={standing}
        undo={steps.last?.words ?? null}
        waiting={(props.waiting ?? []).length}
        t={t}
        acts={{
          write: () => write(null),
          theme,
          undo: steps.undo,
          everyoneHere,
          lock,
          dots: () => unless(whyNotLead(standing, t), () => setAsked({ kind: 'dots' })),
          more: () => setAsked({ kind: 'more' }),
        }}
      />
      <main className="board-main">
        <BoardBands
          about={about}
          state={state}
          refused={steps.refused}
          unsent={steps.waiting}
          called={areas.find(({ id }) => id === called)?.prompt ?? null}
          onGo={() => called !== null && go(called)}
          onStay={() => setCalled(null)}
          onSeen={steps.forget}
          t={t}
        />
        {silent ? (
          <BoardSilence
            standing={standing}
            t={t}
            onEdit={(note) => setAsked({ kind: 'edit', note })}
            onWithdraw={withdraw}
            onReveal={() => setAsked({ kind: 'reveal' })}
            onWrite={() => write(null)}
          />
        ) : loading ? (
          <Opening />
        ) : mode === 'canvas' ? (
          <BoardCanvas
            document={shared}
            model={model}
            camera={camera}
            surface={surface}
            hand={hand}
            areas={areas}
            label={t('canvas', { title: about.title.s })}
            goTo={goTo}
            acts={canvasActs}
            t={t}
          />
        ) : (
          <BoardOutline
            document={shared}
            model={model}
            surface={surface}
            hand={hand}
            standing={standing}
            here={here ?? areas[0]?.id ?? null}
            onArea={setHere}
            acts={acts}
            put={put}
            onWrite={() => write(null)}
            onTheme={(id) => setAsked({ kind: 'themeActs', theme: id })}
            t={t}
          />
        )}
        {composer === null ? null : (
          <BoardComposer
            key={composer.area}
            about={about}
            place={composer}
            model={model}
            seats={may.paper ? (props.seats ?? []) : []}
            submit={submit}
            onClose={() => setComposer(null)}
            t={t}
          />
        )}
        {silent || composer !== null ? null : (
          <BoardDock
            document={shared}
            chosen={chosen}
            hand={hand}
            inList={mode === 'list'}
            areas={areas}
            model={model}
            may={may}
            acts={acts}
            t={t}
          />
        )}
      </main>
      <KeyHints silent={silent} may={may} people={props.people ?? about.people} onAll={() => setAsked({ kind: 'keys' })} t={t} />
      <BoardDialogs
        asked={asked}
        onClose={() => setAsked(null)}
        onAsk={setAsked}
        standing={standing}
        model={model}
        document={shared}
        steps={steps}
        put={put}
        hidden={props.hidden ?? []}
        waiting={props.waiting ?? []}
        onCsv={props.onCsv}
        onMarkdown={props.onMarkdown}
        t={t}
      />
    </div>
  );
}
