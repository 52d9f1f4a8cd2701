// How much of anything the room takes, with the reason. Plain numbers: phones import them to count characters.
export const limits = {
  /** A title must fit two lines of the wall (80 px type). */
  titleChars: 140,
  /** A description is read on a phone without scrolling twice. */
  descriptionChars: 600,
  /** Instructions and private notes: half a page. */
  notesChars: 2000,
  /** An option of a poll: one line of the wall, two at most. */
  optionChars: 80,
  /** Seven lines on the wall, "Non so" is one of them; more than this cannot be compared by a person. */
  options: 12,
  /** Statements of a scale, one under the other on a phone. */
  statements: 7,
  /** An open answer: as long as a note on a board. */
  answerChars: 280,
  /** One entry of a word cloud: lessons, "cut in the middle of a word". */
  entryChars: 40,
  entries: 5,
  /** A day has fewer; a file with more is a mistake. */
  blocks: 60,
  polls: 80,
  /** The largest assembly known to us has 1,500 members (a regional one); the audience may be larger, it is not in a roll. */
  seats: 2000,
  seatChars: 8,
  nameChars: 80,
  attributes: 10,
  attributeChars: 40,
  reasonChars: 280,
  /** One message over the socket; the longest command (a poll in three languages) is under 16 kB. */
  messageBytes: 64 * 1024,
  /** The common part of a view (K5). */
  viewBytes: 16 * 1024,
  /** A PDF of slides as municipalities send them. */
  materialBytes: 25 * 1024 * 1024,
  csvBytes: 2 * 1024 * 1024,
} as const;
