/* The questions prepared for the block that runs, each one tap from the room (PO11). Those of other blocks are in the tab of questions. */
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import type { PollDriverView } from '../../shared/poll/view.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk } from './drive.ts';

type Row = PollDraftRows[number];
const ready = (drafts: PollDraftRows | null, block: string | null): readonly Row[] =>
  (drafts ?? []).filter((row) => row.may.open && (row.draft.block === block || row.draft.block === null));
export const nextPrepared = (drafts: PollDraftRows | null, block: string | null): Row | undefined => ready(drafts, block)[0];

export interface PollPreparedProps {
  readonly view: PollDriverView;
  readonly drafts: PollDraftRows | null;
  readonly block: string | null;
  readonly send: Send;
  /** True where O opens the first of them. */
  readonly keyHint: boolean;
  readonly onEdit: () => void;
}

export function PollPrepared({ view, drafts, block, send, keyHint, onEdit }: PollPreparedProps) {
  const t = useTexts(pollTexts);
  const { ask, refused } = useAsk(send);
  const rows = ready(drafts, block);
  if (rows.length === 0) return null;
  return (
    <section className="poll-prepared" aria-label={t('prepared.title')}>
      <h3 className="meta">{t('prepared.title')}</h3>
      <ul className="rows">
        {rows.map((row, index) => {
          const { text, lang, dir } = pickText(row.draft.question, t.lang);
          const free = row.draft.electorate === 'members' ? view.may.openToMembers : view.may.openToAudience;
          return (
            <li key={row.poll}>
              <span>
                <bdi lang={lang} dir={dir}>
                  {text}
                </bdi>
                <span className="meta"> {t(`prepared.${row.draft.electorate}`)}</span>
              </span>
              <Button
                variant={index === 0 && keyHint ? 'primary' : 'plain'}
                keyHint={index === 0 && keyHint ? 'O' : undefined}
                off={free ? undefined : t('prepared.busy')}
                onPress={() => void ask({ type: 'poll.open', poll: row.poll, round: row.nextRound })}
              >
                {t('prepared.open')}
              </Button>
            </li>
          );
        })}
      </ul>
      {refused === null ? null : (
        <p className="error" role="alert">
          {refused}
        </p>
      )}
      <Button variant="quiet" onPress={onEdit}>
        {t('prepared.all')}
      </Button>
    </section>
  );
}
