// What people wrote, gone through by a facilitator: hide with one key, let a held word pass, merge what is suggested, split what the key
// joined, and take any of it back (PO7, PO12). Nothing is deleted: what is hidden stays in the record, counted.
import { useState } from 'react';
import type { PollReviewRows } from '../../shared/poll/lists.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk, type DriverRound } from './drive.ts';

type Rows = NonNullable<PollReviewRows>;
type Word = Rows['words'][number];
type Shown = Exclude<DriverRound, { phase: 'voided' }>;
type Do = (wish: { readonly type: string } & Readonly<Record<string, unknown>>) => void;

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
function Hide({ hidden, what, onPress }: { hidden: boolean; what: string; onPress: () => void }) {
  const t = useTexts(pollTexts);
  return (
    <button
      type="button"
      className="btn"
      data-hide={hidden ? undefined : ''}
      aria-keyshortcuts={hidden ? undefined : 'X'}
      aria-label={t(hidden ? 'review.showOne' : 'review.hideOne', { what })}
      onClick={onPress}
    >
      {t(hidden ? 'review.show' : 'review.hide')}
      {hidden ? null : <kbd aria-hidden="true">X</kbd>}
    </button>
  );
}

function Words({ rows, act }: { rows: Rows; act: Do }) {
  const t = useTexts(pollTexts);
  const [open, setOpen] = useState<{ readonly what: 'split' | 'merge'; readonly word: Word } | null>(null);
  return (
    <>
      {rows.held.length === 0 ? null : (
        <section>
          <h3 className="tag time">{t('review.held', { n: rows.held.length })}</h3>
          <ul className="rows">
            {rows.held.map((word) => (
              <li key={word.id} className="between poll-row">
                <span>
                  <bdi>{word.label}</bdi> <span className="meta">{t('review.people', { n: word.count })}</span>
                </span>
                <span className="row">
                  <button
                    type="button"
                    className="btn"
                    aria-label={t('review.releaseOne', { what: word.label })}
                    onClick={() => act({ type: 'poll.release', key: word.id })}
                  >
                    {t('review.release')}
                  </button>
                  <Hide
                    hidden={false}
                    what={word.label}
                    onPress={() => act({ type: 'poll.hide', what: { kind: 'word', key: word.id }, hidden: true })}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.suggestions.length === 0 ? null : (
        <section>
          <h3>{t('review.suggested')}</h3>
          <ul className="rows">
            {rows.suggestions.map(({ from, into, fromLabel, intoLabel, reason }) => (
              <li key={`${from} ${into}`} className="between poll-row">
                <span>
                  <bdi>{fromLabel}</bdi> → <bdi>{intoLabel}</bdi> <span className="meta">{t(`review.reason.${reason}`)}</span>
                </span>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('review.mergeOne', { from: fromLabel, into: intoLabel })}
                  onClick={() => act({ type: 'poll.merge', from, into })}
                >
                  {t('review.merge')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.words.length === 0 ? null : (
        <section>
          <h3>{t('review.all')}</h3>
          <ol className="rows">
            {rows.words.map((word) => (
              <li key={word.id} className="between poll-row">
                <span>
                  <b className="poll-n">{number(word.count, t.lang)}</b> <bdi>{word.label}</bdi>
                </span>
                <span className="row">
                  {word.spellings.length > 1 ? (
                    <Button variant="quiet" onPress={() => setOpen({ what: 'split', word })}>
                      {t('review.split')}
                    </Button>
                  ) : null}
                  <Button variant="quiet" onPress={() => setOpen({ what: 'merge', word })}>
                    {t('review.mergeInto')}
                  </Button>
                  <Hide
                    hidden={false}
                    what={word.label}
                    onPress={() => act({ type: 'poll.hide', what: { kind: 'word', key: word.id }, hidden: true })}
                  />
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {rows.hidden.length === 0 ? null : (
        <section>
          <h3>{t('review.hiddenHere', { n: rows.hidden.length })}</h3>
          <ul className="rows">
            {rows.hidden.map((word) => (
              <li key={word.id} className="between poll-row">
                <span className="poll-struck">
                  <bdi>{word.label}</bdi> <span className="meta">{t('review.people', { n: word.count })}</span>
                </span>
                <Hide
                  hidden
                  what={word.label}
                  onPress={() => act({ type: 'poll.hide', what: { kind: 'word', key: word.id }, hidden: false })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.what === 'split' ? <SplitWord word={open.word} act={act} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'merge' ? <MergeWord word={open.word} words={rows.words} act={act} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function SplitWord({ word, act, onClose }: { word: Word; act: Do; onClose: () => void }) {
  const t = useTexts(pollTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const bad = chosen.length === 0 || chosen.length >= word.spellings.length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.splitTitle', { label: word.label })}
      footer={
        <Button
          variant="primary"
          off={bad ? t('review.splitNeed') : undefined}
          onPress={() => {
            act({ type: 'poll.split', key: word.id, spellings: chosen });
            onClose();
          }}
        >
          {t('review.splitDo')}
        </Button>
      }
    >
      {word.spellings.map(({ spelling, label, count }) => (
        <Check
          key={spelling}
          checked={chosen.includes(spelling)}
          onChange={(on) => setChosen(on ? [...chosen, spelling] : chosen.filter((one) => one !== spelling))}
          label={<bdi>{label}</bdi>}
          hint={t('review.people', { n: count })}
        />
      ))}
    </Dialog>
  );
}
function MergeWord({ word, words, act, onClose }: { word: Word; words: readonly Word[]; act: Do; onClose: () => void }) {
  const t = useTexts(pollTexts);
  const [into, setInto] = useState<string | null>(null);
  const others = words.filter(({ id }) => id !== word.id).slice(0, 60);
  const chosen = others.find(({ id }) => id === into);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.mergeTitle', { label: word.label })}
      footer={
        chosen === undefined ? undefined : (
          <Button
            variant="primary"
            onPress={() => {
              act({ type: 'poll.merge', from: word.id, into: chosen.id });
              onClose();
            }}
          >
            {t('review.mergeOne', { from: word.label, into: chosen.label })}
          </Button>
        )
      }
    >
      <Choices
        kind="one"
        legend={t('review.mergeTitle', { label: word.label })}
        options={others.map(({ id, label, count }) => ({
          id,
          label: <bdi>{label}</bdi>,
          end: <span className="meta">{number(count, t.lang)}</span>,
        }))}
        chosen={into === null ? [] : [into]}
        onChange={(picked) => setInto(picked[0] ?? null)}
      />
    </Dialog>
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
