/* What everybody at this board must know now: the line broke, it is locked, frozen, dots are being given, somebody calls to an area, a wish
   was refused. Text first; each stays as long as it is true. Safe for phones. */
import type { BoardAbout } from '../../shared/board/shown.ts';
import type { Said } from '../../shared/kernel/text.ts';
import type { DocumentState } from '../kernel/document.ts';
import { useRefusal, refusalOf } from '../kernel/refusal.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { boardTexts } from './boardTexts.ts';
import type { BoardWords } from './words.ts';

interface BandsProps {
  about: BoardAbout;
  state: DocumentState;
  refused: string | null;
  unsent: number;
  /** Where whoever leads calls to, while this person was writing. */
  called: Said | null;
  onGo: () => void;
  onStay: () => void;
  onSeen: () => void;
  t: BoardWords;
}
const rooms = { board: refusalOf(boardTexts) };

export function BoardBands({ about, state, refused, unsent, called, onGo, onStay, onSeen, t }: BandsProps) {
  const say = useRefusal(rooms);
  const { dots } = about;
  return (
    <div className="board-bands no-print">
      {state.kind === 'stale' ? (
        <Band kind="time" icon="nonet" title={t('band.stale')}>
          {t('band.staleHint')}
        </Band>
      ) : null}
      {state.kind === 'refused' ? <Band kind="error">{say(state)}</Band> : null}
      {unsent > 0 && state.kind !== 'live' ? (
        <Band kind="time" icon="outbox" title={t('band.unsent', { n: unsent })}>
          {t('band.unsentHint')}
        </Band>
      ) : null}
      {refused === null ? null : (
        <Band
          kind="error"
          title={refused}
          actions={
            <Button variant="quiet" onPress={onSeen}>
              {t('band.seen')}
            </Button>
          }
        />
      )}
      {called === null ? null : (
        <Band
          kind="info"
          icon="gather"
          title={t('band.called', { area: called.s })}
          actions={
            <>
              <Button onPress={onGo}>{t('band.go')}</Button>
              <Button variant="quiet" onPress={onStay}>
                {t('band.stay')}
              </Button>
            </>
          }
        >
          {t('band.calledHint')}
        </Band>
      )}
      {about.phase === 'frozen' ? (
        <Band kind="info" icon="sheet" live={false} title={t('band.frozen', { n: about.frozen ?? 1 })}>
          {about.waiting > 0 ? t('band.waiting', { n: about.waiting }) : t('band.frozenHint')}
        </Band>
      ) : about.locked ? (
        <Band kind="info" icon="lock" title={t('band.locked')}>
          {t('band.lockedHint')}
        </Band>
      ) : null}
      {dots.state === 'open' ? (
        <Band kind="info" icon="dot" title={t('band.dots', { n: dots.finished, of: dots.base })}>
          {t('band.dotsHint')}
        </Band>
      ) : null}
    </div>
  );
}
