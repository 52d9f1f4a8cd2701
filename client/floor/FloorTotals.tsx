/* How much was spoken today, for those who lead (FL1): how many people in which band, never who. By an attribute only where every value has
   five people who are here and five who spoke; which ones are not told, and why, stands below. */
import { smallestCell } from '../../shared/floor/limits.ts';
import type { FloorDriverView, TotalsRows } from '../../shared/floor/shown.ts';
import { percent, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface FloorTotalsProps {
  readonly view: FloorDriverView;
  /** An attribute of the roll as people say it. */
  readonly attributeName: (attribute: string) => string;
  readonly onClose: () => void;
}
export function FloorTotals({ view, attributeName, onClose }: FloorTotalsProps) {
  const t = useTexts(floorConsoleTexts);
  const { rows, state } = useList<TotalsRows>('floor.totals', '', view.turns);
  return (
    <Dialog open onClose={onClose} title={t('totals.title')} wide footer={<Button onPress={onClose}>{t('close')}</Button>}>
      {rows === null ? (
        <p className="soft">{t(state === 'refused' ? 'totals.refused' : 'loading')}</p>
      ) : (
        <Totals rows={rows} attributeName={attributeName} />
      )}
    </Dialog>
  );
}

function Totals({ rows, attributeName }: { rows: TotalsRows; attributeName: (attribute: string) => string }) {
  const t = useTexts(floorConsoleTexts);
  const band = (toSec: number | null, fromSec: number): string =>
    toSec === 0
      ? t('totals.none')
      : toSec === null
        ? t('totals.above', { from: fromSec / 60 })
        : fromSec === 0
          ? t('totals.upTo', { n: toSec / 60 })
          : t('totals.between', { from: fromSec / 60, to: toSec / 60 });
  return (
    <>
      <p>
        {t('totals.spoke', { n: rows.spoke })} {t('totals.of', { n: rows.people })}
      </p>
      <table className="floor-totals">
        <caption className="sr-only">{t('totals.bands')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('totals.howLong')}</th>
            <th scope="col" className="n">
              {t('totals.people')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.bands.map(({ toSec, people }, index) => (
            <tr key={toSec ?? 'above'}>
              <th scope="row">{band(toSec, rows.bands[index - 1]?.toSec ?? 0)}</th>
              <td className="n">{people}</td>
              <td>
                <SeatLine
                  label=""
                  segments={[
                    { count: people, pattern: 'solid' },
                    { count: Math.max(0, rows.people - people), pattern: 'waiting' },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.by.map(({ attribute, rows: values }) => (
        <table key={attribute} className="floor-totals">
          <caption>{attributeName(attribute)}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className="n">
                {t('totals.here')}
              </th>
              <th scope="col" className="n">
                {t('totals.spokeShort')}
              </th>
              <th scope="col" className="n">
                {t('totals.time')}
              </th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, people, spoke, timePercent }) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td className="n">{people}</td>
                <td className="n">{spoke}</td>
                <td className="n">{percent(timePercent / 100, t.lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {rows.withheld.length === 0 ? null : (
        <p className="soft">{t('totals.withheld', { attributes: rows.withheld.map(attributeName).join(', '), least: smallestCell })}</p>
      )}
      <p className="meta">{t('totals.hint')}</p>
    </>
  );
}
