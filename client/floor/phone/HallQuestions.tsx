// What the hall asks, for whoever wants to read it: most supported first when it is opened, then in that order for as long as it is open, so
// that nothing moves away under a finger. Two electorates are two numbers (PO2). Safe for phones.
import { useState } from 'react';
import type { FloorAudienceMine } from '../../../shared/floor/shown.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import type { PendingWish } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AnswerShown } from './AnswerShown.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';
import { standingWords } from './standingWords.ts';
import type { FloorAct } from './useFloorAct.ts';
import type { HallQuestion } from './useHall.ts';
import { useSupport, type Support } from './useSupport.ts';

export interface HallQuestionsProps {
  rows: readonly HallQuestion[];
  mine: Pick<FloorAudienceMine, 'own' | 'votes'> & { readonly may: { readonly vote: boolean } };
  /** The block that runs: "Di questo punto". */
  block: string | null;
  pending: readonly PendingWish[];
  acts: FloorAct;
}
type Filter = 'all' | 'block' | 'answered';
const filters: readonly Filter[] = ['all', 'block', 'answered'];
/** More than these are shown when asked for: five hundred rows are slow on a cheap phone. */
const atOnce = 40;

/** The order in which they were first seen; new ones come at the end. */
const useSteady = (rows: readonly HallQuestion[]): readonly HallQuestion[] => {
  const [held, setHeld] = useState<readonly string[]>([]);
  const seen = new Set(held);
  const fresh = rows.map(({ question }) => question).filter((id) => !seen.has(id));
  const order = fresh.length === 0 ? held : [...held, ...fresh];
  if (order !== held) setHeld(order);
  const byId = new Map<string, HallQuestion>(rows.map((row) => [row.question, row]));
  return order.flatMap((id) => byId.get(id) ?? []);
};

export function HallQuestions({ rows, mine, block, pending, acts }: HallQuestionsProps) {
  const t = useTexts(floorPhoneTexts);
  const support = useSupport(mine.votes, pending, acts);
  const [filter, setFilter] = useState<Filter>('all');
  const [all, setAll] = useState(false);
  const steady = useSteady(rows);
  const fits = (row: HallQuestion): boolean => {
    switch (filter) {
      case 'all':
        return true;
      case 'block':
        return row.block === block;
      case 'answered':
        return row.answer !== null;
      default:
        return filter satisfies never;
    }
  };
  const wanted = steady.filter(fits);
  const shown = all ? wanted : wanted.slice(0, atOnce);
  const offered = filters.filter((one) => one !== 'block' || block !== null);
  return (
    <>
      {rows.length === 0 ? null : (
        <Segmented
          legend={t('hall.filter')}
          hideLegend
          value={filter}
          onChange={setFilter}
          options={offered.map((value) => ({ value, label: t(`hall.${value}`) }))}
        />
      )}
      {wanted.length === 0 ? <p className="soft">{t(rows.length === 0 ? 'hall.none' : 'hall.noneHere')}</p> : null}
      {mine.may.vote && wanted.length > 0 ? <p className="meta">{t('hall.supportHint')}</p> : null}
      <ul className="rows">
        {shown.map((row) => (
          <Row
            key={row.question}
            row={row}
            own={mine.own.some(({ question }) => question === row.question)}
            may={mine.may.vote}
            support={support}
          />
        ))}
      </ul>
      {shown.length < wanted.length ? (
        <Button thumb variant="quiet" onPress={() => setAll(true)}>
          {t('hall.more')}
        </Button>
      ) : null}
    </>
  );
}

function Row({ row, own, may, support }: { row: HallQuestion; own: boolean; may: boolean; support: Support }) {
  const t = useTexts(floorPhoneTexts);
  const { on, waiting } = support.of(row.question);
  const { members, audience } = row.votes;
  const standing = standingWords(row.standing, row.words, t);
  const numbers = [t('hall.members', { n: members }), audience === 0 ? null : t('hall.audience', { n: audience })];
  return (
    <li className="fp-row">
      <p className="fp-words" lang={row.lang} dir={dirOf(row.lang)}>
        {row.text}
      </p>
      <p className="fp-marks">
        {own ? <b>{t('hall.yours')}</b> : null}
        {row.onWall ? <b>{t('hall.wall')}</b> : null}
        {standing === null ? null : <b>{standing}</b>}
        {row.table === null ? null : <span>{t('hall.table', { number: row.table })}</span>}
        {row.from === 'audience' ? <span>{t('hall.fromAudience')}</span> : null}
        {row.merged === 0 ? null : <span>{t('hall.merged', { n: row.merged })}</span>}
      </p>
      {row.answer === null ? null : <AnswerShown answer={row.answer} />}
      <div className="fp-support">
        <span className="meta">{numbers.filter((part) => part !== null).join(' · ')}</span>
        {may ? (
          <span className="fp-support-act">
            {waiting ? <span className="fp-waiting-why">{t('hall.waiting')}</span> : null}
            <Button
              className={waiting ? 'fp-unsent' : undefined}
              pressed={on}
              label={on ? t('hall.supportedOf', { text: row.text }) : t('hall.supportOf', { text: row.text })}
              onPress={() => support.press(row.question, { on: t('hall.done'), off: t('hall.off') })}
            >
              {on ? <Icon name="check" /> : null}
              {on ? t('hall.supported') : t('hall.support')}
            </Button>
          </span>
        ) : null}
      </div>
    </li>
  );
}
