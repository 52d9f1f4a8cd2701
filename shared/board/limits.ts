// How much of a board a person, a table and the room take, with the reason. Plain numbers: phones count characters with them.
export const boardLimits = {
  /** A note is one idea; six lines of a laptop's note, read in one breath. */
  noteChars: 280,
  /** One line of the wall at 52 px, two at most. */
  themeChars: 80,
  /** "Che cosa serve perché i parchi restino freschi e vivi?" */
  promptChars: 140,
  axisChars: 40,
  areas: 9,
  themes: 80,
  /** BO10: 500 are smooth; 2,000 still open. Above it the board is refused, in words. */
  notes: 2000,
  /** One person on one board: more than this is a script. */
  notesEach: 100,
  boards: 80,
  /** Side by side on a wall: three rows of four still show three themes each from the last seat. */
  onWall: 12,
  dots: 50,
  reasonChars: 280,
  stepSecMax: 3 * 3600,
  /** Places in an area of free or 2×2 shape: thousandths of its width and height. */
  place: 1000,
} as const;
/** The four kinds, always colour + sign + word (LANGUAGE.md 2): idea +, contro −, domanda ?, a patto che ⑂. */
export const noteKinds = ['idea', 'against', 'question', 'condition'] as const;
export type NoteKind = (typeof noteKinds)[number];
export const boardSteps = ['write', 'read', 'themes', 'dots', 'done'] as const;
export type BoardStep = (typeof boardSteps)[number];
export const authorShown = ['hidden', 'seat', 'shown'] as const;
/** hidden: nobody, ever · seat: the seat's number beside the note · shown: only in facts of older logs, read as seat: no name was ever joined to a note. */
export type AuthorShown = (typeof authorShown)[number];
/** What can be chosen, least visible first. */
export const authorChoices = ['hidden', 'seat'] as const;
export const noteDoors = ['phone', 'laptop', 'paper', 'dictated'] as const;
/** paper, dictated: entered by a table facilitator for a seat, and marked "da foglio". */
export type NoteDoor = (typeof noteDoors)[number];
