/* A frozen board on paper (BO12): its questions, under each the themes and the notes, in the order in which they were read. Printed by the
   browser, which also makes a PDF of it. It lies beside the page's root, so that the page itself can be left out of the print. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ExportBoard } from '../../shared/board/export.ts';
import { useTexts } from '../kernel/i18n.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { boardConsoleTexts } from './consoleTexts.ts';
import './console.css';

export function ConsoleSheet({ board, assembly, onDone }: { board: ExportBoard; assembly: string; onDone: () => void }) {
  const t = useTexts(boardConsoleTexts);
  useEffect(() => {
    addEventListener('afterprint', onDone);
    window.print();
    return () => removeEventListener('afterprint', onDone);
  }, [onDone]);
  const { title, version, table, areas, themes, notes } = board;
  const origin = (from: string): string => (from === '' ? '' : t('sheet.from', { where: from }));
  return createPortal(
    <article className="boards-print a4">
      <p className="meta">
        {assembly}
        {version === null ? '' : `, ${t('sheet.frozen', { version })}`}
        {table === null ? '' : `, ${t('live.table', { number: table })}`}
      </p>
      <h1 className="big">{title}</h1>
      {areas.map((area) => (
        <section key={area.id}>
          <h2>
            <ConsoleSaid of={area.prompt} />
          </h2>
          {[...themes.filter((theme) => theme.area === area.id), null].map((theme) => {
            const here = notes.filter((note) => note.area === area.id && note.theme === (theme?.id ?? null));
            if (here.length === 0) return null;
            return (
              <div key={theme?.id ?? 'loose'}>
                <h3>
                  {theme === null ? t('sheet.loose') : theme.title}
                  {theme === null || theme.dots === null ? '' : ` (${t('together.dots', { n: theme.dots })})`}
                  {theme === null || theme.from === '' ? '' : ` (${origin(theme.from)})`}
                </h3>
                <ul>
                  {here
                    .filter(({ into }) => into === null)
                    .map((note) => {
                      const said = here.filter(({ into }) => into === note.id);
                      return (
                        <li key={note.id} className={note.minority ? 'minority' : ''}>
                          {note.text}{' '}
                          <span className="meta">
                            {t(`kind.${note.kind}`)}
                            {said.length > 0 ? `, ${t('sheet.voices', { n: said.length + 1 })}` : ''}
                            {note.minority ? `, ${t('together.minority')}` : ''}
                            {note.table === null || note.table === table || note.from !== ''
                              ? ''
                              : `, ${t('live.table', { number: note.table })}`}
                            {note.from === '' ? '' : `, ${origin(note.from)}`}
                          </span>
                          {said.length === 0 ? null : (
                            <ul>
                              {said.map(({ id, text }) => (
                                <li key={id}>{text}</li>
                              ))}
                            </ul>
                          )}
                        </li>
                      );
                    })}
                </ul>
              </div>
            );
          })}
        </section>
      ))}
    </article>,
    document.body,
  );
}
