// Five tables for the demo's plenary, one an ambito: ninety seats mixed over them as a facilitator would, a question and a board each,
// prepared and not yet opened. The session is still ahead: whoever opens it only has to send the people to the tables.
import { allocate } from '../../shared/groups/allocation.ts';
import { boardTemplates } from '../../shared/board/templates.ts';
import { groupIdSchema, themeIdSchema } from '../../shared/kernel/ids.ts';
import { newId } from '../kernel/random.ts';
import type { AssemblyHouse, SessionHall } from '../session/registry.ts';
import { ambiti, giveAs, lead } from './boards.ts';

const questions = [
  ['Che cosa serve perché tutti respirino meglio?', 'What does everybody need to breathe better?'],
  ['Come ci si muove senza auto, anche la sera?', 'How do we get around without a car, also in the evening?'],
  ['Quali case per prime, e chi paga?', 'Which homes first, and who pays?'],
  ['Che cosa serve perché i parchi restino freschi e vivi?', 'What do parks need to stay cool and alive?'],
  ['Come lo viene a sapere chi non è qui?', 'How do those who are not here learn of it?'],
] as const;

/** The table links are made where links are made: this only says which tables there are. Returns the tables' ids, in order. */
export const setTables = async (assembly: AssemblyHouse, hall: SessionHall, block: string | null): Promise<readonly string[]> => {
  const give = giveAs(hall);
  const themes = ambiti.map((title) => ({ id: themeIdSchema.parse(newId()), title }));
  const groups = themes.map(({ id: theme }, n) => ({
    id: groupIdSchema.parse(newId()),
    number: n + 1,
    name: null,
    theme,
    question: { original: 'it', it: questions[n]?.[0] ?? '', en: questions[n]?.[1] ?? '' },
    video: null,
  }));
  await give({ type: 'groups.plan', themes, groups }, lead);
  const card = {
    original: 'it',
    it: 'Scrivete prima in silenzio, poi leggete insieme i biglietti e date un nome ai temi. Alla fine scegliete chi racconta in sala.',
    en: 'First write in silence, then read the notes together and name the themes. At the end choose who tells the hall.',
  };
  await give({ type: 'groups.setCard', group: null, card }, lead);
  const criteria = { attributes: ['genere', 'fascia_eta', 'titolo_studio'], neverAlone: ['cittadinanza'], together: [], apart: [] };
  await give({ type: 'groups.setMix', mix: criteria }, lead);
  const people = (assembly.reads().roster?.members ?? []).map(({ member }) => ({
    member,
    attributes: assembly.people.get(member)?.attributes ?? {},
  }));
  const { seating, how } = allocate({
    people,
    tables: groups.map(({ id, theme }) => ({ group: id, theme })),
    criteria,
    past: [],
    olderPast: [],
    preferences: null,
    fixed: new Map(),
    seed: 44,
  });
  await give({ type: 'groups.assign', round: 1, how, seating }, lead);
  const { areas, ...template } = boardTemplates.prosCons;
  await give(
    {
      type: 'board.prepare',
      plans: groups.map(({ id, question }) => ({
        ...template,
        id: newId(),
        group: id,
        block,
        title: question,
        areas: areas.map((area) => ({ id: newId(), ...area })),
      })),
    },
    lead,
  );
  return groups.map(({ id }) => id);
};
