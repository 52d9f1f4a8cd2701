/* The board as laptops and tablets see it: areas as sheets on the ground, under one transformed layer (BO1, BO10). The camera writes the
   transform, the gestures move it, the hand carries a note; React draws areas and notes, never a frame. By keyboard: arrows go from note to
   note by place, or carry the one in the hand. Safe for phones. */
import { useEffect, useRef, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from 'react';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import type { AreaShown } from '../../shared/board/shown.ts';
import { kept } from '../kernel/kept.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { BoardArea } from './BoardArea.tsx';
import { Zoom } from './Zoom.tsx';
import { farSteps, type Camera } from './camera.ts';
import { gestures } from './gestures.ts';
import type { Hand } from './hand.ts';
import { cornerOf, markOf, nearest, neighbour, rectOf, targetAt, type Rect } from './layout.ts';
import type { BoardModel } from './model.ts';
import type { Surface } from './surface.ts';
import { nearestQuarter, step, type Direction, type Target } from './target.ts';
import { targetInWords, type BoardWords } from './words.ts';

export interface CanvasActs {
  /** Why this note may not be moved by this person now; null: it may. */
  readonly whyNotMove: (note: NoteId) => string | null;
  readonly put: (note: NoteId, target: Target) => void;
  readonly open: (note: NoteId) => void;
  readonly withdraw: (note: NoteId) => void;
  readonly write: ((area: AreaId) => void) | undefined;
  readonly theme: (theme: ThemeId) => void;
}
export interface BoardCanvasProps {
  document: SharedDocument;
  model: BoardModel;
  camera: Camera;
  surface: Surface;
  hand: Hand;
  areas: readonly AreaShown[];
  label: string;
  /** "Tutti qui": glides there when it changes. */
  goTo: { readonly area: AreaId | null; readonly turn: number };
  acts: CanvasActs;
  t: BoardWords;
}
const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'start', ArrowRight: 'end' };
const noteOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('[data-note]') ?? null;
const moveTo = (element: HTMLElement, rtl: boolean, x: number, y: number): void => {
  element.style.transform = `translate(${Math.round(rtl ? -x : x)}px, ${Math.round(y)}px)`;
};

function Canvas({ document: shared, model, camera, surface, hand, areas, label, goTo, acts, t }: BoardCanvasProps) {
  const view = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  /** Where the keyboard was: from there the arrows go on when the note itself has gone. */
  const was = useRef<Rect | null>(null);
  const layout = useSyncExternalStore(surface.onLayout, surface.layout);
  const far = useSyncExternalStore(surface.onLayout, surface.far);
  const letters = useSyncExternalStore(surface.onLayout, surface.letters);
  const tree = useSyncExternalStore(model.onTree, model.tree);
  // What the listeners of the page reach for: always the newest.
  const now = useRef({ acts, areas, t });
  useEffect(() => {
    now.current = { acts, areas, t };
  });

  useEffect(() => {
    const [viewEl, boardEl, markEl] = [view.current, board.current, mark.current];
    if (viewEl === null || boardEl === null || markEl === null) return;
    const ids = (id: NoteId): HTMLElement | null => boardEl.querySelector<HTMLElement>(`[data-note="${id}"]`);
    const focusOn = (id: NoteId, tries = 4): void => {
      surface.need(id);
      const element = ids(id);
      if (element !== null) return element.focus({ preventScroll: true });
      if (tries > 0) requestAnimationFrame(() => focusOn(id, tries - 1));
    };
    let ghost: HTMLElement | null = null;
    let grip: readonly [number, number] = [0, 0];
    let height = 0;
    const light = (target: Target | null): void => {
      // The ground under the hand: its quarter, or all of it, under the notes.
      for (const field of boardEl.querySelectorAll<HTMLElement>('[data-field]')) {
        const over = target?.kind === 'field' && field.dataset['field'] === target.area;
        if (over) field.dataset['over'] = field.classList.contains('crossed') ? String(nearestQuarter(target.place)) : 'all';
        else delete field.dataset['over'];
      }
      const rect = markOf(surface.layout(), target, surface.rem());
      surface.light(target?.kind === 'same' ? target.into : null);
      markEl.hidden = rect === null;
      if (rect === null) return;
      moveTo(markEl, camera.rtl(), rect.x, rect.y);
      markEl.style.inlineSize = `${rect.w}px`;
      markEl.style.blockSize = `${rect.h}px`;
    };
    const ghostAt = (target: Target, rect: Rect): Rect => {
      const area = target.kind === 'same' ? undefined : surface.layout().areas.find(({ id }) => id === target.area);
      const field = area?.inner.field ?? null;
      if (target.kind === 'field' && area !== undefined && field !== null) {
        const corner = cornerOf(field, target.place, rect.w, rect.h);
        return { ...rect, x: area.x + corner.x, y: area.y + corner.y };
      }
      const slot = markOf(surface.layout(), target, surface.rem());
      return slot === null ? rect : { ...rect, x: slot.x + 10, y: slot.y + 6 };
    };
    const raise = (id: NoteId): void => {
      const element = ids(id);
      const rect = rectOf(surface.layout(), id);
      if (element === null || rect === undefined) return;
      const copy = element.cloneNode(true);
      if (!(copy instanceof HTMLElement)) return;
      ghost = copy;
      height = rect.h;
      for (const name of ['data-note', 'role', 'tabindex', 'aria-label', 'aria-pressed']) copy.removeAttribute(name);
      copy.setAttribute('aria-hidden', 'true');
      copy.className = `${element.className} board-ghost`;
      copy.style.insetInlineStart = '0';
      copy.style.insetBlockStart = '0';
      moveTo(copy, camera.rtl(), rect.x, rect.y);
      boardEl.append(copy);
      surface.lift(id);
    };
    const lower = (): void => {
      ghost?.remove();
      ghost = null;
      surface.lift(null);
      light(null);
    };
    const follow = (): void => {
      const held = hand.held();
      if (held === null) return lower();
      if (ghost === null) raise(held.note);
      light(held.target);
      if (held.by === 'pointer' || ghost === null) return;
      const rect = rectOf(surface.layout(), held.note);
      if (rect === undefined || held.target === null) return;
      const place = ghostAt(held.target, rect);
      moveTo(ghost, camera.rtl(), place.x, place.y);
      camera.reveal(place);
    };
    const noteIdOf = (element: Element): NoteId | null => {
      const id = noteOf(element)?.dataset['note'];
      return [...model.notes().keys()].find((note) => note === id) ?? null;
    };
    const stops = [
      camera.attach(viewEl, boardEl),
      surface.start(camera),
      hand.on(follow),
      gestures(viewEl, camera, {
        noteOf: noteIdOf,
        tap: (id) => {
          surface.choose(id);
          if (id === null) viewEl.focus({ preventScroll: true });
          else focusOn(id);
        },
        pickUp: (id, clientX, clientY) => {
          surface.choose(id);
          focusOn(id);
          const why = now.current.acts.whyNotMove(id);
          const rect = rectOf(surface.layout(), id);
          if (why !== null || rect === undefined) {
            if (why !== null) announce(why);
            return false;
          }
          const [x, y] = camera.toBoard(clientX, clientY);
          grip = [x - rect.x, y - rect.y];
          hand.take(id, 'pointer', null);
          return true;
        },
        carry: (clientX, clientY) => {
          const held = hand.held();
          if (held === null || ghost === null) return;
          const [x, y] = camera.toBoard(clientX, clientY);
          const corner: readonly [number, number] = [x - grip[0], y - grip[1]];
          moveTo(ghost, camera.rtl(), corner[0], corner[1]);
          hand.over(targetAt(surface.layout(), now.current.areas, held.note, [x, y], corner, height, surface.rem()));
        },
        putDown: () => {
          const held = hand.open();
          if (held !== null && held.target !== null) now.current.acts.put(held.note, held.target);
        },
        putBack: () => void hand.open(),
      }),
      model.onTree(() => {
        // A note that moves in the page loses the focus: it is given back.
        const id = surface.chosen();
        if (id === null || noteOf(document.activeElement)?.dataset['note'] !== id) return;
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) focusOn(id);
        });
      }),
    ];
    const focused = (event: FocusEvent): void => {
      const id = event.target instanceof Element ? noteIdOf(event.target) : null;
      if (id === null) return;
      surface.choose(id);
      const rect = rectOf(surface.layout(), id);
      if (rect === undefined) return;
      was.current = rect;
      camera.reveal(rect);
    };
    // Browsers scroll what has the focus into sight, also where nothing scrolls: the camera does that.
    const unscroll = (): void => viewEl.scrollTo(0, 0);
    const ask = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return;
      const id = surface.chosen();
      if (id !== null) focusOn(id);
    };
    viewEl.addEventListener('focusin', focused);
    viewEl.addEventListener('scroll', unscroll);
    viewEl.addEventListener('board-focus', ask);
    return () => {
      hand.open();
      lower();
      for (const stop of stops) stop();
      viewEl.removeEventListener('focusin', focused);
      viewEl.removeEventListener('scroll', unscroll);
      viewEl.removeEventListener('board-focus', ask);
    };
  }, [camera, surface, hand, model]);

  // What the page itself measures: once the letters are here, and again when the words come back into sight.
  useEffect(() => {
    const learn = (): void => {
      if (surface.far() > 0) return;
      for (const element of board.current?.querySelectorAll<HTMLElement>('[data-note]') ?? []) {
        const id = [...model.notes().keys()].find((note) => note === element.dataset['note']);
        if (id !== undefined) surface.seen(id, element.offsetHeight);
      }
    };
    const frame = requestAnimationFrame(learn);
    return () => cancelAnimationFrame(frame);
  }, [surface, model, far, letters]);
  useEffect(() => surface.setAreas(areas), [surface, areas]);
  useEffect(() => {
    if (goTo.turn > 0) surface.whole(goTo.area ?? undefined);
  }, [surface, goTo]);

  const carry = (event: KeyboardEvent): boolean => {
    const held = hand.held();
    if (held?.by !== 'keys' || held.target === null) return false;
    const direction = arrows[event.key];
    if (direction !== undefined) {
      const mirrored =
        camera.rtl() && (direction === 'start' || direction === 'end') ? (direction === 'start' ? 'end' : 'start') : direction;
      const target = step(held.target, mirrored, held.note, model.tree(), areas);
      hand.over(target);
      announce(t('hand.now', { where: targetInWords(t, target, areas, model, held.note) }));
    } else if (event.key === 'Enter') {
      hand.open();
      acts.put(held.note, held.target);
      view.current?.dispatchEvent(new CustomEvent('board-focus'));
    } else if (event.key === 'Escape') {
      hand.open();
      announce(t('hand.back'));
      view.current?.dispatchEvent(new CustomEvent('board-focus'));
    } else return event.key === 'Tab';
    return true;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (carry(event)) {
      event.preventDefault();
      return;
    }
    const id = surface.chosen();
    const onNote = event.target instanceof Element && noteOf(event.target) !== null;
    const direction = arrows[event.key];
    if (direction !== undefined && (onNote || event.target === view.current)) {
      event.preventDefault();
      const mirrored =
        camera.rtl() && (direction === 'start' || direction === 'end') ? (direction === 'start' ? 'end' : 'start') : direction;
      const first = (): NoteId | null => tree.areas.flatMap(({ columns }) => columns.flatMap(({ heads }) => heads))[0]?.id ?? null;
      const to = id !== null ? neighbour(layout, id, mirrored) : was.current === null ? first() : nearest(layout, was.current);
      if (to === null) return;
      surface.choose(to);
      view.current?.dispatchEvent(new CustomEvent('board-focus'));
      return;
    }
    if (!onNote || id === null) return;
    if (event.key === 'Enter') acts.open(id);
    else if (event.key === 'Delete' || event.key === 'Backspace') acts.withdraw(id);
    else if (event.key === 'Escape') surface.choose(null);
    else return;
    event.preventDefault();
  };
  const grow: CSSProperties & { '--far': string } = { '--far': String(farSteps[far]?.grow ?? 1) };
  return (
    // Not on what moves: what all notes inherit would be looked at again with every frame.
    <div className={far > 0 ? 'board-view far' : 'board-view'} style={grow}>
      {/* The board has its own keys: a screen reader that reads by itself has the list, which can do the same. */}
      <div ref={view} className="board-window" role="application" aria-label={label} tabIndex={-1} onKeyDown={keys}>
        <div ref={board} className="board-board">
          {tree.areas.map((each, index) => {
            const area = areas.find(({ id }) => id === each.area);
            const place = layout.areas.find(({ id }) => id === each.area);
            return area === undefined || place === undefined ? null : (
              <BoardArea
                key={area.id}
                document={shared}
                surface={surface}
                area={area}
                number={index + 1}
                tree={each}
                inner={place.inner}
                x={place.x}
                y={place.y}
                t={t}
                onWrite={acts.write}
                onTheme={acts.theme}
              />
            );
          })}
          <div ref={mark} className="board-mark" hidden aria-hidden="true" />
        </div>
      </div>
      <Zoom camera={camera} surface={surface} t={t} />
    </div>
  );
}
export const BoardCanvas = kept(Canvas);
