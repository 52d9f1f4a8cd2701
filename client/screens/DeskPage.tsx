/* The desk: one page, the field always ready. Codes and cards are the server's (their secret never leaves it); the rest goes by wishes. */
import { useNow } from '../kernel/clock.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { useConnection, useLink, useView } from '../kernel/live.ts';
import { useLost } from '../kernel/lost.ts';
import { useRefusal } from '../kernel/refusal.ts';
import { kernelTexts } from '../kernel/texts.ts';
import { Desk } from '../roster/Desk.tsx';
import type { DeskList } from '../roster/deskTypes.ts';
import { Band } from '../ui/Band.tsx';
import { Opening } from '../ui/Opening.tsx';
import { cardsOf, deskWork } from './deskServer.ts';
import { roomWords } from './deskTexts.ts';
import { OutPage } from './Outside.tsx';
import type { DeskCommon, DeskMine } from './views.ts';

export function DeskPage() {
  const k = useTexts(kernelTexts);
  const { common, mine } = useView<DeskCommon, DeskMine>();
  const connection = useConnection();
  const link = useLink();
  const lost = useLost();
  const now = useNow();
  const say = useRefusal(roomWords);
  const list = useList<DeskList>('presence.desk', '', common?.presence.list ?? null);
  if (link.kind === 'refused') return <OutPage code={link.code} laptop />;
  if (!connection || !common?.session || !mine)
    return (
      <main className="console-opening">
        <Opening title={k('link.connecting')} />
      </main>
    );
  const { session } = common;
  return (
    <Desk
      {...deskWork(common.house.session)}
      cardsOf={cardsOf(common.house.session)}
      title={session.title.s}
      subtitle={session.assembly}
      assembly={session.assembly}
      address={location.host}
      view={common.presence}
      mine={mine.presence}
      cardActs={mine.roster}
      list={list.rows}
      send={connection.send}
      now={now}
      timeZone={session.timeZone}
      refusal={say}
      status={
        lost === null ? undefined : (
          <Band kind="time" icon="nonet" title={k('link.lostLaptop', { hour: hour(lost, k.lang, session.timeZone) })}>
            {k('link.lostLaptopHint')}
          </Band>
        )
      }
    />
  );
}
