/* The one step of the session's own life that is due: open the doors, open, resume, close, take the record. Shown in the middle of the
   console while there is nothing else to drive. What cannot be undone is asked again with its object and number (decisions: devices). */
import { useState } from 'react';
import type { SessionDriverView } from '../../shared/session/view.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { sessionTexts } from './sessionTexts.ts';
import './session.css';

type View = NonNullable<SessionDriverView>;
export interface SessionStepProps {
  readonly view: View;
  readonly present: number;
  readonly of: number;
  /** True when the programme has no block left. */
  readonly finished: boolean;
  readonly send: Send;
  readonly recordHref: (format: 'md' | 'json') => string;
}

export function SessionStep({ view, present, of, finished, send, recordHref }: SessionStepProps) {
  const t = useTexts(sessionTexts);
  const [ask, setAsk] = useState<'close' | 'seal' | null>(null);
  const close = (
    <>
      <Dialog
        open={ask === 'close'}
        onClose={() => setAsk(null)}
        title={t('closeAsk.title')}
        footer={
          <>
            <Button
              variant="primary"
              onPress={() => {
                setAsk(null);
                void send({ type: 'session.close' });
              }}
            >
              {t('closeAsk.go', { present })}
            </Button>
            <Button onPress={() => setAsk(null)}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('closeAsk.hint', { present })}</p>
      </Dialog>
      <Dialog
        open={ask === 'seal'}
        onClose={() => setAsk(null)}
        title={t('sealAsk.title')}
        footer={
          <>
            <Button
              variant="primary"
              onPress={() => {
                setAsk(null);
                void send({ type: 'session.seal' });
              }}
            >
              {t('sealAsk.go')}
            </Button>
            <Button onPress={() => setAsk(null)}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('sealAsk.hint')}</p>
      </Dialog>
    </>
  );
  switch (view.phase) {
    case 'draft':
      return (
        <section className="session-step">
          <h2 className="title">{t('steps.draftTitle')}</h2>
          <p className="lead soft">{t('steps.draftHint')}</p>
          <div className="row">
            <Button variant="primary" onPress={() => void send({ type: 'session.openDoors' })}>
              {t('steps.openDoors')}
            </Button>
          </div>
        </section>
      );
    case 'doors':
      return (
        <section className="session-step">
          <h2 className="title">{t('steps.doorsTitle')}</h2>
          <p className="lead soft">{t('steps.doorsHint', { present, of })}</p>
          <div className="row">
            <Button variant="primary" onPress={() => void send({ type: 'session.open' })}>
              {t('steps.open', { present })}
            </Button>
          </div>
        </section>
      );
    case 'suspended':
      return (
        <section className="session-step">
          <h2 className="title">{t('steps.suspendedTitle')}</h2>
          <p className="lead soft">{t('steps.suspendedHint', { reason: view.reason ?? '' })}</p>
          <div className="row">
            <Button variant="primary" onPress={() => void send({ type: 'session.resume' })}>
              {t('steps.resume')}
            </Button>
          </div>
        </section>
      );
    case 'open':
      return finished ? (
        <section className="session-step">
          <h2 className="title">{t('steps.finished')}</h2>
          <p className="lead soft">{t('steps.finishedHint', { present })}</p>
          <div className="row">
            <Button variant="primary" onPress={() => setAsk('close')}>
              {t('steps.close')}
            </Button>
          </div>
          {close}
        </section>
      ) : null;
    case 'closed':
    case 'sealed': {
      const at = hour(view.closedAt ?? 0, t.lang, view.timeZone);
      return (
        <section className="session-step">
          <h2 className="title">{t('steps.closedTitle')}</h2>
          <p className="lead soft">
            {view.closedBy === 'forgotten' ? t('steps.forgottenHint', { hour: at }) : t('steps.closedHint', { hour: at })}
          </p>
          <div className="row">
            <a className="btn primary" href={recordHref('md')} download>
              {t('steps.record')}
            </a>
            <a className="btn" href={recordHref('json')} download>
              {t('steps.recordJson')}
            </a>
            {view.may.seal ? <Button onPress={() => setAsk('seal')}>{t('steps.seal')}</Button> : null}
          </div>
          {close}
        </section>
      );
    }
    default:
      return view.phase satisfies never;
  }
}
