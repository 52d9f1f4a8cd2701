/* The dark side of the desk: what everybody in the hall may know (how many are in), and what this desk did, each with its undo (RO8).
   What is still on its way, or was refused, stands on top of that list until it is settled: silence is a defect. */
import { hour } from '../kernel/i18n.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import type { Act } from './deskActs.ts';
import type { DeskList, DeskMine, DeskView } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';
import type { DeskHands } from './useDesk.ts';

export const actWords = (t: RosterTranslate, act: Act, timeZone: string): string => {
  const at = hour(act.at, t.lang, timeZone, { seconds: true });
  if (act.what === 'visitorEntered' || act.what === 'visitorLeft')
    return t(`desk.did.${act.what}`, { kind: t(`desk.visitor.${act.as ?? 'audience'}`), hour: at });
  return t(`desk.did.${act.what}`, { hour: at });
};
const latelyMs = 10 * 60 * 1000;
const shown = 7;

export interface DeskSideProps {
  readonly t: RosterTranslate;
  readonly view: DeskView;
  readonly mine: DeskMine;
  readonly list: DeskList | null;
  readonly acts: readonly Act[];
  readonly hands: DeskHands;
  readonly now: number;
  readonly timeZone: string;
  readonly refusal: (refused: { readonly code: string; readonly params?: Params }) => string;
  readonly onUndo: (act: Act) => void;
}

export function DeskSide({ t, view, mine, list, acts, hands, now, timeZone, refusal, onUndo }: DeskSideProps) {
  const missing = Math.max(0, view.of - view.present);
  const lately = list?.members.filter((one) => one.state === 'here' && one.since !== null && now - one.since < latelyMs).length ?? 0;
  const others = view.desks.reduce((sum, count, place) => (place === mine.desk ? sum : sum + count), 0);
  return (
    <aside className="desk-side" data-theme="dark" aria-label={t('desk.side.title')}>
      <h2>
        <Icon name="people" />
        <span>{t('desk.side.title')}</span>
        <span className="meta clock">{hour(now, t.lang, timeZone)}</span>
      </h2>
      <p className="desk-count">
        <b>{view.present}</b> <span className="lead">{t('desk.side.inside', { of: view.of })}</span>
      </p>
      <div className="desk-line">
        <SeatLine
          segments={[
            { count: view.phones, pattern: 'solid' },
            { count: view.sheets, pattern: 'hatched' },
            { count: missing, pattern: 'base' },
          ]}
          label={t('desk.side.line', { present: view.present, of: view.of, sheets: view.sheets })}
        />
        <p className="meta wide-only">
          {t('desk.side.counts', { sheets: view.sheets, missing, visitors: view.visitors.all })}
          <br />
          {t('desk.side.lately', { n: lately })}
        </p>
        <p className="meta narrow-only">{t('desk.side.short', { missing, visitors: view.visitors.all })}</p>
      </div>
      <section className="desk-done" aria-labelledby="desk-done">
        <h3 id="desk-done">{t('desk.side.done')}</h3>
        <ul>
          {hands.going.map((one) => (
            <li key={one.id} className={one.refused ? 'failed' : 'going'}>
              <b>{one.seat ?? ''}</b>
              <span role={one.refused ? 'alert' : undefined}>
                {one.refused ? t('desk.side.failed', { why: refusal(one.refused) }) : t('desk.side.sending')}
              </span>
              {one.refused ? (
                <Button variant="quiet" onPress={() => hands.dismiss(one.id)}>
                  {t('desk.side.dismiss')}
                </Button>
              ) : null}
            </li>
          ))}
          {acts.slice(0, shown).map((act) => (
            <li key={act.key} className={act.undone ? 'undone' : ''}>
              <b>{act.seat ?? ''}</b>
              <span>
                {actWords(t, act, timeZone)}
                {act.undone ? <span className="meta"> {t('desk.did.undone')}</span> : null}
              </span>
              {act.undo.length > 0 ? (
                <Button variant="quiet" onPress={() => onUndo(act)}>
                  {t('desk.side.undo')}
                  <span className="sr-only">{act.seat ?? ''}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {acts.length === 0 && hands.going.length === 0 ? <p className="meta">{t('desk.side.nothing')}</p> : null}
      </section>
      {others > 0 || view.desksConnected > 1 ? (
        <p className="meta others">
          <Icon name="check" />
          <span>{t('desk.side.other', { n: others })}</span>
        </p>
      ) : null}
    </aside>
  );
}
