/* An answer is written down: by whom, in which words, from which source. What was said aloud may have no text: that it was answered, and by
   whom, is already a fact. A second answer stands beside the first in the record. */
import { useState } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { ExpertId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong, TextArea } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { Choose } from './Choose.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import { Repeated, type DialogPart } from './Repeated.tsx';

/** As the law wants it (shared/floor/events.ts), said before sending. */
const isLink = (link: string): boolean => /^https?:\/\/[^\s"'<>]+$/u.test(link);
const other = '';

export function FloorAnswer({ row, view, send, onClose }: DialogPart) {
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [expert, setExpert] = useState<ExpertId | null>(row.expert);
  const [who, setWho] = useState('');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [link, setLink] = useState('');
  const address = link.trim();
  const badLink = address !== '' && !isLink(address);
  const long =
    isTooLong(who, floorLimits.whoChars) ||
    isTooLong(text, floorLimits.answerChars) ||
    isTooLong(source, floorLimits.sourceChars) ||
    isTooLong(address, floorLimits.linkChars);
  const empty = expert === null && who.trim() === '' && text.trim() === '' && address === '';
  const off = empty ? t('answer.write') : badLink ? t('answer.badLink') : long ? t('tooLong') : undefined;
  const go = async (): Promise<void> => {
    const wish = {
      type: 'floor.answer',
      question: row.question,
      expert,
      who: expert === null ? who.trim() : '',
      text: text.trim(),
      source: source.trim(),
      link: address === '' ? null : address,
    };
    if (await ask(wish)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(row.answers.length > 0 ? 'answer.titleAgain' : 'answer.title')}
      wide
      footer={
        <>
          <Button variant="primary" off={off} onPress={() => void go()}>
            {t(text.trim() === '' ? 'answer.goAloud' : 'answer.go')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <Repeated row={row} />
      <div className="floor-form">
        {view.experts.length === 0 ? null : (
          <Choose
            label={t('answer.by')}
            value={expert ?? other}
            options={[
              ...view.experts.map((each) => ({ value: each.expert, label: each.label })),
              { value: other, label: t('answer.other') },
            ]}
            onChange={(chosen) => setExpert(view.experts.find((each) => each.expert === chosen)?.expert ?? null)}
          />
        )}
        {expert === null ? (
          <Field label={t('answer.who')} hint={t('answer.whoHint')} value={who} onChange={setWho} max={floorLimits.whoChars} dir="auto" />
        ) : null}
      </div>
      <TextArea
        label={t('answer.text')}
        hint={t('answer.textHint')}
        value={text}
        onChange={setText}
        max={floorLimits.answerChars}
        rows={4}
      />
      <div className="floor-form">
        <Field label={t('answer.source')} value={source} onChange={setSource} max={floorLimits.sourceChars} dir="auto" />
        <Field
          label={t('answer.link')}
          type="url"
          dir="ltr"
          value={link}
          onChange={setLink}
          error={badLink ? t('answer.badLink') : undefined}
        />
      </div>
    </Dialog>
  );
}
