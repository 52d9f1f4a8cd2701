// What a facilitator may put on the wall by hand, until the next thing happens: the way in, the programme, the test picture,
// the tables, who speaks, the questions of the hall that are on the wall, the boards that were sent to the walls, and the results that were already published. Results that were not are not in
// the list (PO1), nor boards that were not sent (BO2).
import type { ScreenDriverView, ScreenHistoryRow } from '../../shared/screen/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { ClockText } from '../ui/ClockText.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused, useAsk } from './ask.tsx';
import { sceneName } from './sceneName.ts';
import { ShowBoards, type BoardToShow } from './ShowBoards.tsx';
import { screenTexts } from './screenTexts.ts';

/** A published result, with the words of its question: the room of the questions knows them. */
export interface PastResult {
  readonly poll: string;
  readonly round: number;
  readonly title: string;
}
export interface ShowDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: ScreenDriverView;
  readonly send: Send;
  readonly results: readonly PastResult[];
  readonly boards?: readonly BoardToShow[] | undefined;
  /** The session has tables. */
  readonly tables?: boolean | undefined;
  readonly timeZone: string;
}
/** The last pictures, newest first; the whole list is in the record. */
const lastShown = 6;

function History({ version, timeZone }: { version: string; timeZone: string }) {
  const t = useTexts(screenTexts);
  const { rows } = useList<readonly ScreenHistoryRow[]>('screen.history', '', version);
  const common = (rows ?? []).filter(({ screen }) => screen === null);
  if (common.length === 0) return null;
  return (
    <>
      <h3>{t('show.history')}</h3>
      <ol className="screen-history">
        {common
          .slice(-lastShown)
          .reverse()
          .map(({ at, scene }) => (
            <li key={`${at} ${scene.kind}`}>
              <ClockText ms={at} timeZone={timeZone} /> <span>{sceneName(scene, t)}</span>
            </li>
          ))}
      </ol>
    </>
  );
}

export function ShowDialog({ open, onClose, view, send, results, boards = [], tables = false, timeZone }: ShowDialogProps) {
  const t = useTexts(screenTexts);
  const { ask, refused } = useAsk(send);
  const show = async (scene: Readonly<Record<string, unknown>>) => {
    if (await ask({ type: 'screen.showScene', scene })) onClose();
  };
  const published = results.filter((result) => view.published.some(({ poll, round }) => poll === result.poll && round === result.round));
  return (
    <Dialog open={open} onClose={onClose} title={t('show.title')}>
      <p className="meta">{t('show.hint')}</p>
      <div className="row">
        <Button onPress={() => void show({ kind: 'join' })}>{t('scene.join')}</Button>
        <Button onPress={() => void show({ kind: 'agenda', block: null })}>{t('scene.agenda')}</Button>
        {tables ? <Button onPress={() => void show({ kind: 'groups' })}>{t('scene.groups')}</Button> : null}
        <Button onPress={() => void show({ kind: 'turn' })}>{t('scene.turn')}</Button>
        {view.questions === 0 ? null : <Button onPress={() => void show({ kind: 'questions' })}>{t('scene.questions')}</Button>}
        <Button onPress={() => void show({ kind: 'test' })}>{t('scene.test')}</Button>
      </div>
      <ShowBoards boards={boards} onShow={(scene) => void show(scene)} />
      <h3>{t('show.results')}</h3>
      {published.length === 0 ? (
        <p className="meta">{t('show.none')}</p>
      ) : (
        <ul className="rows">
          {published.map(({ poll, round, title }) => (
            <li key={`${poll} ${round}`} className="screen-row">
              <span>{title}</span>
              <Button variant="quiet" onPress={() => void show({ kind: 'pollResult', poll, round })}>
                {t('slides.show')}
                <span className="sr-only">: {title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open ? <History version={view.history} timeZone={timeZone} /> : null}
      <Check label={t('bell.label')} hint={t('bell.hint')} checked={view.bell} onChange={(on) => void ask({ type: 'screen.bell', on })} />
      <Refused words={refused} />
    </Dialog>
  );
}
