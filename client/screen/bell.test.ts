// The bell rings once, at its moment, and never late.
import { describe, expect, it, vi } from 'vitest';
import { dueStroke, ring } from './bell.ts';

describe('the hall bell', () => {
  it('[SC7] rings when its moment has just come, once', () => {
    expect(dueStroke([10_000], 9_999, 0)).toBeNull();
    expect(dueStroke([10_000], 10_000, 0)).toBe(10_000);
    expect(dueStroke([10_000], 11_000, 10_000)).toBeNull();
  });
  it('[SC7] what is past stays silent: after a sleep, or for a page that opened later', () => {
    expect(dueStroke([10_000], 20_000, 0)).toBeNull();
    expect(dueStroke([10_000], 11_000, 10_500)).toBeNull();
  });
  it('[SC7] two moments at once are one stroke', () => expect(dueStroke([10_000, 10_500], 11_000, 0)).toBe(10_500));
  it('[SC7] it is soft: all tones together stay under half of full loudness, and all end', () => {
    const peaks: number[] = [];
    const stops: number[] = [];
    const gain = {
      gain: {
        setValueAtTime: vi.fn(),
        linearRampToValueAtTime: (value: number) => void peaks.push(value),
        exponentialRampToValueAtTime: vi.fn(),
      },
      connect: vi.fn(),
    };
    const tone = { frequency: { value: 0 }, connect: () => gain, start: vi.fn(), stop: (at: number) => void stops.push(at) };
    const context = { createOscillator: () => tone, createGain: () => gain, destination: {} };
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a context of the browser, as far as the bell uses it
    ring(context as unknown as BaseAudioContext, 1);
    expect(peaks.reduce((sum, peak) => sum + peak, 0)).toBeLessThan(0.5);
    expect(stops).toHaveLength(peaks.length);
    expect(Math.max(...stops)).toBeLessThan(6);
  });
});
