/* The signs that phones draw, in the order of Icon.tsx's grid: 24 × 24, what has a stroke; then, for dots, what is filled.
   The phones' build reads this file in the place of signs.ts, and fails when a phone's component asks for a sign that is not here: move it. */
export type Drawing = readonly [line: string, fill?: string];

export const signs = {
  nonet: [
    'M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.6M2 9a15 15 0 0 1 5-3.2M11 5.1A15 15 0 0 1 22 9M14.5 9.9A10 10 0 0 1 19 12.5M8.5 16a5 5 0 0 1 7 0',
    'M11 19.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
  ],
  check: ['M4.5 12.5l5 5 10-11'],
  clock: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 7v5.5l3.5 2'],
  screen: ['M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1zM12 16.5V20M8 20h8'],
  plus: ['M12 5v14M5 12h14'],
  close: ['M6 6l12 12M18 6L6 18'],
  sheet: ['M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5M9 12h6M9 16h6'],
  back: ['M19 12H5M11 6l-6 6 6 6'],
  people: ['M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.9a3.5 3.5 0 0 1 0 6.2M18 14a6.5 6.5 0 0 1 3.5 6'],
  globe: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM3 12h18M12 3c3 3 3.5 6 3.5 9S15 18 12 21c-3-3-3.5-6-3.5-9S9 6 12 3z'],
  warn: ['M12 4L2.5 20h19zM12 10v5', 'M11.1 17.5a0.9 0.9 0 1 0 1.8 0a0.9 0.9 0 1 0 -1.8 0z'],
  info: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 11v5.5', 'M11 7.8a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z'],
  outbox: ['M4 14v6h16v-6M12 15V4M7.5 8.5L12 4l4.5 4.5'],
  sun: [
    'M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7',
  ],
  moon: ['M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z'],
  video: ['M4 6h10a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1zM15 10.5l6-3.5v10l-6-3.5'],
  refresh: ['M20 12a8 8 0 1 1-2.3-5.7L20 8.5M20 3.5v5h-5'],
} as const satisfies Readonly<Record<string, Drawing>>;
