// The words of a cloud, gone through: what waits, what may be one, all of them, what is hidden; merge, split, hide, let pass (PO7, PO12).
import { useState } from 'react';
import type { PollReviewRows } from '../../shared/poll/lists.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { pollTexts } from './consoleTexts.ts';

export type Rows = NonNullable<PollReviewRows>;
type Word = Rows['words'][number];
/** A wish about this round; who uses it knows which. */
export type Do = (wish: { readonly type: string } & Readonly<Record<string, unknown>>) => void;

export function Hide({ hidden, what, onPress }: { hidden: boolean; what: string; onPress: () => void }) {
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

export function Words({ rows, act }: { rows: Rows; act: Do }) {
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
