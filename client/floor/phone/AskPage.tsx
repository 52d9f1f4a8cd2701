// "Domanda" on a phone: the box, what became of one's own questions, and what the others ask, with support. The list of the hall is asked for
// only while this page is open. Where nothing may be asked the page is for reading, and says so. Safe for phones.
import type { FloorAudienceMine, FloorAudienceView, FloorMemberMine } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Opening } from '../../ui/Opening.tsx';
import { AskBox } from './AskBox.tsx';
import { HallQuestions } from './HallQuestions.tsx';
import { OwnQuestions } from './OwnQuestions.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';
import { useAsking } from './useAsking.ts';
import { useFloorAct } from './useFloorAct.ts';
import { useHall } from './useHall.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface AskPageProps {
  view: FloorAudienceView;
  /** `here`: a member's. */
  mine: FloorAudienceMine & Partial<Pick<FloorMemberMine, 'here'>>;
  /** The block that runs. */
  block: string | null;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  onBack: () => void;
}

export function AskPage({ view, mine, block, send, pending, online, onBack }: AskPageProps) {
  const t = useTexts(floorPhoneTexts);
  const asking = useAsking(mine.own, send, pending, online, mine.here ?? { group: null, block });
  const acts = useFloorAct(send, { keep: true });
  const { rows, state } = useHall(view);
  // A door that closes while one writes takes no text away.
  const box = mine.may.ask || asking.text !== '' || asking.lost.length > 0 || asking.waiting.length > 0;
  // The door is open for others: one's own measure is full.
  const closed = t(view.ask ? 'ask.enough' : 'ask.closed');
  const refused =
    acts.refused === null ? null : (
      <p className="why" role="alert">
        {acts.refused}
      </p>
    );
  return (
    <>
      <main className="fp-ask">
        <h1 className="title">{t(box ? 'ask.title' : 'ask.readTitle')}</h1>
        {box ? (
          <AskBox asking={asking} door="phone" label={t('ask.label')} hint={t('ask.who')} off={mine.may.ask ? undefined : closed} />
        ) : (
          <p className="soft">{closed}</p>
        )}
        {refused}
        {mine.own.length === 0 ? null : (
          <section>
            <h2>{t('own.title')}</h2>
            <OwnQuestions own={mine.own} rows={rows ?? []} pending={pending} acts={acts} />
          </section>
        )}
        <section>
          {box ? <h2>{t('hall.title')}</h2> : null}
          {rows !== null ? (
            <HallQuestions rows={rows} mine={mine} block={block} pending={pending} acts={acts} />
          ) : state === 'refused' ? (
            <p className="soft">{t('hall.refused')}</p>
          ) : (
            <Opening />
          )}
        </section>
      </main>
      <footer className="thumb-zone ruled">
        <Button thumb icon="back" onPress={onBack}>
          {t('back')}
        </Button>
      </footer>
    </>
  );
}
