// The prepared questions by item of the programme, each with its state in words: ready, open, closed, published, cancelled, a round ready.
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { T } from '../ui/T.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { BlockName } from './PollEditorSettings.tsx';

type Row = PollDraftRows[number];
export interface PollEditorListProps {
  rows: PollDraftRows | null;
  blocks: readonly BlockName[];
  chosen: string | null;
  onPick: (row: Row) => void;
  /** The question that is not saved yet, as far as it is written; null when there is none. */
  unsaved: string | null;
  onAdd: () => void;
  mayAdd: boolean;
}

export function PollEditorList({ rows, blocks, chosen, onPick, unsaved, onAdd, mayAdd }: PollEditorListProps) {
  const t = useTexts(pollTexts);
  const all = rows ?? [];
  const known = new Set(blocks.map(({ id }) => id));
  const groups = [
    ...blocks.map(({ id, title }) => ({ id, title, rows: all.filter(({ draft }) => draft.block === id) })),
    { id: '', title: t('editor.noBlock'), rows: all.filter(({ draft }) => draft.block === null || !known.has(draft.block)) },
  ].filter((group) => group.rows.length > 0);
  return (
    <nav className="poll-editor-list" aria-label={t('editor.list')}>
      {mayAdd ? (
        <Button icon="plus" onPress={onAdd}>
          {t('editor.add')}
        </Button>
      ) : null}
      {unsaved === null ? null : (
        <p className="poll-entry on">
          <b>{unsaved === '' ? '…' : unsaved}</b>
          <span className="meta">{t('editor.state.unfinished')}</span>
        </p>
      )}
      {rows !== null && all.length === 0 && unsaved === null ? <p className="meta">{t('editor.none')}</p> : null}
      {groups.map((group) => (
        <section key={group.id}>
          <h2 className="meta">{group.title}</h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.poll}>
                <button
                  type="button"
                  className={row.poll === chosen ? 'poll-entry on' : 'poll-entry'}
                  aria-current={row.poll === chosen ? 'true' : undefined}
                  onClick={() => onPick(row)}
                >
                  <span className="poll-entry-q">
                    <T of={pickText(row.draft.question, t.lang)} />
                  </span>
                  <span className="meta">
                    <State row={row} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function State({ row }: { row: Row }) {
  const t = useTexts(pollTexts);
  const { kind } = row.draft;
  const what =
    kind.kind === 'single' || kind.kind === 'multiple'
      ? t('editor.choices', { n: row.draft.options.length })
      : t(`kinds.${kind.kind}`).toLocaleLowerCase(t.lang);
  const state =
    row.phase === 'draft'
      ? row.nextRound > 1
        ? t('editor.state.again', { n: row.nextRound })
        : t('editor.state.draft')
      : t(`editor.state.${row.phase}`);
  return (
    <>
      {state}, {what}
    </>
  );
}
