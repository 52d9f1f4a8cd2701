// How much of tables a session takes, with the reason. Plain numbers: pages import them.
export const groupLimits = {
  /** The largest hall known to us sits at forty round tables; a number on a stand must be read from the door. */
  groups: 60,
  themes: 20,
  /** "Ombra e alberi": read on a phone's head line. */
  nameChars: 60,
  /** Pairs that must or must not sit together: more than this is a list that nobody has looked at. */
  pins: 200,
  attributes: 10,
  /** What a table writes when it calls for help. */
  helpChars: 140,
  /** +5 for one table, a few times; beyond an hour the programme is the thing to change. */
  extraSecMax: 3600,
  reportSecMin: 30,
  reportSecMax: 1800,
  rounds: 40,
} as const;
/** What a table calls for; 'other' carries its own words. 'time' asks for five minutes more. */
export const helpReasons = ['device', 'themes', 'conflict', 'technician', 'time', 'other'] as const;
export type HelpReason = (typeof helpReasons)[number];
