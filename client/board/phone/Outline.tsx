// The board as one list, which is the phone's view and the screen reader's: area → theme → note. One note is open at a time.
// Whoever leads may bring everybody to an area: the list goes there, and moves nothing that is being written. Safe for phones.
import { useEffect, useId, type ReactNode } from 'react';
import type { AreaShown, BoardAbout, ThemeShown } from '../../../shared/board/shown.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { useDocumentState, useEntry } from '../../kernel/document.ts';
import { dirOf, hour, useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Opening } from '../../ui/Opening.tsx';
import { Status } from '../../ui/Status.tsx';
import { NoteRow } from './NoteRow.tsx';
import type { Column, Head } from '../model.ts';
import { useStable, useTree } from './outline.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { Prompt } from '../Prompt.tsx';

export interface OutlineProps {
  about: BoardAbout;
  document: SharedDocument | null;
  timeZone: string;
  /** Ids of my notes. */
  own: ReadonlySet<string>;
  /** Whose notes open: nobody's, mine, all. */
  opens: 'none' | 'own' | 'all';
  open: string | null;
  onOpen: (id: string) => void;
  /** For the open note. */
  acts?: ReactNode | undefined;
  onPart?: ((id: string) => void) | undefined;
  /** At the end of a theme's title. */
  themeActs?: ((id: string) => ReactNode) | undefined;
  /** What a row has under its words (dots). */
  end?: ((id: string) => ReactNode) | undefined;
  themeEnd?: ((id: string) => ReactNode) | undefined;
  /** Only the titles of themes: dots on themes. */
  themesOnly?: boolean | undefined;
}

export function Outline(props: OutlineProps) {
  const { document } = props;
  return document === null ? (
    <div className="bp-opening">
      <Opening />
    </div>
  ) : (
    <Opened {...props} document={document} />
  );
}

function Opened(props: OutlineProps & { document: SharedDocument }) {
  const { about, document } = props;
  const t = useTexts(boardPhoneTexts);
  const state = useDocumentState(document);
  const areas = useStable(about.areas);
  const tree = useTree(document, areas);
  const prefix = useId();
  const focus = about.focus;
  useEffect(() => {
    if (focus === null) return;
    globalThis.document.getElementById(`${prefix}${focus}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [focus, prefix]);
  if (state.kind === 'loading')
    return (
      <div className="bp-opening">
        <Opening />
      </div>
    );
  if (state.kind === 'refused') return <p className="bp-say soft">{t('gone')}</p>;
  const empty = tree.notes === 0 && tree.themes === 0;
  return (
    <>
      {state.kind === 'stale' ? (
        <p className="bp-say">
          <Status kind="time" icon="clock">
            {t('stale', { hour: hour(state.since, t.lang, props.timeZone) })}
          </Status>
        </p>
      ) : null}
      {empty ? <p className="bp-say soft">{t('empty')}</p> : null}
      {areas.map((area) => {
        const here = tree.areas.find((each) => each.area === area.id);
        if (empty || here === undefined) return null;
        const columns = here.columns.filter(({ theme, notes }) => theme !== null || notes > 0);
        const headingId = `${prefix}${area.id}`;
        return (
          <section key={area.id} className="bp-area" aria-labelledby={headingId}>
            {areas.length === 1 ? (
              <h2 id={headingId} className="sr-only">
                <Prompt of={area.prompt} />
              </h2>
            ) : (
              <h2 id={headingId} className={area.id === focus ? 'bp-prompt here' : 'bp-prompt'}>
                <Prompt of={area.prompt} />
                <span className="meta nb">{area.id === focus ? t('here') : t('count.notes', { n: here.notes })}</span>
              </h2>
            )}
            {columns.length === 0 ? <p className="bp-say soft">{t('emptyArea')}</p> : null}
            {columns.map((column) => (
              <ThemePart key={column.theme ?? ''} {...props} area={area} column={column} document={document} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function ThemePart(props: OutlineProps & { document: SharedDocument; area: AreaShown; column: Column }) {
  const { document, column } = props;
  const { theme } = column;
  const t = useTexts(boardPhoneTexts);
  const shown = useEntry<ThemeShown>(document, 'themes', theme ?? '');
  if (props.themesOnly === true && theme === null) return null;
  const table: number | null = shown?.from?.number ?? null;
  return (
    <div className="bp-theme">
      <h3 className={theme === null ? 'loose' : ''}>
        <span className="grow">
          {shown === undefined ? (
            t('loose')
          ) : (
            <span lang={shown.lang} dir={dirOf(shown.lang)}>
              {shown.title}
            </span>
          )}
        </span>
        <span className="meta nb">
          {[
            shown?.dots === undefined ? null : t('mark.dots', { n: shown.dots }),
            table === null ? null : t('mark.table', { number: table }),
            t('count.notes', { n: column.notes }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {theme === null ? null : props.themeActs?.(theme)}
      </h3>
      {theme !== null && props.themeEnd !== undefined ? <div className="bp-end">{props.themeEnd(theme)}</div> : null}
      {props.themesOnly === true ? null : (
        <ul>
          {column.heads.map((head) => (
            <Row key={head.id} {...props} head={head} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({
  document,
  head,
  area,
  own,
  opens,
  open,
  onOpen,
  acts,
  onPart,
  end,
}: OutlineProps & {
  document: SharedDocument;
  head: Head;
  area: AreaShown;
}) {
  const mine = own.has(head.id);
  return (
    <NoteRow
      document={document}
      id={head.id}
      under={head.under}
      area={area}
      own={mine}
      open={open === head.id}
      onOpen={opens === 'all' || (opens === 'own' && mine) ? onOpen : undefined}
      acts={open === head.id ? acts : undefined}
      onPart={opens === 'all' || (opens === 'own' && mine) ? onPart : undefined}
    >
      {end?.(head.id)}
    </NoteRow>
  );
}

/** The last step and what became of it, with its way back. */
export function LastStep({
  last,
  refused,
}: {
  last: { readonly words: string; readonly undo: () => void } | null;
  refused: string | null;
}) {
  const t = useTexts(boardPhoneTexts);
  if (refused !== null)
    return (
      <p className="why" role="alert">
        {refused}
      </p>
    );
  return last === null ? null : (
    <p className="bp-last">
      <Status>{last.words}</Status>
      <Button variant="quiet" onPress={last.undo}>
        {t('act.undo')}
      </Button>
    </p>
  );
}
