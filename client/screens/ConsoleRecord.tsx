/* The record's tables once the session is closed: each is a file of its own that a spreadsheet opens. The record as a document and as JSON
   stands above, with the step (client/session). Fetched when it is needed. */
import type { TableName } from '../../shared/record/tables.ts';
import { useTexts } from '../kernel/i18n.ts';
import { consoleTexts } from './consoleTexts.ts';

/** In the order of the record. Only names: what makes the tables stays on the server. */
export const recordTables = [
  'attendance',
  'composition',
  'rollCalls',
  'planned',
  'agenda',
  'remedies',
  'materials',
  'decisions',
  'polls',
  'texts',
  'splits',
  'groups',
  'calls',
  'boards',
  'notes',
  'themes',
  'dots',
  'questions',
  'answers',
  'turns',
  'speaking',
  'incidents',
  'screens',
] as const satisfies readonly TableName[];

export function ConsoleRecord({ sessionId }: { sessionId: string }) {
  const t = useTexts(consoleTexts);
  // Documents are written in Italian and English.
  const lang = t.lang === 'en' ? 'en' : 'it';
  return (
    <section className="console-record" aria-labelledby="console-record">
      <h2 id="console-record">{t('record.title')}</h2>
      <p className="soft">{t('record.hint')}</p>
      <ul>
        {recordTables.map((table) => (
          <li key={table}>
            <a className="btn quiet" href={`/api/sessions/${sessionId}/record.csv?table=${table}&lang=${lang}`} download>
              {t(`record.tables.${table}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
