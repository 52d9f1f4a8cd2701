// How the columns of a list of members are called, in Italian and English, as offices write them. Anything else is an attribute of its own,
// kept under the name it has in the file. The keys of the known attributes are what the pages translate.
import type { RollField } from '../../shared/roster/reading.ts';

export type Synonyms = Readonly<Record<string, readonly string[]>>;
/** Field or attribute key → the names it goes by, folded (see `fold`). */
export const synonyms: Synonyms = {
  seat: ['posto', 'seggio', 'numero', 'n', 'seat', 'number'],
  name: ['nome', 'nominativo', 'nome e cognome', 'cognome e nome', 'name', 'full name'],
  from: ['inizio mandato', 'dal', 'mandate start', 'start', 'from'],
  until: ['fine mandato', 'al', 'scadenza', 'mandate end', 'end', 'until'],
  cohort: ['coorte', 'gruppo di mandato', 'cohort'],
  reserve: ['riserva', 'riserve', 'supplente', 'reserve', 'substitute'],
  genere: ['genere', 'sesso', 'gender', 'sex'],
  fascia_eta: ['fascia eta', 'fascia d eta', 'fascia di eta', 'eta', 'age', 'age band', 'age group'],
  municipio: ['municipio', 'circoscrizione', 'quartiere', 'district', 'borough'],
  cittadinanza: ['cittadinanza', 'nazionalita', 'citizenship', 'nationality'],
  titolo_studio: ['titolo studio', 'titolo di studio', 'istruzione', 'studi', 'education'],
  lingua: ['lingua', 'language'],
};
const fields: readonly string[] = ['seat', 'name', 'from', 'until', 'cohort', 'reserve'];
const isField = (key: string): key is RollField => fields.includes(key);

/** Case, accents, apostrophes, underscores and dots do not tell two column names apart. */
export const fold = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const columnFor = (header: string, own: Synonyms = synonyms): { readonly field: RollField; readonly attribute: string | null } => {
  const folded = fold(header);
  for (const [key, names] of Object.entries(own))
    if (names.includes(folded)) return isField(key) ? { field: key, attribute: null } : { field: 'attribute', attribute: key };
  return { field: 'attribute', attribute: header };
};
