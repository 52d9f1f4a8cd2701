// A question for the hall from a table, or from a sheet of paper that somebody there wrote: whoever leads the table writes it, it is born with
// the table's number, and what becomes of it is read here (FL2). Safe for phones.
import { useState, type ReactNode } from 'react';
import type { FloorTableMine, QuestionOpen } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { useList } from '../../kernel/list.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AskBox } from './AskBox.tsx';
import { OwnQuestions } from './OwnQuestions.tsx';
import { floorTableTexts } from './tableTexts.ts';
import { useAsking } from './useAsking.ts';
import { useFloorAct } from './useFloorAct.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface TableAskProps {
  mine: FloorTableMine;
  /** Version of the list `floor.open`. */
  list: string;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  help: ReactNode;
  onBack: () => void;
}

export function TableAsk({ mine, list, send, pending, online, help, onBack }: TableAskProps) {
  const t = useTexts(floorTableTexts);
  const asking = useAsking(mine.own, send, pending, online, mine.here);
  const acts = useFloorAct(send, { keep: true });
  const [door, setDoor] = useState<'table' | 'paper'>('table');
  const { rows } = useList<readonly QuestionOpen[]>('floor.open', '', list);
  return (
    <>
      <main className="fp-ask">
        <h1 className="title">{t('ask.title')}</h1>
        <Segmented
          legend={t('ask.door')}
          value={door}
          onChange={setDoor}
          options={[
            { value: 'table', label: t('ask.fromTable') },
            { value: 'paper', label: t('ask.fromPaper'), icon: 'sheet' },
          ]}
        />
        <AskBox asking={asking} door={door} label={t('ask.label')} hint={t('ask.who')} off={mine.may.ask ? undefined : t('ask.notNow')} />
        {acts.refused === null ? null : (
          <p className="why" role="alert">
            {acts.refused}
          </p>
        )}
        <section>
          <h2>{t('ask.own')}</h2>
          {mine.own.length === 0 ? (
            <p className="soft">{t('ask.none')}</p>
          ) : (
            <OwnQuestions own={mine.own} rows={rows ?? []} pending={pending} acts={acts} />
          )}
        </section>
      </main>
      <footer className="thumb-zone ruled">
        {help}
        <Button thumb variant="primary" onPress={onBack}>
          {t('ask.back')}
        </Button>
      </footer>
    </>
  );
}
