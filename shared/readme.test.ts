// The README is the map: what it prints of the code must be what the code says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rightsColumns, rightsTable } from './rights.table.ts';
import { order } from './rooms.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** Cells without the spaces that a formatter adds. */
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the README', () => {
  it('prints the table of rights as it is', () => {
    expect(rows).toContainEqual(['command', ...rightsColumns]);
    const printed = rows.filter(([command]) => command !== undefined && command.startsWith('`') && command.slice(1, -1) in rightsTable);
    expect(printed).toEqual(Object.entries(rightsTable).map(([command, cells]) => [`\`${command}\``, ...cells.split(' ')]));
  });

  it('names every room, upstream to downstream', () => {
    const named = rows.map(([room]) => room).filter((room) => order.some((each) => `\`${each}\`` === room));
    expect(named).toEqual(order.map((room) => `\`${room}\``));
  });
});
