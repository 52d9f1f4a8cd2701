/* The last quarter of an hour, where the three notices of the recall live (GR4): the wall and the phones give them by themselves,
   here one sees when. Before it, the ruler stands still and says how long it is. */
import type { CSSProperties } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Ruler } from '../ui/Ruler.tsx';
import { groupsConsoleTexts } from './consoleTexts.ts';
import type { TablesTime } from './tables.ts';

const lastMin = 15;
const notices = [10, 5, 1] as const;

export function TablesRuler({ time }: { time: TablesTime }) {
  const t = useTexts(groupsConsoleTexts);
  const total = time.totalMin;
  const from = Math.max(0, total - lastMin);
  const shown = notices.filter((before) => total - before > from);
  return (
    <div className="groups-ruler">
      <p aria-hidden="true">
        {shown.map((before, index) => {
          const style: CSSProperties & { '--at': number } = { '--at': (total - before - from) / (total - from) };
          return (
            <span key={before} style={style}>
              {t(index === 0 ? 'ruler.first' : 'ruler.then', { n: before })}
            </span>
          );
        })}
      </p>
      <Ruler
        fromMin={from}
        toMin={total}
        elapsedMin={time.elapsedMin}
        noticesMin={shown.map((before) => total - before)}
        label={t('ruler.label', { elapsed: Math.max(0, Math.floor(time.elapsedMin)), total: Math.round(total) })}
      />
    </div>
  );
}
