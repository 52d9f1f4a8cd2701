// How much is asked and said, with the reason. Plain numbers: pages import them.
export const floorLimits = {
  /** A question is read aloud in one breath, and fits the wall at 56 px. */
  questionChars: 280,
  /** A hall of ninety and its audience asks a hundred on a full day; more than this nobody reads. */
  questions: 500,
  /** With those that were taken back: who asks and takes back all day does not close the floor for everybody. */
  questionsEver: 1000,
  /** Per seat, and per device of the audience, in one session: withdrawn ones too. */
  questionsEach: 20,
  audienceEach: 5,
  /** Per table, through its facilitator: those that were not taken back, and with these. One link never uses up everybody's. */
  questionsAtTable: 60,
  questionsAtTableEver: 120,
  /** Devices cost nothing: all of the audience together. */
  audienceInAll: 200,
  /** Half a page in writing. */
  answerChars: 1200,
  sourceChars: 200,
  linkChars: 400,
  /** "Ufficio Clima", "tecnico della mobilità": who answers, who takes a question home. */
  whoChars: 80,
  /** Why an answer is disputed, and other words beside a question. */
  wordsChars: 280,
  experts: 20,
  /** Answers to one question: what was said first, and what was put right later. */
  answers: 20,
  /** Seven lines on the wall (SC3): a heading, five questions, and what is left. */
  onWall: 5,
  /** Hands that travel in a push, as many as are read at a glance; the rest is a list. */
  handsShown: 12,
  turnSecMin: 15,
  turnSecMax: 1800,
  /** Two minutes: what facilitated halls give; three at a table would leave somebody out. */
  turnSec: 120,
  /** The signal before the end, on the speaker's phone and on the wall. */
  signalSec: 30,
  extraSecMax: 600,
  /** What a turn may go over its time and still be counted: as long as the turn, and never less than this. */
  overrunSec: 300,
} as const;
/** What somebody wants to say. A point of order goes before everything else. 'report' is a table telling the plenary: never asked for. */
export const turnKinds = ['speech', 'question', 'for', 'against', 'order'] as const;
export type AskedKind = (typeof turnKinds)[number];
export type TurnKind = AskedKind | 'report';
/** The order of a queue: as they asked, or who has spoken least first. */
export const queueOrders = ['asked', 'least'] as const;
export type QueueOrder = (typeof queueOrders)[number];
export const questionDoors = ['phone', 'table', 'paper'] as const;
export type QuestionDoor = (typeof questionDoors)[number];
/** Who asked, as far as anybody is ever told. */
export const askers = ['member', 'audience', 'table', 'lead'] as const;
export type Asker = (typeof askers)[number];
/** 'open' at the end of the session is "left unanswered" (FL2). */
export const standings = ['open', 'answered', 'parked', 'disputed'] as const;
export type Standing = (typeof standings)[number];
/** Upper ends, in seconds of speaking, of the bands in which totals are told (FL1); above the last one there is no end. */
export const bandsSec = [0, 60, 180, 360] as const;
/** A number split by attribute is told only where every cell has as many people. */
export const smallestCell = 5;
