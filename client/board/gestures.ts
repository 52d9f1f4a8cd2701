/* What fingers, mouse and wheel do on the canvas. On the ground: pan; two fingers: pan and zoom; wheel: pan, with ctrl zoom; space and
   drag: pan from anywhere. On a note: a tap chooses it (never two taps); held for 200 ms, or moved by 4 px with the mouse, it comes into
   the hand. A finger that moves at once pans: nobody moves a note by scrolling. Pointer Events of our own. Safe for phones. */
import type { NoteId } from '../../shared/kernel/ids.ts';
import type { Camera } from './camera.ts';

const holdMs = 200;
const mouseSlackPx = 4;
const fingerSlackPx = 8;
const edgePx = 44;
const edgeSpeedPx = 14;

export interface GestureActs {
  readonly noteOf: (element: Element) => NoteId | null;
  readonly tap: (note: NoteId | null) => void;
  /** False: it may not be moved, and why has been said. */
  readonly pickUp: (note: NoteId, clientX: number, clientY: number) => boolean;
  readonly carry: (clientX: number, clientY: number) => void;
  readonly putDown: () => void;
  readonly putBack: () => void;
}
type Doing =
  | { readonly kind: 'none' }
  | { readonly kind: 'press'; readonly note: NoteId; readonly x: number; readonly y: number; readonly finger: boolean }
  | { readonly kind: 'pan'; moved: boolean; readonly note: NoteId | null }
  | { readonly kind: 'pinch' }
  | { readonly kind: 'carry' };

/** Listens on the canvas until the returned function is called. */
export const gestures = (view: HTMLElement, camera: Camera, acts: GestureActs): (() => void) => {
  const pointers = new Map<number, { x: number; y: number }>();
  let doing: Doing = { kind: 'none' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [space, frame] = [false, 0];
  let [px, py] = [0, 0];

  const end = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    frame = 0;
    doing = { kind: 'none' };
    view.classList.remove('panning');
  };
  const pan = (note: NoteId | null): void => {
    doing = { kind: 'pan', moved: false, note };
    view.classList.add('panning');
  };
  /** Near the edge of the window the board comes along. */
  const drift = (): void => {
    frame = 0;
    if (doing.kind !== 'carry') return;
    const [x, y] = camera.toView(px, py);
    const { w, h } = camera.view();
    const push = (at: number, size: number): number => (at < edgePx ? edgeSpeedPx : at > size - edgePx ? -edgeSpeedPx : 0);
    const [dx, dy] = [push(x, w), push(y, h)];
    if (dx === 0 && dy === 0) return;
    camera.panBy(dx, dy);
    acts.carry(px, py);
    frame = requestAnimationFrame(drift);
  };
  const lift = (note: NoteId): void => {
    clearTimeout(timer);
    doing = acts.pickUp(note, px, py) ? { kind: 'carry' } : { kind: 'none' };
  };
  const down = (event: PointerEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('[data-still], input, textarea, select') !== null) return;
    if (event.button > 1) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    [px, py] = [event.clientX, event.clientY];
    if (pointers.size === 2) {
      if (doing.kind === 'carry') acts.putBack();
      end();
      doing = { kind: 'pinch' };
      return;
    }
    if (doing.kind !== 'none' || pointers.size > 2) return;
    // A link or a button of the board does its own thing.
    if (event.target.closest('button, a') !== null && acts.noteOf(event.target) === null) return;
    try {
      view.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is already gone cannot be captured.
    }
    const note = acts.noteOf(event.target);
    if (note === null || space || event.button === 1) return pan(null);
    const finger = event.pointerType === 'touch';
    doing = { kind: 'press', note, x: event.clientX, y: event.clientY, finger };
    timer = setTimeout(() => lift(note), holdMs);
  };
  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    // Nobody else needs to hear of every step of a hand that already does something.
    if (doing.kind !== 'none') event.stopPropagation();
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    if (doing.kind === 'pinch') {
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other !== undefined) {
        const distance = (x: number, y: number): number => Math.max(1, Math.hypot(x - other.x, y - other.y));
        const factor = distance(event.clientX, event.clientY) / distance(before.x, before.y);
        const [cx, cy] = camera.toView((before.x + other.x) / 2, (before.y + other.y) / 2);
        camera.zoomAt(cx, cy, factor);
        camera.panBy((camera.rtl() ? -dx : dx) / 2, dy / 2);
      }
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      return;
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    [px, py] = [event.clientX, event.clientY];
    if (doing.kind === 'press') {
      const gone = Math.hypot(px - doing.x, py - doing.y);
      if (doing.finger ? gone > fingerSlackPx : gone > mouseSlackPx) {
        clearTimeout(timer);
        if (doing.finger) pan(doing.note);
        else lift(doing.note);
      }
    }
    if (doing.kind === 'pan') {
      doing.moved = true;
      camera.panBy(camera.rtl() ? -dx : dx, dy);
    } else if (doing.kind === 'carry') {
      acts.carry(px, py);
      if (frame === 0) frame = requestAnimationFrame(drift);
    }
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    const was = doing;
    if (was.kind === 'pinch') {
      if (pointers.size === 0) end();
      return;
    }
    end();
    if (was.kind === 'press') acts.tap(was.note);
    else if (was.kind === 'pan' && !was.moved) acts.tap(null);
    else if (was.kind === 'carry') acts.putDown();
  };
  const cancel = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (doing.kind === 'carry') acts.putBack();
    end();
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      const [x, y] = camera.toView(event.clientX, event.clientY);
      camera.zoomAt(x, y, Math.exp(-event.deltaY * unit * 0.01));
      return;
    }
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    camera.panBy((camera.rtl() ? dx : -dx) * unit, -dy * unit);
  };
  const typing = (target: EventTarget | null): boolean =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(target.tagName));
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && doing.kind === 'carry') {
      event.preventDefault();
      acts.putBack();
      end();
      return;
    }
    if (event.key !== ' ' || typing(event.target)) return;
    space = event.type === 'keydown';
    view.classList.toggle('pannable', space);
    event.preventDefault();
  };
  // A long touch is ours: it takes the note into the hand.
  const noMenu = (event: Event): void => {
    if (doing.kind === 'press' || doing.kind === 'carry') event.preventDefault();
  };
  const lost = (): void => {
    space = false;
  };
  view.addEventListener('pointerdown', down);
  view.addEventListener('pointermove', move);
  view.addEventListener('pointerup', up);
  view.addEventListener('pointercancel', cancel);
  view.addEventListener('wheel', wheel, { passive: false });
  view.addEventListener('contextmenu', noMenu);
  addEventListener('keydown', key);
  addEventListener('keyup', key);
  addEventListener('blur', lost);
  return () => {
    end();
    view.removeEventListener('pointerdown', down);
    view.removeEventListener('pointermove', move);
    view.removeEventListener('pointerup', up);
    view.removeEventListener('pointercancel', cancel);
    view.removeEventListener('wheel', wheel);
    view.removeEventListener('contextmenu', noMenu);
    removeEventListener('keydown', key);
    removeEventListener('keyup', key);
    removeEventListener('blur', lost);
  };
};
