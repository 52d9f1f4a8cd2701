// The table as it is drawn for whoever leads it: one button a seat present, around the table. Filled speaks, a hand waits, hollow has not spoken
// yet; the same in words for whoever does not see it. One tap gives the floor, another on who speaks ends the turn. Safe for phones.
import type { FloorTableMine } from '../../../shared/floor/shown.ts';
import type { MemberId } from '../../../shared/kernel/ids.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { spokenWords } from './spoken.ts';
import { floorTableTexts } from './tableTexts.ts';

type Seat = FloorTableMine['seats'][number];
export interface DrawnTableProps {
  seats: readonly Seat[];
  speaks: MemberId | null;
  onTap: (seat: Seat) => void;
}
type Look = 'speaks' | 'hand' | 'spoke' | 'silent';
const looks: readonly Look[] = ['speaks', 'hand', 'silent', 'spoke'];

export function DrawnTable({ seats, speaks, onTap }: DrawnTableProps) {
  const t = useTexts(floorTableTexts);
  const here = seats.filter((one) => one.here);
  const lookOf = ({ member, hand, turns }: Seat): Look => (member === speaks ? 'speaks' : hand ? 'hand' : turns > 0 ? 'spoke' : 'silent');
  const sayOf = (one: Seat): string => {
    const params = { seat: one.seat, spoken: spokenWords(one, t) };
    const look = lookOf(one);
    switch (look) {
      case 'speaks':
      case 'hand':
        return t(`say.${look}`, params);
      case 'spoke':
      case 'silent':
        return t('say.rest', params);
      default:
        return look satisfies never;
    }
  };
  const side = (some: readonly Seat[]) => (
    <div className="fp-side">
      {some.map((one) => {
        const look = lookOf(one);
        return (
          <button
            key={one.member}
            type="button"
            className={`fp-seat ${look}`}
            aria-label={sayOf(one)}
            aria-pressed={look === 'speaks'}
            onClick={() => onTap(one)}
          >
            {look === 'speaks' ? <Icon name="mic" /> : look === 'hand' ? <Icon name="hand" /> : null}
            <span>{one.seat}</span>
          </button>
        );
      })}
    </div>
  );
  const half = Math.ceil(here.length / 2);
  const quiet = here.filter(({ member, turns }) => turns === 0 && member !== speaks);
  return (
    <section className="fp-round" aria-label={t('drawn')}>
      {side(here.slice(0, half))}
      <p className="fp-top">
        <b>{t('drawn')}</b>
        <br />
        <span className="meta">{t('drawnHint')}</span>
      </p>
      {side(here.slice(half))}
      <ul className="fp-keys meta" aria-hidden="true">
        {looks.map((look) => (
          <li key={look} className={look}>
            <i>{look === 'hand' ? <Icon name="hand" /> : null}</i> {t(`key.${look}`)}
          </li>
        ))}
      </ul>
      <p className="meta">
        {here.length === 0
          ? t('alone')
          : quiet.length === 0
            ? t('everybody')
            : t('silent', { n: quiet.length, seats: quiet.map(({ seat }) => seat).join(', ') })}
      </p>
    </section>
  );
}
