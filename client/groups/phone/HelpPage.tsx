// "Che cosa vi serve?": a table calls for help in two taps (GR5); only those who lead in the hall see it. The call stays until somebody
// answers it or the table takes it back. Safe for phones.
import { useState } from 'react';
import { groupLimits, helpReasons, type HelpReason } from '../../../shared/groups/limits.ts';
import type { GroupCall, GroupsTableMine } from '../../../shared/groups/shown.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import { useDraft } from '../../kernel/draft.ts';
import type { Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field, isTooLong } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { groupsTableTexts } from './tableTexts.ts';
import { useAsk } from './useAsk.ts';

export interface HelpPageProps {
  mine: GroupsTableMine;
  send: Send;
  timeZone: string;
  onBack: () => void;
}

export function HelpPage({ mine, send, timeZone, onBack }: HelpPageProps) {
  const t = useTexts(groupsTableTexts);
  const { ask, refused } = useAsk(send);
  const [other, setOther, clear] = useDraft('groups.help', '');
  const [about, setAbout] = useState<HelpReason | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { call } = mine;
  const extraSec = mine.about?.extraSec ?? 0;
  // A call that ends while this page waits on it was answered, unless it is taken back here: that is said, until one goes on.
  const [waited, setWaited] = useState<{ readonly call: GroupCall; readonly extraSec: number; readonly withdrawn: boolean } | null>(null);
  if (call !== null && waited?.call.at !== call.at) setWaited({ call, extraSec, withdrawn: false });
  const group = mine.about?.group ?? null;
  const press = (): void => {
    const words = about === 'other' ? other.trim() : '';
    const why =
      about === null
        ? t('help.choose')
        : about === 'other' && words === ''
          ? t('help.sayWhat')
          : isTooLong(words, groupLimits.helpChars)
            ? t('help.long', { max: groupLimits.helpChars })
            : null;
    setMissing(why);
    if (why !== null) return announce(why);
    void ask({ type: 'groups.callHelp', about, words }).then((ok) => {
      if (ok && about === 'other') clear();
    });
  };
  const withdraw = (): void => {
    const taken = (withdrawn: boolean): void => setWaited((was) => was && { ...was, withdrawn });
    taken(true);
    void ask({ type: 'groups.endHelp', group, how: 'withdrawn' }).then((ok) => {
      if (!ok) taken(false);
    });
  };
  if (call === null && waited?.withdrawn === false) {
    const given = waited.call.about === 'time' && extraSec > waited.extraSec;
    return (
      <>
        <main>
          <div className="gp-middle" role="status">
            <h1 className="big">{t(given ? 'help.given' : 'help.coming')}</h1>
            <div className="mine">{callWords(waited.call, t)}</div>
            <p className="soft">{t(given ? 'help.givenWords' : 'help.comingWords')}</p>
          </div>
        </main>
        <footer className="thumb-zone">
          <Button thumb onPress={() => setWaited(null)}>
            {t('help.again')}
          </Button>
          <Button thumb variant="primary" onPress={onBack}>
            {t('back')}
          </Button>
        </footer>
      </>
    );
  }
  if (call !== null)
    return (
      <>
        <main>
          <div className="gp-middle" role="status">
            <h1 className="big">{t('help.called')}</h1>
            <div className="mine">{callWords(call, t)}</div>
            <p className="soft">{t('help.calledWords', { hour: hour(call.at, t.lang, timeZone) })}</p>
          </div>
        </main>
        <footer className="thumb-zone">
          {refused === null ? null : (
            <p className="why" role="alert">
              {refused}
            </p>
          )}
          <Button thumb onPress={withdraw}>
            {t('help.withdraw')}
          </Button>
          <Button thumb variant="primary" onPress={onBack}>
            {t('back')}
          </Button>
        </footer>
      </>
    );
  return (
    <>
      <main>
        <h1 className="title" id="gp-help">
          {t('help.title')}
        </h1>
        <p className="soft gp-hint">{t('help.who')}</p>
        <Choices
          kind="one"
          labelledBy="gp-help"
          options={helpReasons.map((reason) => ({ id: reason, label: t(`help.about.${reason}`) }))}
          chosen={about === null ? [] : [about]}
          onChange={([id]) => {
            setMissing(null);
            setAbout(helpReasons.find((reason) => reason === id) ?? null);
          }}
        />
        {about === 'other' ? (
          <div className="gp-form">
            <Field
              label={t('help.words')}
              value={other}
              max={groupLimits.helpChars}
              dir="auto"
              autoFocus
              onEnter={press}
              onChange={(words) => {
                setMissing(null);
                setOther(words);
              }}
            />
          </div>
        ) : null}
      </main>
      <footer className="thumb-zone">
        {missing === null && refused === null ? null : (
          <p className="why" role="alert">
            {missing ?? refused}
          </p>
        )}
        <Button thumb variant="help" icon="hand" off={mine.may.callHelp ? undefined : t('notNow')} onPress={press}>
          {t('help.call')}
        </Button>
        <Button thumb onPress={onBack}>
          {t('back')}
        </Button>
      </footer>
    </>
  );
}
const callWords = (call: GroupCall, t: ReturnType<typeof useTexts<typeof groupsTableTexts.it>>): string =>
  call.about === 'other' ? call.words : t(`help.about.${call.about}`);

/** Always in the same place of the foot; red while the call is out. */
export function HelpButton({ mine, onPress }: { mine: GroupsTableMine; onPress: () => void }) {
  const t = useTexts(groupsTableTexts);
  return (
    <Button thumb icon="hand" variant={mine.call === null ? 'plain' : 'help'} onPress={onPress}>
      {mine.call === null ? t('help.call') : t('help.out')}
    </Button>
  );
}
