/* "Uguale a…": which question asks the same. Those with words in common stand first and are only a suggestion; the search looks at all of
   them. The question goes under the chosen one, keeps its words and its supporters, and can be taken apart again. */
import { useId, useState } from 'react';
import type { QuestionRow } from '../../shared/floor/shown.ts';
import type { QuestionId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';
import { alike, isGone, plain, type Pile } from './questions.ts';
import { Repeated, type DialogPart } from './Repeated.tsx';
import { Votes } from './Votes.tsx';

const mostFound = 30;
const mostAlike = 5;

export function FloorSame({ row, piles, send, onClose }: DialogPart & { piles: readonly Pile[] }) {
  const t = useTexts(floorConsoleTexts);
  const name = useId();
  const { ask, refused } = useAsk(send);
  const [search, setSearch] = useState('');
  const [wanted, setWanted] = useState<QuestionId | null>(null);
  // As they were when the question was asked: a list does not move under the finger.
  const [{ others, near }] = useState(() => {
    const all = piles.flatMap(({ head }) => (head.question === row.question || isGone(head) ? [] : [head]));
    return { others: all, near: alike(row, all, mostAlike) };
  });
  const words = plain(search.trim());
  const groups: readonly { readonly title: string; readonly list: readonly QuestionRow[] }[] =
    words === ''
      ? [
          { title: t('same.alike'), list: near },
          { title: t('same.others'), list: others.filter((each) => !near.includes(each)).slice(0, mostFound) },
        ]
      : [{ title: t('same.found'), list: others.filter(({ text }) => plain(text).includes(words)).slice(0, mostFound) }];
  const shown = groups.flatMap(({ list }) => list);
  const pick = shown.find(({ question }) => question === wanted)?.question ?? null;
  const go = async (): Promise<void> => {
    if (pick !== null && (await ask({ type: 'floor.merge', question: row.question, into: pick }))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('same.title')}
      wide
      footer={
        <>
          <Button variant="primary" off={pick === null ? t('same.choose') : undefined} onPress={() => void go()}>
            {t('same.go')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <Repeated row={row} />
      <p className="meta">{t('same.hint')}</p>
      <Field label={t('same.search', { n: others.length })} type="search" dir="auto" value={search} onChange={setSearch} autoFocus />
      {shown.length === 0 ? <p className="soft">{t('same.none')}</p> : null}
      <div role="radiogroup" aria-label={t('same.title')}>
        {groups.map(({ title, list }) =>
          list.length === 0 ? null : (
            <div key={title}>
              <p className="meta">{title}</p>
              <div className="choices">
                {list.map((each) => (
                  <label key={each.question} className={each.question === pick ? 'choice on' : 'choice'}>
                    <input
                      className="o"
                      type="radio"
                      name={name}
                      value={each.question}
                      checked={each.question === pick}
                      onChange={() => setWanted(each.question)}
                    />
                    <bdi lang={each.lang} dir="auto" className="floor-text">
                      {each.text}
                    </bdi>
                    <Votes votes={each.votes} />
                  </label>
                ))}
              </div>
            </div>
          ),
        )}
      </div>
    </Dialog>
  );
}
