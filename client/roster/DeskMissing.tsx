/* Who is missing (Chi manca): the list from which somebody telephones before the session starts, and the reserves in the order of the call.
   Seats and names; the act stands in the row, for who has just come in. */
import { Button } from '../ui/Button.tsx';
import { stateWords } from './DeskRows.tsx';
import type { DeskList, DeskPerson } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';

export interface DeskMissingProps {
  readonly t: RosterTranslate;
  readonly list: DeskList;
  readonly timeZone: string;
  readonly shut: string | undefined;
  readonly onLetIn: (person: DeskPerson) => void;
}

export function DeskMissing({ t, list, timeZone, shut, onLetIn }: DeskMissingProps) {
  const missing = list.members.filter((one) => one.state !== 'here');
  const left = missing.filter((one) => one.state === 'gone').length;
  return (
    <div className="desk-missing">
      <h2 className="title">
        {missing.length === 0 ? t('missing.all') : t('missing.title', { n: missing.length, of: list.members.length })}
      </h2>
      {left > 0 ? <p className="meta">{t('missing.left', { n: left })}</p> : null}
      {missing.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('missing.seat')}</th>
              <th scope="col">{t('missing.name')}</th>
              <th scope="col">{t('missing.state')}</th>
              <th scope="col">
                <span className="sr-only">{t('missing.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.member}>
                <th scope="row" className="seat">
                  {one.seat}
                </th>
                <td>{one.name ?? ''}</td>
                <td className="meta">{stateWords(t, one, timeZone)}</td>
                <td className="end">
                  <Button off={one.card === null ? t('desk.state.moved') : shut} onPress={() => onLetIn(one)}>
                    {t(one.state === 'gone' ? 'desk.act.back' : 'desk.act.letIn')}
                    <span className="sr-only">{one.seat}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{t('missing.reserves')}</h3>
      {list.reserves.length === 0 ? (
        <p className="meta">{t('missing.noReserves')}</p>
      ) : (
        <ol className="reserves">
          {list.reserves.map((one) => (
            <li key={one.member}>
              <b>{t('desk.substitute.reserve', { rank: one.rank })}</b> {one.name ?? ''}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
