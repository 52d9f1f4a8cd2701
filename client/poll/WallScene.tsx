// The frame of every question on the wall: the question, what stands between, one line at the foot. The head line is the wall's own.
import type { ReactNode } from 'react';
import type { Asked } from '../../shared/poll/public.ts';
import { dirOf } from '../kernel/i18n.ts';

function Question({ asked, small = false }: { asked: Asked; small?: boolean }) {
  const { s, lang } = asked.question;
  return (
    <h1
      className={small || [...s].length > 90 ? 'poll-wall-q small' : 'poll-wall-q'}
      lang={lang}
      dir={lang === undefined ? undefined : dirOf(lang)}
    >
      {s}
    </h1>
  );
}

export function WallScene({
  asked,
  small,
  foot,
  end,
  children,
}: {
  asked: Asked;
  small?: boolean;
  foot: ReactNode;
  end: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <div className="wall-main poll-wall">
        <Question asked={asked} small={small ?? false} />
        {children}
      </div>
      <footer className="wall-foot">
        <span>{foot}</span>
        <span>{end}</span>
      </footer>
    </>
  );
}
