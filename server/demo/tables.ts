// Five tables for the demo's plenary, one an ambito: ninety seats mixed over them as a facilitator would, a question and a board each,
// prepared and not yet opened. The session is still ahead: whoever opens it only has to send the people to the tables.
import { allocate } from '../../shared/groups/allocation.ts';
import { boardTemplates } from '../../shared/board/templates.ts';
import { groupIdSchema, themeIdSchema } from '../../shared/kernel/ids.ts';
import { newId } from '../kernel/random.ts';
import type { AssemblyHouse, SessionHall } from '../session/registry.ts';
import { ambiti, giveAs, lead } from './boards.ts';

const questions = [
  {
    it: 'Che cosa serve perché tutti respirino meglio?',
    en: 'What does everybody need to breathe better?',
    ar: 'ما الذي نحتاجه كي يتنفس الجميع هواءً أنقى؟',
  },
  {
    it: 'Come ci si muove senza auto, anche la sera?',
    en: 'How do we get around without a car, also in the evening?',
    ar: 'كيف نتنقل من دون سيارة، حتى في المساء؟',
  },
  { it: 'Quali case per prime, e chi paga?', en: 'Which homes first, and who pays?', ar: 'أي المساكن أولًا، ومن يدفع؟' },
  {
    it: 'Che cosa serve perché i parchi restino freschi e vivi?',
    en: 'What do parks need to stay cool and alive?',
    ar: 'ما الذي تحتاجه الحدائق كي تبقى باردة وحية؟',
  },
  {
    it: 'Come lo viene a sapere chi non è qui?',
    en: 'How do those who are not here learn of it?',
    ar: 'كيف يعرف بذلك من ليس هنا؟',
  },
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
    question: { original: 'it', ...(questions[n] ?? { it: '' }) },
    video: null,
  }));
  await give({ type: 'groups.plan', themes, groups }, lead);
  const card = {
    original: 'it',
    it: 'Scrivete prima in silenzio, poi leggete insieme i biglietti e date un nome ai temi. Alla fine scegliete chi racconta in sala.',
    en: 'First write in silence, then read the notes together and name the themes. At the end choose who tells the hall.',
    ar: 'اكتبوا أولًا في صمت، ثم اقرؤوا البطاقات معًا وسمّوا المواضيع. وفي النهاية اختاروا من يعرض عملكم في القاعة.',
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
