// "Di che cosa preferisci occuparti?": a first and perhaps a second theme. A wish, not a vote: tables are made from it as far as it goes
// (GR2), and that is said. What is chosen and not sent stays on the phone. Safe for phones.
import { useId, useState } from 'react';
import type { GroupsMemberMine, GroupsMemberView } from '../../../shared/groups/shown.ts';
import { useDraft } from '../../kernel/draft.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Said } from '../Said.tsx';
import { groupsPhoneTexts } from './phoneTexts.ts';
import { useAsk } from './useAsk.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface ChooseThemeProps {
  view: GroupsMemberView;
  mine: GroupsMemberMine;
  round: number;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
}
const nothingElse = 'none';

export function ChooseTheme({ view, mine, round, send, pending, online }: ChooseThemeProps) {
  const t = useTexts(groupsPhoneTexts);
  const headingId = useId();
  const { ask, refused } = useAsk(send);
  const [stored, store, clear] = useDraft(`groups.choice.${round}`, '');
  const [changing, setChanging] = useState(false);
  const [missing, setMissing] = useState(false);
  const [first = '', second = ''] = stored === '' ? [mine.choice?.first ?? '', mine.choice?.second ?? ''] : stored.split(' ');
  const known = (id: string): string => (view.themes.some((theme) => theme.id === id) ? id : '');
  const draft = { first: known(first), second: second === nothingElse ? nothingElse : known(second) };
  const waiting = pending.some(({ command }) => command.type === 'groups.choose' && command['round'] === round);
  const titled = (id: string | null) => {
    const theme = view.themes.find((one) => one.id === id);
    return theme === undefined ? null : <Said of={theme.title} />;
  };
  const press = (): void => {
    setMissing(draft.first === '');
    if (draft.first === '') return announce(t('choice.missing'));
    setChanging(false);
    const wish = {
      type: 'groups.choose',
      round,
      first: draft.first,
      second: draft.second === '' || draft.second === nothingElse ? null : draft.second,
      edit: (mine.choice?.edit ?? 0) + 1,
    };
    void ask(wish).then((ok) => {
      if (ok) clear();
      else setChanging(true);
    });
  };
  if ((waiting || (mine.choice !== null && stored === '')) && !changing) {
    const shown = waiting ? draft : { first: mine.choice?.first ?? null, second: mine.choice?.second ?? null };
    return (
      <>
        <main>
          <div className="gp-middle" role="status">
            <h1 className="big">
              <Icon name={waiting ? 'outbox' : 'check'} /> {waiting ? t(online ? 'choice.sending' : 'choice.waiting') : t('choice.done')}
            </h1>
            <div className={waiting ? 'mine waiting' : 'mine'}>
              <p>{titled(shown.first)}</p>
              {shown.second === null || titled(shown.second) === null ? null : (
                <p className="gp-second">
                  {t('choice.then')} {titled(shown.second)}
                </p>
              )}
            </div>
            <p className="soft">{waiting ? t('choice.waitingWords') : t('choice.doneWords')}</p>
          </div>
        </main>
        <footer className="thumb-zone">
          <Button thumb onPress={() => setChanging(true)}>
            {t('choice.change')}
          </Button>
        </footer>
      </>
    );
  }
  const write = (next: { readonly first: string; readonly second: string }): void => {
    setMissing(false);
    store(`${next.first} ${next.second}`);
  };
  return (
    <>
      <main>
        <h1 className="title" id={headingId}>
          {t('choice.title')}
        </h1>
        <p className="soft gp-hint">{t('choice.words')}</p>
        <Choices
          kind="one"
          labelledBy={headingId}
          options={view.themes.map(({ id, title }) => ({ id, label: <Said of={title} /> }))}
          chosen={[draft.first]}
          onChange={([id]) => write({ first: id ?? '', second: draft.second === id ? '' : draft.second })}
        />
        {draft.first === '' ? null : (
          <>
            <h2 className="gp-then" id={`${headingId}2`}>
              {t('choice.second')}
            </h2>
            <Choices
              kind="one"
              labelledBy={`${headingId}2`}
              options={[
                ...view.themes.filter(({ id }) => id !== draft.first).map(({ id, title }) => ({ id, label: <Said of={title} /> })),
                { id: nothingElse, label: t('choice.noSecond') },
              ]}
              chosen={[draft.second]}
              onChange={([id]) => write({ ...draft, second: id ?? '' })}
            />
          </>
        )}
      </main>
      <footer className="thumb-zone">
        {missing || refused !== null ? (
          <p className="why" role="alert">
            {missing ? t('choice.missing') : refused}
          </p>
        ) : null}
        <Button thumb variant="primary" onPress={press}>
          {t('choice.send')}
        </Button>
      </footer>
    </>
  );
}
