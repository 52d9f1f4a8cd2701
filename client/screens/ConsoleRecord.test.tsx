// The record on the console of a closed session: every table that the server writes has its link.
import { expect, it } from 'vitest';
import { tableNames } from '../../shared/record/tables.ts';
import { draw } from '../ui/render.testkit.tsx';
import { ConsoleRecord, recordTables } from './ConsoleRecord.tsx';

it('[IN4] every table of the record can be taken from the console, by its own name', () => {
  expect(recordTables).toEqual(tableNames);
  const page = draw(<ConsoleRecord sessionId="session001" />);
  const links = page.all('a');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    tableNames.map((table) => `/api/sessions/session001/record.csv?table=${table}&lang=it`),
  );
  expect(new Set(links.map((link) => link.textContent)).size).toBe(tableNames.length);
});
