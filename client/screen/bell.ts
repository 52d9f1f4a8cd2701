// The hall bell (SC7): a soft stroke at the end of time and at the recall, only when who drives wants it. Made here, from two tones:
// no file, no network. Browsers let a page sound only after somebody touched it: until then the state says so, and the test picture shows it.
import { useEffect, useRef, useState } from 'react';

/** A stroke heard late is confusing: after a sleep or a reload what is past stays silent. */
const latestMs = 4000;
/** Hz, share of loudness, seconds to fade: a small bowl, not an alarm. */
const partials = [
  [523.25, 0.5, 3.2],
  [1046.5, 0.22, 2.2],
  [1570, 0.1, 1.2],
] as const;

export type BellState = 'off' | 'ready' | 'blocked' | 'none';

/** One stroke at `startSec` of the context's clock. */
export function ring(context: BaseAudioContext, startSec: number, loudness = 0.35): void {
  for (const [hz, share, fadeSec] of partials) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = hz;
    gain.gain.setValueAtTime(0, startSec);
    gain.gain.linearRampToValueAtTime(loudness * share, startSec + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, startSec + fadeSec);
    tone.connect(gain).connect(context.destination);
    tone.start(startSec);
    tone.stop(startSec + fadeSec + 0.1);
  }
}

/** The moment (epoch ms) that has just come and has not been rung, or null. Pure. */
export function dueStroke(ringAt: readonly number[], now: number, rungUntil: number): number | null {
  const due = ringAt.filter((at) => at > rungUntil && at <= now && now - at <= latestMs);
  return due.length === 0 ? null : Math.max(...due);
}

/** Rings when `now` passes one of `ringAt` (epoch ms of the server). Moments before the page opened are never rung. */
export function useBell({ on, ringAt, now }: { on: boolean; ringAt: readonly number[]; now: number }): BellState {
  const context = useRef<AudioContext | null>(null);
  const rungUntil = useRef<number | null>(null);
  const [heard, setHeard] = useState<'ready' | 'blocked'>('blocked');
  const able = typeof AudioContext === 'function';
  useEffect(() => {
    if (!on || !able) return;
    const made = new AudioContext();
    context.current = made;
    const say = () => setHeard(made.state === 'running' ? 'ready' : 'blocked');
    const wake = () => void made.resume().then(say, say);
    // Browsers that allow it sound at once; the others tell when somebody has touched the page.
    wake();
    made.addEventListener('statechange', say);
    addEventListener('pointerdown', wake);
    addEventListener('keydown', wake);
    return () => {
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', wake);
      made.removeEventListener('statechange', say);
      context.current = null;
      void made.close();
    };
  }, [on, able]);
  useEffect(() => {
    rungUntil.current ??= now;
    const due = dueStroke(ringAt, now, rungUntil.current);
    if (due === null) return;
    rungUntil.current = due;
    const at = context.current;
    if (on && at?.state === 'running') ring(at, at.currentTime);
  }, [on, ringAt, now]);
  if (!on) return 'off';
  return able ? heard : 'none';
}
