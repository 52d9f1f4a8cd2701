/* The card of instructions that lies on a table, or on all of them ("Consegna ai tavoli"): what the facilitator would say aloud, on every
   phone of the table at once. Empty takes it away. */
import { useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import type { GroupRow, GroupsDriverView, GroupsPlanRows } from '../../shared/groups/shown.ts';
import { useLang, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { isTooLong, TextArea } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { withWords, wordsOf } from './words.ts';

export interface GroupsCardProps {
  readonly of: GroupRow | 'all';
  readonly view: GroupsDriverView;
  readonly send: Send;
  readonly onClose: () => void;
}
export function GroupsCard({ of, view, send, onClose }: GroupsCardProps) {
  const t = useTexts(groupsConsoleTexts);
  const lang = useLang();
  const { ask, refused } = useAsk(send);
  const { rows } = useList<GroupsPlanRows>('groups.plan', '', of === 'all' ? null : view.list);
  const card = of === 'all' ? view.card : (rows?.groups.find(({ id }) => id === of.group)?.card ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const inLang = card?.original ?? lang;
  const words = typed ?? wordsOf(card, inLang);
  const long = isTooLong(words, limits.descriptionChars);
  const empty = words.trim() === '';
  const put = async (): Promise<void> => {
    if (await ask({ type: 'groups.setCard', group: of === 'all' ? null : of.group, card: withWords(card, inLang, words) })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={of === 'all' ? t('card.titleAll', { n: view.groups.length }) : t('card.title', { number: of.number })}
      footer={
        <>
          <Button variant="primary" off={long ? t('card.tooLong') : undefined} onPress={() => void put()}>
            {of === 'all'
              ? t(empty ? 'card.takeAll' : 'card.sendAll', { n: view.groups.length })
              : t(empty ? 'card.take' : 'card.send', { number: of.number })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <TextArea
        label={t('card.label')}
        hint={t('card.hint')}
        value={words}
        onChange={setTyped}
        max={limits.descriptionChars}
        rows={5}
        lang={inLang}
      />
    </Dialog>
  );
}
