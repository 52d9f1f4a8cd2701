/* Writing in silence (BO2): one's own notes and how many there are in all. Nobody reads the others', whoever leads included: they are not
   hidden here, they have not come. Safe for phones. */
import type { NoteId } from '../../shared/kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Num } from '../ui/Num.tsx';
import { NoteSig } from './NoteSig.tsx';
import { paperOf } from './kinds.ts';
import type { Standing } from './rights.ts';
import { whyNotWrite } from './rights.ts';
import type { BoardWords } from './words.ts';

interface SilenceProps {
  standing: Standing;
  onWrite: () => void;
  onEdit: (note: NoteId) => void;
  onWithdraw: (note: NoteId) => void;
  onReveal: () => void;
  t: BoardWords;
}
export function BoardSilence({ standing, onWrite, onEdit, onWithdraw, onReveal, t }: SilenceProps) {
  const { about, may, own } = standing;
  const mine = own.filter(({ state }) => state === 'silent');
  const prompt = (area: string) => about.areas.find(({ id }) => id === area)?.prompt.s ?? '';
  return (
    <div className="board-silence">
      <section className="board-silent-count" aria-labelledby="silent-title">
        <h2 id="silent-title" className="title">
          {t('silence.title')}
        </h2>
        <Num n={about.notes} words={t('silence.count', { n: about.notes, people: about.writers, of: about.people })} huge />
        <p className="lead">{t('silence.nobody')}</p>
        <div className="row">
          <Button icon="pen" variant="primary" off={whyNotWrite(standing, t)} onPress={onWrite}>
            {t('silence.write')}
          </Button>
          {may.lead ? (
            <Button className="board-silent-reveal" onPress={onReveal}>
              {t('silence.reveal', { n: about.notes })}
            </Button>
          ) : null}
        </div>
      </section>
      <section aria-labelledby="silent-mine">
        <h3 id="silent-mine">{t('silence.mine', { n: mine.length })}</h3>
        {mine.length === 0 ? <p className="soft">{t('silence.none')}</p> : null}
        <ul className="board-mine">
          {mine.map((note) => (
            <li key={note.note}>
              <div className={`note ${paperOf[note.kind]}${note.door === 'paper' || note.door === 'dictated' ? ' from-sheet' : ''}`}>
                <NoteSig
                  note={note.door === 'paper' || note.door === 'dictated' ? { kind: note.kind, door: note.door } : { kind: note.kind }}
                  under={0}
                  t={t}
                />
                <p dir="auto">{note.text}</p>
                {about.areas.length > 1 ? <p className="board-foot">{prompt(note.area)}</p> : null}
              </div>
              <div className="row">
                <Button variant="quiet" onPress={() => onEdit(note.note)}>
                  {t('act.edit')}
                </Button>
                <Button variant="quiet" onPress={() => onWithdraw(note.note)}>
                  {t('act.withdraw')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
