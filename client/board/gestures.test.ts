// What a finger, a mouse and a wheel do on the canvas, and what they must not: nobody moves a note by scrolling (lessons of other boards).
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCamera } from './camera.ts';
import { gestures, type GestureActs } from './gestures.ts';
import { noteId } from './sampleBoard.ts';

let stop = (): void => undefined;
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});
const setUp = (mayMove = true) => {
  const [view, board, note] = [document.createElement('div'), document.createElement('div'), document.createElement('div')];
  note.dataset['note'] = 'note0001';
  board.append(note);
  view.append(board);
  document.body.append(view);
  const told: string[] = [];
  const acts: GestureActs = {
    noteOf: (element) => (element === note ? noteId('note0001') : null),
    tap: (id) => void told.push(`tap ${id ?? 'ground'}`),
    pickUp: () => {
      told.push(mayMove ? 'pick up' : 'not mine');
      return mayMove;
    },
    carry: () => {
      if (told.at(-1) !== 'carry') told.push('carry');
    },
    putDown: () => void told.push('put down'),
    putBack: () => void told.push('put back'),
  };
  const camera = createCamera();
  const stops = [camera.attach(view, board), gestures(view, camera, acts)];
  stop = () => stops.forEach((each) => each());
  const send = (target: HTMLElement, type: string, x: number, y: number, pointerType = 'mouse', pointerId = 1): void =>
    void target.dispatchEvent(
      new PointerEvent(type, { pointerId, pointerType, bubbles: true, cancelable: true, button: 0, buttons: 1, clientX: x, clientY: y }),
    );
  return { view, note, camera, told, send };
};

describe('on a note', () => {
  it('a tap chooses it: nothing is moved, no second tap is needed', () => {
    const { note, view, told, send } = setUp();
    send(note, 'pointerdown', 50, 50);
    send(view, 'pointermove', 52, 51);
    send(view, 'pointerup', 52, 51);
    expect(told).toEqual(['tap note0001']);
  });
  it('the mouse takes it into the hand at four pixels', () => {
    const { note, view, told, send } = setUp();
    send(note, 'pointerdown', 50, 50);
    send(view, 'pointermove', 55, 50);
    send(view, 'pointermove', 90, 90);
    send(view, 'pointerup', 90, 90);
    expect(told).toEqual(['pick up', 'carry', 'put down']);
  });
  it('a finger that moves at once pans; one that rests for 200 ms takes it', () => {
    const first = setUp();
    first.send(first.note, 'pointerdown', 50, 50, 'touch');
    first.send(first.view, 'pointermove', 20, 50, 'touch');
    first.send(first.view, 'pointerup', 20, 50, 'touch');
    expect(first.told).toEqual([]);
    expect(first.camera.look().x).toBe(20 - 30);
    stop();
    const second = setUp();
    second.send(second.note, 'pointerdown', 50, 50, 'touch');
    vi.advanceTimersByTime(199);
    expect(second.told).toEqual([]);
    vi.advanceTimersByTime(1);
    second.send(second.view, 'pointermove', 20, 50, 'touch');
    second.send(second.view, 'pointerup', 20, 50, 'touch');
    expect(second.told).toEqual(['pick up', 'carry', 'put down']);
    expect(second.camera.look().x).toBe(20);
  });
  it('[BO3] one that may not be moved stays where it is', () => {
    const { note, view, told, send } = setUp(false);
    send(note, 'pointerdown', 50, 50);
    send(view, 'pointermove', 80, 50);
    send(view, 'pointermove', 120, 50);
    send(view, 'pointerup', 120, 50);
    expect(told).toEqual(['not mine']);
  });
  it('Esc, a second finger or a pointer that is lost puts it back', () => {
    for (const how of ['escape', 'second', 'lost'] as const) {
      const { note, view, told, send } = setUp();
      send(note, 'pointerdown', 50, 50);
      send(view, 'pointermove', 80, 50);
      if (how === 'escape') dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
      else if (how === 'second') send(note, 'pointerdown', 10, 10, 'touch', 2);
      else send(view, 'pointercancel', 80, 50);
      send(view, 'pointerup', 80, 50);
      expect(told, how).toEqual(['pick up', 'carry', 'put back']);
      stop();
    }
  });
});

describe('on the ground', () => {
  it('a drag pans, a tap lets go of what was chosen', () => {
    const { view, camera, told, send } = setUp();
    send(view, 'pointerdown', 100, 100);
    send(view, 'pointermove', 70, 120);
    send(view, 'pointerup', 70, 120);
    expect(camera.look()).toEqual({ x: -10, y: 40, zoom: 1 });
    send(view, 'pointerdown', 100, 100);
    send(view, 'pointerup', 100, 100);
    expect(told).toEqual(['tap ground']);
  });
  it('two fingers zoom around the place between them', () => {
    const { view, camera, send } = setUp();
    const before = camera.toBoard(150, 100);
    send(view, 'pointerdown', 100, 100, 'touch', 1);
    send(view, 'pointerdown', 200, 100, 'touch', 2);
    send(view, 'pointermove', 50, 100, 'touch', 1);
    send(view, 'pointermove', 250, 100, 'touch', 2);
    expect(camera.look().zoom).toBeCloseTo(2);
    const after = camera.toBoard(150, 100);
    expect(after[0]).toBeCloseTo(before[0], 0);
    expect(after[1]).toBeCloseTo(before[1], 0);
  });
  it('the wheel pans; with ctrl it zooms and the place under the pointer stays', () => {
    const { view, camera } = setUp();
    view.dispatchEvent(new WheelEvent('wheel', { deltaX: 10, deltaY: 30, cancelable: true }));
    expect(camera.look()).toEqual({ x: 10, y: -10, zoom: 1 });
    const before = camera.toBoard(300, 200);
    // The test's page makes wheel events without a place or keys: they are lent.
    const closer = Object.defineProperties(new WheelEvent('wheel', { deltaY: -50, cancelable: true }), {
      ctrlKey: { value: true },
      clientX: { value: 300 },
      clientY: { value: 200 },
    });
    view.dispatchEvent(closer);
    expect(camera.look().zoom).toBeGreaterThan(1.5);
    expect(camera.toBoard(300, 200)[0]).toBeCloseTo(before[0]);
  });
});
