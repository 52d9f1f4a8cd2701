/* What a board gives and what is done seldom: picture, paper, table, text (BO12); notes that were put away or came late; freezing. Safe for phones. */
import { useCallback, useState } from 'react';
import type { BoardAboutRows } from '../../shared/board/shown.ts';
import { boardLimits } from '../../shared/board/limits.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { BoardPrint } from './BoardPrint.tsx';
import { downloadPicture } from './picture.ts';

interface MoreProps extends DialogPart {
  hidden: BoardAboutRows['hidden'];
  waiting: BoardAboutRows['waiting'];
  onCsv: (() => void) | undefined;
  onMarkdown: (() => void) | undefined;
}
export function MoreDialog({ hidden, waiting, onCsv, onMarkdown, ...part }: MoreProps) {
  const { model, standing, steps, onAsk, onClose, t } = part;
  const { about, may } = standing;
  const [printing, setPrinting] = useState(false);
  const donePrinting = useCallback(() => setPrinting(false), []);
  const [reason, setReason] = useState('');
  const silent = about.silence !== null ? t('more.silent') : undefined;
  const show = (note: string): void => void steps.act({ type: 'board.hide', board: about.board, note, on: false, reason: '' }, null);
  return (
    <>
      <Dialog open onClose={onClose} title={t('more.title')} footer={<Button onPress={onClose}>{t('close')}</Button>}>
        <h3>{t('more.take')}</h3>
        <div className="row">
          <Button icon="download" off={silent} onPress={() => void downloadPicture(model, about.areas, about.title.s, t)}>
            {t('more.picture')}
          </Button>
          <Button icon="print" off={silent} onPress={() => setPrinting(true)}>
            {t('more.print')}
          </Button>
          {onCsv === undefined ? null : (
            <Button icon="download" off={silent} onPress={onCsv}>
              {t('more.csv')}
            </Button>
          )}
          {onMarkdown === undefined ? null : (
            <Button icon="download" off={silent} onPress={onMarkdown}>
              {t('more.markdown')}
            </Button>
          )}
        </div>
        {may.freeze ? (
          <>
            <h3>{t('more.close')}</h3>
            <div className="row">
              <Button onPress={() => onAsk({ kind: 'freeze' })}>{t('more.freeze')}</Button>
            </div>
          </>
        ) : null}
        {may.reopen && about.frozen !== null ? (
          <>
            <h3>{t('more.reopen')}</h3>
            <Field label={t('more.why')} value={reason} onChange={setReason} max={boardLimits.reasonChars} />
            <div className="row">
              <Button
                off={reason.trim() === '' ? t('more.noReason') : undefined}
                onPress={() => {
                  onClose();
                  void steps.act({ type: 'board.reopen', board: about.board, version: about.frozen, reason: reason.trim() }, null);
                }}
              >
                {t('more.reopenGo')}
              </Button>
            </div>
          </>
        ) : null}
        {waiting.length === 0 ? null : (
          <>
            <h3>{t('more.waiting', { n: waiting.length })}</h3>
            <ul className="board-plain">
              {waiting.map(({ note, text }) => (
                <li key={note}>
                  <span dir="auto">{text}</span>
                  {may.freeze ? (
                    <Button onPress={() => void steps.act({ type: 'board.admit', board: about.board, notes: [note] }, null)}>
                      {t('more.admit')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
        {hidden.length === 0 ? null : (
          <>
            <h3>{t('more.hidden', { n: hidden.length })}</h3>
            <ul className="board-plain">
              {hidden.map(({ note, text, reason: why }) => (
                <li key={note}>
                  <span>
                    <span dir="auto">{text}</span>
                    {why === '' ? null : <span className="meta"> {why}</span>}
                  </span>
                  {may.hide ? <Button onPress={() => show(note)}>{t('more.show')}</Button> : null}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{t('more.keys')}</h3>
        <div className="row">
          <Button icon="info" onPress={() => onAsk({ kind: 'keys' })}>
            {t('keys.all')}
          </Button>
        </div>
      </Dialog>
      {printing ? <BoardPrint standing={standing} model={model} onDone={donePrinting} t={t} /> : null}
    </>
  );
}
