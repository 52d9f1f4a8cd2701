/* What the import of the roll shows of a file: its faults, line by line, with what to do (RO6), and its columns as they were read. */
import { csvFile } from '../../shared/roster/csv.ts';
import type { RollColumn, RollProblem, RollReply, RollSummary } from '../../shared/roster/reading.ts';
import type { RosterTranslate } from './rosterTexts.ts';

const problemParams = (problem: RollProblem) => ({ found: problem.found, ...problem.params });
const isWords = (t: RosterTranslate, problem: RollProblem): string => t(`import.problem.${problem.code}.is`, problemParams(problem));
const doWords = (t: RosterTranslate, problem: RollProblem): string => t(`import.problem.${problem.code}.do`, problemParams(problem));

export function Problems({ t, problems, more }: { t: RosterTranslate; problems: readonly RollProblem[]; more: number }) {
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.found')}</th>
            <th scope="col">{t('import.todo')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, place) => (
            <tr key={place}>
              <td className="line-no">{problem.line}</td>
              <td>{problem.column ?? t('import.wholeLine')}</td>
              <td>
                <b>{isWords(t, problem)}</b>
              </td>
              <td className="soft">{doWords(t, problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="meta">{t('import.moreErrors', { n: more })}</p> : null}
    </>
  );
}

/** Every fault as a row for a spreadsheet, cells made harmless. */
export const errorsCsv = (t: RosterTranslate, reply: RollReply): string =>
  csvFile([
    [t('import.line'), t('import.column'), t('import.found'), t('import.todo')],
    ...(reply.ok
      ? []
      : reply.problems.map((one) => [String(one.line), one.column ?? t('import.wholeLine'), isWords(t, one), doWords(t, one)])),
  ]);

const known = ['genere', 'fascia_eta', 'municipio', 'cittadinanza', 'titolo_studio', 'lingua'] as const;
const columnName = (t: RosterTranslate, column: RollColumn): string => {
  if (column.field !== 'attribute') return t(`import.field.${column.field}`);
  const key = known.find((one) => one === column.attribute);
  return key === undefined ? column.header : t(`import.attribute.${key}`);
};

export function Columns({ t, summary, values }: { t: RosterTranslate; summary: RollSummary; values: boolean }) {
  return (
    <div>
      <h2>{t('import.columns')}</h2>
      <ul className="columns-read">
        {summary.columns.map((column, place) => (
          <li key={place}>
            {columnName(t, column)}
            {values && column.values.length > 0 ? (
              <span className="meta">{column.values.map(({ value, count }) => t('import.values', { value, count })).join(', ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="meta">
        {t('import.how', {
          delimiter: summary.delimiter === 'tab' ? t('import.tab') : summary.delimiter,
          encoding: { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', latin1: 'Latin-1' }[summary.encoding],
        })}
      </p>
    </div>
  );
}
