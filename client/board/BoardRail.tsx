/* The rail: what one does with a board, always in the same place. What leads the others stands at its foot, and only for who leads.
   What cannot be done now stays where it is and says why. Safe for phones. */
import { Icon, type IconName } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { whyNotLead, whyNotThemes, whyNotWrite, type Standing } from './rights.ts';
import type { BoardWords } from './words.ts';

export interface RailActs {
  readonly write: () => void;
  readonly theme: () => void;
  readonly dots: () => void;
  readonly undo: () => void;
  readonly everyoneHere: () => void;
  readonly lock: () => void;
  readonly more: () => void;
}
interface RailProps {
  standing: Standing;
  /** The step that would be taken back, in words. */
  undo: string | null;
  /** Notes that wait to be admitted. */
  waiting: number;
  acts: RailActs;
  t: BoardWords;
}

export function BoardRail({ standing, undo, waiting, acts, t }: RailProps) {
  const { about, may } = standing;
  const silent = about.silence !== null;
  return (
    <nav className="board-rail no-print" aria-label={t('rail.title')}>
      <Act icon="pen" words={t('rail.write')} off={whyNotWrite(standing, t)} onPress={acts.write} accent />
      {silent ? null : (
        <>
          <Act icon="group" words={t('rail.theme')} off={whyNotThemes(standing, t)} onPress={acts.theme} />
          <Act icon="dot" words={t('rail.dots')} off={whyNotLead(standing, t)} onPress={acts.dots} />
          <Act
            icon="undo"
            words={t('rail.undo')}
            said={undo === null ? undefined : t('undo.of', { step: undo })}
            off={undo === null ? t('undo.nothing') : undefined}
            onPress={acts.undo}
          />
        </>
      )}
      <span className="grow" />
      {may.lead && !silent ? (
        <Act
          icon="gather"
          words={about.focus === null ? t('rail.here') : t('rail.letGo')}
          pressed={about.focus !== null}
          onPress={acts.everyoneHere}
        />
      ) : null}
      {may.lead && about.phase === 'open' ? (
        <Act icon="lock" words={about.locked ? t('rail.unlock') : t('rail.lock')} pressed={about.locked} onPress={acts.lock} />
      ) : null}
      <Act icon="more" words={waiting > 0 ? t('rail.moreWaiting', { n: waiting }) : t('rail.more')} onPress={acts.more} />
    </nav>
  );
}

interface ActProps {
  icon: IconName;
  words: string;
  said?: string | undefined;
  off?: string | undefined;
  pressed?: boolean | undefined;
  accent?: boolean | undefined;
  onPress: () => void;
}
function Act({ icon, words, said, off, pressed, accent = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={[accent && off === undefined ? 'accent' : '', off === undefined ? '' : 'off'].join(' ').trim()}
      aria-label={said}
      aria-pressed={pressed}
      aria-disabled={off === undefined ? undefined : true}
      title={off ?? said}
      onClick={() => (off === undefined ? onPress() : announce(off))}
    >
      <Icon name={icon} />
      <span>{words}</span>
    </button>
  );
}
