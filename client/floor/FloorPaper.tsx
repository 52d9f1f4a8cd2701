/* Questions that came on paper: typed in one after the other, each with the table where it was written, or the hall. The id of a question is
   made once and kept until the server has it: sent again it is the same one (K3). */
import { useState } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { langs, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { isTooLong, TextArea } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { Choose } from './Choose.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import type { FloorTable } from './FloorPage.tsx';

const hall = '';

export function FloorPaper({ tables, send, onClose }: { tables: readonly FloorTable[]; send: Send; onClose: () => void }) {
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [question, setQuestion] = useState(newId);
  const [text, setText] = useState('');
  const [lang, setLang] = useState<Lang>('it');
  const [group, setGroup] = useState(hall);
  const [added, setAdded] = useState(0);
  const off = text.trim() === '' ? t('paper.write') : isTooLong(text, floorLimits.questionChars) ? t('tooLong') : undefined;
  const add = async (): Promise<void> => {
    if (!(await ask({ type: 'floor.ask', question, text: text.trim(), lang, door: 'paper', group: group === hall ? null : group }))) return;
    setQuestion(newId());
    setText('');
    setAdded(added + 1);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('paper.title')}
      footer={
        <>
          <Button variant="primary" off={off} onPress={() => void add()}>
            {t('paper.add')}
          </Button>
          <Button onPress={onClose}>{t('close')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <TextArea label={t('paper.text')} value={text} onChange={setText} max={floorLimits.questionChars} rows={3} lang={lang} />
      <div className="floor-form">
        <Choose
          label={t('paper.where')}
          value={group}
          options={[
            { value: hall, label: t('paper.hall') },
            ...tables.map((table) => ({ value: table.group, label: t('tables.table', { number: table.number }) })),
          ]}
          onChange={setGroup}
        />
        <Choose
          label={t('paper.lang')}
          value={lang}
          options={langs.map((value) => ({ value, label: t(`lang.${value}`) }))}
          onChange={setLang}
        />
      </div>
      <p role="status" className="meta">
        {added === 0 ? '' : t('paper.added', { n: added })}
      </p>
    </Dialog>
  );
}
