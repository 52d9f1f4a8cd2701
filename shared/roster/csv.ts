// Cells for spreadsheets: what a person wrote must open as text, never as a formula (a name that begins with "=" ran commands in more than one office).
// Italian Excel wants semicolons and a byte order mark; both are given by `csvFile`.

/** A cell made harmless: a leading = + - @ tab or carriage return gets an apostrophe, as spreadsheets themselves do. */
export const csvSafe = (cell: string): string => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[";,\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvLine = (cells: readonly string[]): string => cells.map((cell) => quoted(csvSafe(cell))).join(';');
/** A whole file: byte order mark, semicolons, CRLF. */
export const csvFile = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map(csvLine).join('\r\n')}\r\n`;

/** The list that people copy from: all columns that are understood, one of the assembly's own, two reserves. Names may stay empty. */
export const exampleRoll = csvFile([
  [
    'posto',
    'nome',
    'genere',
    'fascia_eta',
    'municipio',
    'cittadinanza',
    'titolo_studio',
    'coorte',
    'inizio_mandato',
    'fine_mandato',
    'lingua',
    'riserva',
  ],
  ['1', 'Cognome, Nome', 'donna', '25–44', '4', 'italiana', 'laurea', '2026', '01/01/2026', '30/06/2027', 'italiano', ''],
  ['2', '', 'uomo', '65 e più', '9', 'italiana', 'diploma', '2026', '01/01/2026', '30/06/2027', 'italiano', ''],
  ['3', 'Cognome, Nome', 'uomo', '16–24', '2', 'egiziana', 'licenza media', '2026', '01/01/2026', '30/06/2027', 'arabo', ''],
  ['', 'Cognome, Nome', 'donna', '45–64', '7', 'italiana', 'laurea', '2026', '', '', 'italiano', '1'],
  ['', 'Cognome, Nome', 'uomo', '25–44', '1', 'italiana', 'diploma', '2026', '', '', 'italiano', '2'],
]);
