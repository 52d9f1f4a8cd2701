// How much of anything a programme takes, with the reason. Plain numbers: phones and forms import them.
export const agendaLimits = {
  /** A day has fewer; a file with more is a mistake. */
  blocks: 60,
  /** What hangs on one block: slides, a map, two or three pictures. */
  materials: 8,
  materialPages: 500,
  /** Shorter is not a block but a sentence; longer than a morning hides what happens in it. */
  minSec: 60,
  maxSec: 6 * 3600,
  /** One press of the timer never moves the day by more than an hour. */
  addSec: 3600,
  /** A warning earlier than half an hour warns of nothing. */
  warnMaxSec: 1800,
  /** Shows of hands in one day: each is a decision with its words. */
  hands: 200,
  /** Corrections of one count: more is a quarrel, not a slip. */
  corrections: 10,
  linkChars: 500,
} as const;

/** When the warning comes if nobody says otherwise: 5 minutes before the end of a long block, 1 minute before the end of a short one. */
export const usualWarnSec = (plannedSec: number): number => (plannedSec >= 20 * 60 ? 300 : 60);
