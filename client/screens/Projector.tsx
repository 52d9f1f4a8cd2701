/* The hall's wall: shows, has no controls, survives the laptop (SC4: the last picture stays with a small mark, never an error page). */
import { useEffect } from 'react';
import { useNow } from '../kernel/clock.ts';
import { setLang, useLang, useTexts } from '../kernel/i18n.ts';
import { useLink, useView } from '../kernel/live.ts';
import { useLost } from '../kernel/lost.ts';
import { useBell } from '../screen/bell.ts';
import type { WallLink } from '../screen/Wall.tsx';
import { screensTexts } from './texts.ts';
import { WallContent, WallOpening } from './WallContent.tsx';
import type { ScreenCommon, ScreenMine } from './views.ts';

export function Projector() {
  const t = useTexts(screensTexts);
  const { common, mine } = useView<ScreenCommon, ScreenMine>();
  const pageLang = useLang();
  const now = useNow();
  const link = useLink();
  const lost = useLost();
  const look = mine?.screen;
  const state: WallLink =
    link.kind === 'refused' ? { kind: 'refused', code: link.code } : lost === null ? { kind: 'live' } : { kind: 'stopped', since: lost };
  // The hour of the picture stops with the picture: a wall must not pretend to be alive.
  const shownAt = state.kind === 'stopped' ? Math.min(now, state.since) : now;
  const running = common?.agenda.running ?? null;
  const endsAt = running !== null && running.timer.kind === 'running' ? running.timer.endsAt : null;
  const recalledAt = common?.groups.recalledAt ?? null;
  const ringAt = [endsAt, recalledAt].flatMap((at) => (at === null ? [] : [at]));
  const bell = useBell({ on: common?.screen.bell ?? false, ringAt, now });
  const wanted = look?.lang;
  // The connection follows the page's language, and the page this screen's own setting.
  useEffect(() => {
    if (wanted !== undefined) void setLang(wanted);
  }, [wanted]);
  if (!common?.session) return <WallOpening lang={pageLang} theme="dark" link={state} now={now} />;
  return (
    <WallContent
      data={common}
      own={look?.own ?? null}
      lang={look?.lang ?? pageLang}
      theme={look?.theme ?? 'dark'}
      now={shownAt}
      link={state}
      label={look?.label === '' ? t('screen.test') : (look?.label ?? '')}
      bellBlocked={bell === 'blocked'}
    />
  );
}
