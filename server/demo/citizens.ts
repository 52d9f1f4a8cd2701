// The Citizens' Table of the demo, in its first morning: forty-four seats, most of them here; "Partecipo perché…" was written in silence,
// gathered in themes and frozen; priorities and urgencies by ambito are on the board now, fifty-three notes under their themes, with the
// ones that say the same, the minority positions and those that came on paper. The hall has asked, and three wait to speak.
// Whoever opens it can go on from there.
import { readFileSync } from 'node:fs';
import { applyTemplate } from '../../shared/agenda/template.ts';
import { firstTable } from '../../shared/agenda/templates/table.ts';
import { boardFrom } from '../../shared/board/templates.ts';
import { areaIdSchema, boardIdSchema, deviceIdSchema, memberIdSchema } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/kernel/audience.ts';
import { newId, sha256 } from '../kernel/random.ts';
import type { App } from '../app.ts';
import type { AssemblyHouse, SessionHall, Wishful } from '../session/registry.ts';
import { areasByAmbito, demoNotes, giveAs, lead, whyIAmHere } from './boards.ts';
import { askTheHall, audienceOf, raiseHands } from './floor.ts';

const absent = 4;

export const runCitizens = async (
  app: Pick<App, 'registry' | 'store'>,
  assembly: AssemblyHouse,
  hall: SessionHall,
  startPlanned: number,
): Promise<void> => {
  const give = giveAs(hall);
  const drive = (command: Wishful) => give(command, lead);
  const { load, drafts } = applyTemplate(firstTable, { mode: 'replace', startPlanned, newId });
  await drive({ ...load });
  for (const draft of drafts) await drive({ type: 'poll.draft', poll: newId(), draft });
  const { blocks } = load;
  const slides = readFileSync(new URL('slides.pdf', import.meta.url));
  const material = { id: newId(), name: 'Il Piano in parole semplici', kind: 'pdf', pages: 3, sha256: sha256(slides) };
  await app.store.putFile({
    id: material.id,
    session: hall.id,
    name: `${material.name}.pdf`,
    mime: 'application/pdf',
    bytes: slides,
    sha256: material.sha256,
    pages: material.pages,
    createdAt: app.registry.clock(),
  });
  if (blocks[2]) await drive({ type: 'agenda.attach', block: blocks[2].id, material });

  await drive({ type: 'session.openDoors' });
  const members = assembly.reads().roster?.members ?? [];
  const here = members.slice(0, members.length - absent);
  for (const { member } of here) await drive({ type: 'presence.letIn', member, phone: true });
  await drive({ type: 'session.open' });
  const person = (n: number): Actor => ({
    role: 'member',
    member: memberIdSchema.parse(here[n % here.length]?.member),
    device: deviceIdSchema.parse('demo000002'),
  });

  const [because, area] = [boardIdSchema.parse(newId()), areaIdSchema.parse(newId())];
  const start = async (place: number, from: number | null) => {
    const block = blocks[place];
    if (block) await drive({ type: 'agenda.start', from: from === null ? null : (blocks[from]?.id ?? null), to: block.id });
  };
  await start(0, null);
  await start(1, 0);
  const first = boardFrom('because', { board: because, areas: [area] }, { group: null, block: blocks[1]?.id ?? null });
  await drive({ type: 'board.prepare', plans: [first] });
  await drive({ type: 'board.open', boards: [because] });
  const write = { type: 'board.write', place: null, lang: 'it', door: 'phone', seat: null, theme: null } as const;
  const themes = new Map<string, string[]>();
  // Given one after the other, answered together: a hall's notes share their commits.
  const answers: Promise<void>[] = [];
  for (const [n, [theme, text]] of whyIAmHere.entries()) {
    const note = newId();
    answers.push(give({ ...write, board: because, note, area, text, kind: 'idea', silence: 1 }, person(n * 3)));
    if (theme !== '') themes.set(theme, [...(themes.get(theme) ?? []), note]);
  }
  await Promise.all(answers);
  await drive({ type: 'board.reveal', board: because, silence: 1 });
  await Promise.all(
    [...themes].map(([title, notes]) => drive({ type: 'board.nameTheme', board: because, theme: newId(), area, title, lang: 'it', notes })),
  );
  await drive({ type: 'board.freeze', boards: [because] });

  await start(2, 1);
  await start(3, 2);
  await start(4, 3);
  const board = newId();
  const areas = areasByAmbito();
  await drive({
    type: 'board.prepare',
    plans: [
      {
        id: board,
        group: null,
        block: blocks[4]?.id ?? null,
        title: {
          original: 'it',
          it: 'Che cosa dite del Piano Aria e Clima?',
          en: 'What do you say of the Air and Climate Plan?',
          ar: 'ماذا تقولون عن خطة الهواء والمناخ؟',
        },
        areas,
        authors: 'hidden',
        silent: false,
        kinds: ['idea', 'against', 'question', 'condition'],
        dots: { each: 5, max: 2, on: 'themes' },
        secs: [600, 600, 1200, 300],
      },
    ],
  });
  await drive({ type: 'board.open', boards: [board] });
  const gathered = new Map<string, { readonly area: string; readonly title: string; readonly notes: string[] }>();
  const written: { readonly id: string; readonly text: string }[] = [];
  const notes: Promise<void>[] = [];
  for (const [n, { ambito, theme, kind, mark, sameAs, text }] of demoNotes().entries()) {
    const home = areas[Number(ambito.slice(0, 1)) - 1]?.id ?? '';
    const id = newId();
    const onPaper = mark === 'paper' ? { door: 'paper', seat: here[n % here.length]?.member ?? null } : {};
    notes.push(give({ ...write, board, note: id, area: home, text, kind, silence: null, ...onPaper }, mark === 'paper' ? lead : person(n)));
    if (mark === 'minority') notes.push(drive({ type: 'board.flag', board, note: id, on: true }));
    const like = sameAs === '' ? undefined : written.find((other) => other.text.startsWith(sameAs));
    written.push({ id, text });
    if (like) notes.push(drive({ type: 'board.same', board, note: id, into: like.id }));
    else if (theme !== '') {
      const key = `${ambito} ${theme}`;
      const known = gathered.get(key);
      if (known) known.notes.push(id);
      else gathered.set(key, { area: home, title: theme, notes: [id] });
    }
  }
  for (const theme of gathered.values()) notes.push(drive({ type: 'board.nameTheme', board, theme: newId(), lang: 'it', ...theme }));
  await Promise.all(notes);
  await drive({ type: 'board.step', board, from: 'write', to: 'read' });
  await drive({ type: 'board.step', board, from: 'read', to: 'themes' });
  await askTheHall(hall, 'citizens', { lead, member: person, audience: audienceOf, tables: [] });
  await raiseHands(hall, { member: person });
};
