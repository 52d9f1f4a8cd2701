// How a question will look, before anybody sees it: the phone in each language and at 200 %, the wall with its number of lines.
// Drawn by the very components of phone and wall, on the dark side, because it is what everybody will see; nothing in it can be touched.
import { useState, type CSSProperties } from 'react';
import type { Lang, Said } from '../../shared/kernel/text.ts';
import type { Asked } from '../../shared/poll/public.ts';
import type { PollPhoneView } from '../../shared/poll/view.ts';
import { InLang, langs, pickText, useTexts, type Text } from '../kernel/i18n.ts';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { Draft } from './draftForm.ts';
import { PollMember } from './PollMember.tsx';
import { PollProjector } from './PollProjector.tsx';

const said = (text: Text, lang: Lang): Said => {
  const picked = pickText(text, lang);
  return picked.lang === lang ? { s: picked.text } : { s: picked.text, lang: picked.lang };
};
const askedOf = (draft: Draft, lang: Lang): Asked => {
  const { kind } = draft;
  return {
    question: said(draft.question, lang),
    kind:
      kind.kind === 'scale'
        ? {
            kind: kind.kind,
            from: kind.from,
            to: kind.to,
            statements: kind.statements.map(({ id, text }) => ({ id, text: said(text, lang) })),
            ends: kind.ends === undefined ? null : { low: said(kind.ends.low, lang), high: said(kind.ends.high, lang) },
          }
        : kind,
    options: draft.options.map(({ id, text }) => ({ id, text: said(text, lang) })),
    electorate: draft.electorate,
    live: draft.live,
    splitBy: draft.splitBy,
  };
};
type Open = Extract<NonNullable<PollPhoneView['now']>, { phase: 'open' }>;
const nobody = () => new Promise<never>(() => undefined);

export interface PollPreviewProps {
  poll: Open['poll'];
  draft: Draft;
  lang: Lang;
  present: number;
  now: number;
  timeZone: string;
}

export function PollPreview({ poll, draft, lang, present, now, timeZone }: PollPreviewProps) {
  const t = useTexts(pollTexts);
  const [shown, setShown] = useState<Lang | null>(null);
  const [big, setBig] = useState(false);
  const phoneLang = shown ?? lang;
  const openIn = (which: Lang): Open => ({
    poll,
    round: 0,
    ...askedOf(draft, which),
    phase: 'open',
    openedAt: now,
    answered: 0,
    base: draft.electorate === 'members' ? present : null,
    closesAt: null,
    byHands: false,
    result: null,
  });
  const lines =
    draft.kind.kind === 'scale'
      ? draft.kind.statements.length
      : draft.kind.kind === 'yesno'
        ? 3
        : draft.options.length === 0
          ? 1
          : draft.options.length + 1;
  const mini: CSSProperties & { '--mi': string } = { '--mi': '322px' };
  return (
    <div className="poll-preview">
      <div className="poll-preview-phone">
        <div className={big ? 'poll-phone-frame big' : 'poll-phone-frame'} data-theme="light" inert>
          <InLang lang={phoneLang} className="phone">
            <div className="phone-page">
              <PhoneBar label={t('editor.seat')} />
              <PollMember
                view={{ now: openIn(phoneLang), earlier: [], listVersion: '' }}
                mine={null}
                send={nobody}
                pending={[]}
                online
                now={now}
                timeZone={timeZone}
                onRetry={() => undefined}
              />
            </div>
          </InLang>
        </div>
        <div className="poll-preview-acts">
          <p>
            <b>{t('editor.phone')}</b>
          </p>
          {langs.map((one) => (
            <button key={one} type="button" className="btn" aria-pressed={phoneLang === one} lang={one} onClick={() => setShown(one)}>
              {languageNames[one]}
            </button>
          ))}
          <button type="button" className="btn" aria-pressed={big} onClick={() => setBig(!big)}>
            {t(big ? 'editor.normal' : 'editor.big')}
          </button>
        </div>
      </div>
      <p>
        <b>{t('editor.wall')}</b>{' '}
        <span className="meta">
          {t('editor.lines', { n: lines })}: {t(lines > 7 ? 'editor.tooMany' : 'editor.readable')}
        </span>
      </p>
      <div className="mini" style={mini} inert>
        <div className="hall" data-theme="dark">
          <InLang lang={lang}>
            <div className="wall">
              <header className="wall-top" />
              <PollProjector round={openIn(lang)} now={now} timeZone={timeZone} />
            </div>
          </InLang>
        </div>
      </div>
    </div>
  );
}
export const languageNames: Readonly<Record<Lang, string>> = { it: 'Italiano', en: 'English', ar: 'العربية' };
