// What people wrote, gone through by a facilitator: hide with one key, let a held word pass, merge what is suggested, split what the key
// joined, and take any of it back (PO7, PO12). Nothing is deleted: what is hidden stays in the record, counted.
import type { PollReviewRows } from '../../shared/poll/lists.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk, type DriverRound } from './drive.ts';
import { Hide, Words, type Do, type Rows } from './PollReviewWords.tsx';

type Shown = Exclude<DriverRound, { phase: 'voided' }>;

/** Fetches the list when it is opened; its version comes with the view. */
export function PollReviewDialog({ open, onClose, round, send }: { open: boolean; onClose: () => void; round: Shown; send: Send }) {
  const t = useTexts(pollTexts);
  return (
    <Dialog wide open={open} onClose={onClose} title={t('review.title')} footer={<Button onPress={onClose}>{t('act.back')}</Button>}>
      {open ? <Loaded round={round} send={send} /> : null}
    </Dialog>
  );
}
function Loaded({ round, send }: { round: Shown; send: Send }) {
  const t = useTexts(pollTexts);
  const { rows } = useList<PollReviewRows>('poll.review', `${round.poll}.${round.round}`, round.review);
  if (round.review === null) return <p>{t('review.live')}</p>;
  return rows === null ? (
    <p role="status">{t('review.loading')}</p>
  ) : (
    <PollReview rows={rows} poll={round.poll} round={round.round} send={send} />
  );
}

export function PollReview({ rows, poll, round, send }: { rows: Rows; poll: string; round: number; send: Send }) {
  const t = useTexts(pollTexts);
  const { ask, refused } = useAsk(send);
  const act: Do = (wish) => void ask({ ...wish, poll, round });
  const empty = rows.texts.length + rows.words.length + rows.held.length + rows.hidden.length === 0;
  return (
    <div
      className="poll-review"
      onKeyDown={(event) => {
        // One key takes what has the focus off every screen (PO12): the row's own button does it.
        if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement))
          return;
        const button = event.target.closest('li')?.querySelector<HTMLElement>('[data-hide]');
        if (!button) return;
        event.preventDefault();
        event.stopPropagation();
        button.click();
      }}
    >
      {refused === null ? null : (
        <Band kind="error" live={false}>
          {refused}
        </Band>
      )}
      {empty ? <p>{t('review.none')}</p> : null}
      <Texts texts={rows.texts} act={act} />
      <Words rows={rows} act={act} />
      <Done rows={rows} act={act} />
    </div>
  );
}

function Texts({ texts, act }: { texts: Rows['texts']; act: Do }) {
  const t = useTexts(pollTexts);
  if (texts.length === 0) return null;
  return (
    <ul className="rows">
      {texts.map(({ id, text, count, hidden }) => (
        <li key={id} className="between poll-row">
          <span className={hidden ? 'poll-struck' : undefined}>
            <bdi>{text}</bdi> {count > 1 ? <span className="meta">{t('review.people', { n: count })}</span> : null}
          </span>
          <Hide hidden={hidden} what={text} onPress={() => act({ type: 'poll.hide', what: { kind: 'text', text: id }, hidden: !hidden })} />
        </li>
      ))}
    </ul>
  );
}
/** Every act that stands, newest first, with the button that takes it back. */
function Done({ rows, act }: { rows: Rows; act: Do }) {
  const t = useTexts(pollTexts);
  if (rows.acts.length === 0) return null;
  const said = ({ act: one }: Rows['acts'][number]): string => {
    switch (one.kind) {
      case 'hideText':
      case 'unhideText':
        return t(`review.did.${one.kind}`);
      case 'hide':
      case 'unhide':
      case 'release':
      case 'split':
        return t(`review.did.${one.kind}`, { a: one.key });
      case 'merge':
        return t('review.did.merge', { a: one.from, b: one.into });
      default:
        return one satisfies never;
    }
  };
  return (
    <section>
      <h3>{t('review.acts')}</h3>
      <ul className="rows">
        {[...rows.acts].reverse().map((one) => (
          <li key={one.seq} className="between poll-row">
            <span>{said(one)}</span>
            <Button
              variant="quiet"
              icon="undo"
              label={t('review.undo', { what: said(one) })}
              onPress={() => act({ type: 'poll.uncurate', act: one.seq })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
