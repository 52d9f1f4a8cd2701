/* What the audience sees while no question is open: the programme, the closing words, and the way to the questions from the hall, to ask where
   it may and to read everywhere. Comes after the first view: the first answer does not wait for it (IN5). Safe for phones. */
import { AgendaMember } from '../agenda/AgendaMember.tsx';
import { AskPage } from '../floor/phone/AskPage.tsx';
import { floorPhoneTexts } from '../floor/phone/phoneTexts.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { PendingWish, Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { screensTexts } from './texts.ts';
import type { AudienceCommon, AudienceMine } from './views.ts';
import '../ui/moreSigns.ts';

const materialHref = ({ id }: { readonly id: string }): string => `/api/materials/${id}`;

export interface AudienceHomeProps {
  readonly common: AudienceCommon;
  readonly session: NonNullable<AudienceCommon['session']>;
  readonly mine: AudienceMine;
  readonly send: Send;
  readonly pending: readonly PendingWish[];
  readonly online: boolean;
  readonly now: number;
  /** The questions from the hall are open. Kept where an open question does not forget it. */
  readonly asks: boolean;
  readonly onAsks: (asks: boolean) => void;
  /** Back to a result; null: there is none. */
  readonly onBack: (() => void) | null;
}

export function AudienceHome({ common, session, mine, send, pending, online, now, asks, onAsks, onBack }: AudienceHomeProps) {
  const t = useTexts(screensTexts);
  const f = useTexts(floorPhoneTexts);
  const over = session.phase === 'closed' || session.phase === 'sealed';
  const { floor } = mine;
  if (asks && floor !== null)
    return (
      <AskPage
        view={common.floor}
        mine={floor}
        block={common.agenda.running?.id ?? null}
        send={send}
        pending={pending}
        online={online}
        onBack={() => onAsks(false)}
      />
    );
  const opens = floor !== null && (floor.may.ask || common.floor.questions > 0 || floor.own.length > 0);
  return (
    <>
      <main>
        {over ? (
          <>
            <h1 className="title">{t('closed.title')}</h1>
            <p className="lead soft">{t('closed.hint')}</p>
          </>
        ) : session.phase === 'draft' || session.phase === 'doors' ? (
          <p className="lead soft">{t('wait.audience')}</p>
        ) : null}
        <AgendaMember view={common.agenda} now={now} timeZone={session.timeZone} materialHref={materialHref} />
      </main>
      {!opens && onBack === null ? null : (
        <footer className="thumb-zone ruled">
          {opens ? (
            <Button
              thumb
              variant={floor.may.ask ? 'primary' : 'plain'}
              icon={floor.may.ask ? 'pen' : 'question'}
              onPress={() => onAsks(true)}
            >
              {f(floor.may.ask ? 'ask.title' : 'ask.readTitle')}
            </Button>
          ) : null}
          {onBack === null ? null : (
            <Button thumb icon="back" onPress={onBack}>
              {t('back')}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}
