// A question written and opened in seconds (PO11): one line, what they will see, "Apri ora". Enter opens it. Members, hidden until the close;
// whoever needs more goes on in the editor with what is written.
import { useRef, useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk } from './drive.ts';
import { quickDraft, readQuick, type QuickFault } from './quick.ts';
import './console.css';

export interface PollQuickProps {
  open: boolean;
  onClose: () => void;
  send: Send;
  /** The running block: the question hangs on it. */
  block: string | null;
  present: number;
  /** `view.may.openToMembers`. */
  mayOpen: boolean;
  /** "Più scelte…": the draft is saved and the editor opens on it. */
  onMore?: ((poll: string) => void) | undefined;
}

export function PollQuick(props: PollQuickProps) {
  // Mounted anew each time, so that yesterday's question is not there.
  return props.open ? <OpenQuick {...props} /> : null;
}

function OpenQuick({ onClose, send, block, present, mayOpen, onMore }: PollQuickProps) {
  const t = useTexts(pollTexts);
  const { ask, refused } = useAsk(send);
  const [line, setLine] = useState('');
  const [tried, setTried] = useState(false);
  // One id for this dialog: a double press of Enter makes one question.
  const poll = useRef<string | null>(null);
  poll.current ??= newId();
  const quick = readQuick(line);
  const fault = quick.fault === null ? null : faultWords(t, quick.fault);
  const draft = () => quickDraft(quick, block, t.lang, newId);
  const kept = useRef<{ readonly line: string; readonly draft: ReturnType<typeof draft> } | null>(null);
  const draftOnce = () => {
    if (kept.current?.line !== line) kept.current = { line, draft: draft() };
    return kept.current.draft;
  };
  const open = async (): Promise<void> => {
    setTried(true);
    if (quick.fault !== null || !mayOpen) return;
    if (await ask({ type: 'poll.quick', poll: poll.current, draft: draftOnce() })) onClose();
  };
  const more = async (): Promise<void> => {
    setTried(true);
    const id = poll.current;
    if (quick.fault !== null || id === null) return;
    if (await ask({ type: 'poll.draft', poll: id, draft: draftOnce() })) onMore?.(id);
  };
  const shown = quick.options.length === 0 ? [t('yes'), t('no')] : quick.options;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('quick.title')}
      footer={
        <>
          <Button
            variant="primary"
            keyHint={t('editor.keys.enter')}
            off={mayOpen ? undefined : t('quick.busy')}
            onPress={() => void open()}
          >
            {t('quick.open')}
          </Button>
          {onMore === undefined ? null : (
            <Button variant="quiet" onPress={() => void more()}>
              {t('quick.more')}
            </Button>
          )}
          <span className="meta poll-end">{t('quick.where', { n: present })}</span>
        </>
      }
    >
      <Field
        label={t('quick.label')}
        hint={t('quick.keyHint')}
        value={line}
        onChange={(value) => {
          setTried(false);
          setLine(value);
        }}
        autoFocus
        onEnter={() => void open()}
        error={tried && fault !== null ? fault : undefined}
        className="poll-quick-line"
      />
      {quick.question === '' ? null : (
        <div className="poll-quick-preview">
          <p className="meta">{t('quick.preview')}</p>
          <p>
            <b>{quick.question}</b>
          </p>
          <ul>
            {[...shown, t('dontKnow')].map((option, index) => (
              <li key={index}>
                <span className="o" aria-hidden="true" /> {option}
              </li>
            ))}
          </ul>
          <p className="meta">{t('informal')}</p>
        </div>
      )}
      {refused === null ? null : (
        <Band kind="error" live={false}>
          {refused}
        </Band>
      )}
    </Dialog>
  );
}

const faultWords = (t: ReturnType<typeof useTexts<typeof pollTexts.it>>, fault: QuickFault): string => {
  switch (fault) {
    case 'many':
      return t('quick.many', { max: limits.options });
    case 'longQuestion':
      return t('quick.longQuestion', { max: limits.titleChars });
    case 'longOption':
      return t('quick.longOption', { max: limits.optionChars });
    case 'empty':
    case 'one':
    case 'twice':
      return t(`quick.${fault}`);
    default:
      return fault satisfies never;
  }
};
