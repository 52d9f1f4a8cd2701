/* The drawn signs of Plenaria: one grid of 24, a stroke of 1.5, square caps, one ink (currentColor).
   A sign never stands alone for its meaning: a word is beside it, or `label` says it aloud. Without a label it is hidden from screen readers.
   Signs that point somewhere (next, back, undo, list, branch…) mirror in Arabic; digits, clocks and objects do not.
   Safe for phones. */
/** What is drawn with the stroke; then, for dots, what is filled. */
const signs = {
  hand: [
    'M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5v-.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8a7 7 0 0 1-7 7c-3 0-4.2-1.4-5.3-3.6L3.3 13.5a1.5 1.5 0 0 1 2.6-1.5L8 15',
  ],
  nonet: [
    'M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.6M2 9a15 15 0 0 1 5-3.2M11 5.1A15 15 0 0 1 22 9M14.5 9.9A10 10 0 0 1 19 12.5M8.5 16a5 5 0 0 1 7 0',
    'M11 19.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
  ],
  check: ['M4.5 12.5l5 5 10-11'],
  clock: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 7v5.5l3.5 2'],
  screen: ['M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1zM12 16.5V20M8 20h8'],
  phone: ['M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-16a1.5 1.5 0 0 1 1.5 -1.5zM10.5 18.5h3'],
  pin: ['M9 3.5h6l-1 6 3.5 3.5h-11L10 9.5zM12 13v7.5'],
  eye: ['M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z'],
  eyeoff: [
    'M4 4l16 16M10 6.2A9.5 9.5 0 0 1 12 6c6 0 9.5 6 9.5 6a16 16 0 0 1-3 3.5M6.5 7.7A16 16 0 0 0 2.5 12S6 18 12 18a9 9 0 0 0 4.5-1.2M9.9 9.9a3 3 0 0 0 4.2 4.2',
  ],
  lock: ['M6 10.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1h-12a1 1 0 0 1 -1 -1v-8a1 1 0 0 1 1 -1zM8 10.5V7.5a4 4 0 0 1 8 0v3'],
  plus: ['M12 5v14M5 12h14'],
  minus: ['M5 12h14'],
  close: ['M6 6l12 12M18 6L6 18'],
  question: ['M8.5 9a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.4-1.8 2.8', 'M11 18.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z'],
  branch: ['M6 4v16M6 13c7 0 12-1 12-7M14.5 8.5L18 5l3.5 3.5'],
  sheet: ['M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5M9 12h6M9 16h6'],
  flag: ['M6 21V4h12l-3 4.5 3 4.5H6'],
  next: ['M5 12h14M13 6l6 6-6 6'],
  back: ['M19 12H5M11 6l-6 6 6 6'],
  up: ['M12 20V5M6 11l6-6 6 6'],
  downward: ['M12 4v15M6 13l6 6 6-6'],
  down: ['M6 9.5l6 6 6-6'],
  people: ['M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.9a3.5 3.5 0 0 1 0 6.2M18 14a6.5 6.5 0 0 1 3.5 6'],
  undo: ['M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-4'],
  fit: ['M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5'],
  list: ['M8 6h13M8 12h13M8 18h13M3 6h1.5M3 12h1.5M3 18h1.5'],
  board: ['M3 4h7v7h-7zM13 4h8v5h-8zM3 14h7v6h-7zM13 12h8v8h-8z'],
  gather: [
    'M12 3v5.5M12 21v-5.5M3 12h5.5M21 12h-5.5M9.5 6L12 8.5 14.5 6M9.5 18l2.5-2.5 2.5 2.5M6 9.5L8.5 12 6 14.5M18 9.5L15.5 12l2.5 2.5',
  ],
  pen: ['M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5'],
  mic: ['M12 3h0a3 3 0 0 1 3 3v5a3 3 0 0 1 -3 3h0a3 3 0 0 1 -3 -3v-5a3 3 0 0 1 3 -3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M9 21h6'],
  globe: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM3 12h18M12 3c3 3 3.5 6 3.5 9S15 18 12 21c-3-3-3.5-6-3.5-9S9 6 12 3z'],
  qr: ['M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M14 18v2M18 18h2v2h-2z'],
  warn: ['M12 4L2.5 20h19zM12 10v5', 'M11.1 17.5a0.9 0.9 0 1 0 1.8 0a0.9 0.9 0 1 0 -1.8 0z'],
  info: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0zM12 11v5.5', 'M11 7.8a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z'],
  play: ['M7 4.5v15l12-7.5z'],
  pause: ['M8 5v14M16 5v14'],
  stop: ['M6 6h12v12h-12z'],
  more: [
    '',
    'M3.7 12a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0zM10.7 12a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0zM17.7 12a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z',
  ],
  group: ['M4 7V4h3M10 4h4M17 4h3v3M20 10v4M20 17v3h-3M14 20h-4M7 20H4v-3M4 14v-4M8 9h8M8 13h5'],
  dot: ['', 'M7.5 12a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z'],
  move: ['M12 3v18M3 12h18M9.5 5.5L12 3l2.5 2.5M9.5 18.5L12 21l2.5-2.5M5.5 9.5L3 12l2.5 2.5M18.5 9.5L21 12l-2.5 2.5'],
  bell: ['M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4'],
  outbox: ['M4 14v6h16v-6M12 15V4M7.5 8.5L12 4l4.5 4.5'],
  ear: ['M7 9a5 5 0 0 1 10 0c0 4-4 4.5-4 8a3 3 0 0 1-5.5 1.5M10 9a2 2 0 0 1 4 0c0 1.5-1.5 2-1.5 3.5'],
  print: ['M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7zM16.5 11.5h1'],
  download: ['M4 15.5V20h16v-4.5M12 4v11M7.5 10.5L12 15l4.5-4.5'],
  upload: ['M4 15.5V20h16v-4.5M12 15V4M7.5 8.5L12 4l4.5 4.5'],
  trash: ['M4 6.5h16M9 6.5V4h6v2.5M6 6.5L7 20.5h10l1-14M10 10.5v6M14 10.5v6'],
  handle: [
    '',
    'M7.6 6a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM13.6 6a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM7.6 12a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM13.6 12a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM7.6 18a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM13.6 18a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0z',
  ],
  key: ['M3.5 15.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM10.5 12.5L19.5 3.5M16 7l3 3M13.5 9.5l2 2'],
  sun: [
    'M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7',
  ],
  moon: ['M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z'],
  textsize: ['M2.5 18.5L6.5 8.5l4 10M4 15h5M11.5 18.5L16.5 5l5 13.5M13.3 14h6.4'],
  link: ['M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7'],
  video: ['M4 6h10a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1zM15 10.5l6-3.5v10l-6-3.5'],
  refresh: ['M20 12a8 8 0 1 1-2.3-5.7L20 8.5M20 3.5v5h-5'],
  table: [
    'M7 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
    'M10.5 3.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0zM10.5 20.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0zM2 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0zM19 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z',
  ],
  search: ['M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0zM15.5 15.5L21 21'],
  settings: ['M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM7 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z'],
  copy: ['M9 8h10a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1zM16 8V4H4v12h4'],
} as const satisfies Readonly<Record<string, readonly [line: string, fill?: string]>>;

export type IconName = keyof typeof signs;
const mirrored: ReadonlySet<string> = new Set([
  'next',
  'back',
  'undo',
  'list',
  'branch',
  'sheet',
  'flag',
  'refresh',
  'play',
  'video',
  'hand',
  'pen',
]);
/** Every sign, for the gallery. */
export const iconNames: readonly string[] = Object.keys(signs);
/** True when the word is the name of a sign. */
export function isIconName(name: string): name is IconName {
  return name in signs;
}

export function Icon({ name, label, className }: { name: IconName; label?: string | undefined; className?: string | undefined }) {
  const classes = ['ic', mirrored.has(name) ? 'flip' : '', className ?? ''].filter(Boolean).join(' ');
  const [line, fill]: readonly [string, string?] = signs[name];
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={classes} viewBox="0 0 24 24" focusable="false" {...said}>
      {line === '' ? null : <path d={line} />}
      {fill === undefined ? null : <path d={fill} fill="currentColor" stroke="none" />}
    </svg>
  );
}
