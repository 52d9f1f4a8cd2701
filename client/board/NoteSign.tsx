/* A sign on a note: the drawing of Icon.tsx as a background, out of one small file. An inline drawing costs the browser a layer of its own,
   and five hundred of them cost a frame (BO10: 12 ms of 16 while panning). The word beside it says the meaning. Safe for phones. */
export const noteSigns = ['plus', 'minus', 'question', 'branch', 'flag', 'sheet', 'ear'] as const;
export type NoteSignName = (typeof noteSigns)[number];

export function NoteSign({ name }: { name: NoteSignName }) {
  return <i className={`board-drawn ${name}`} aria-hidden="true" />;
}
