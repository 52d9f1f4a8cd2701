/* What belongs to the session as a whole and is needed a few times a day: its data, suspending, closing, the room's code, the audience's
   door, an incident for the record. One button, one list, one dialog at a time. */
import { useState, type ReactNode } from 'react';
import { showCode } from '../../shared/kernel/codes.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { SessionDriverView } from '../../shared/session/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { sessionTexts } from './sessionTexts.ts';
import './session.css';

type View = NonNullable<SessionDriverView>;
type Asked = 'menu' | 'edit' | 'suspend' | 'close' | 'code' | 'incident' | null;
export interface SessionMenuProps {
  readonly view: View;
  readonly present: number;
  readonly send: Send;
  readonly recordHref: string;
  readonly printHref: string;
  /** A fresh code without look-alikes, made on this device. */
  readonly newCode: () => string;
}

export function SessionMenu({ view, present, send, recordHref, printHref, newCode }: SessionMenuProps) {
  const t = useTexts(sessionTexts);
  const say = useRefusal({ session: sessionTexts });
  const [asked, setAsked] = useState<Asked>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const done = (): void => setAsked(null);
  const give = async (command: Parameters<Send>[0]): Promise<void> => {
    const reply = await send(command);
    if (reply.ok) {
      setRefused(null);
      done();
    } else setRefused(say(reply));
  };
  const row = (label: string, onPress: () => void, off?: string): ReactNode => (
    <li>
      <Button variant="quiet" onPress={onPress} off={off}>
        {label}
      </Button>
    </li>
  );
  const shown = showCode(view.code);
  return (
    <>
      <Button variant="quiet" onPress={() => setAsked('menu')}>
        {t('menu.open')}
      </Button>
      <Dialog open={asked === 'menu'} onClose={done} title={t('menu.title')}>
        <ul className="session-menu">
          {view.may.edit ? row(t('menu.edit'), () => setAsked('edit')) : null}
          {view.may.suspend ? row(t('menu.suspend'), () => setAsked('suspend')) : null}
          {view.may.renewCode ? row(t('menu.code'), () => setAsked('code')) : null}
          {view.may.renewCode
            ? row(
                t(view.audienceDoor ? 'menu.doorClose' : 'menu.doorOpen'),
                () => void give({ type: 'session.setAudienceDoor', open: !view.audienceDoor }),
              )
            : null}
          {view.phase === 'draft' ? null : row(t('menu.incident'), () => setAsked('incident'))}
          <li>
            <a className="btn quiet" href={printHref} target="_blank" rel="noreferrer">
              {t('menu.print')}
            </a>
          </li>
          {view.phase === 'draft' ? null : (
            <li>
              <a className="btn quiet" href={recordHref} download>
                {t('menu.record')}
              </a>
            </li>
          )}
          {view.may.close ? row(t('menu.close'), () => setAsked('close')) : null}
        </ul>
        {refused === null ? null : <Band kind="error">{refused}</Band>}
      </Dialog>
      {asked === 'edit' ? <EditDialog view={view} give={give} refused={refused} onClose={done} /> : null}
      {asked === 'suspend' ? (
        <WordsDialog
          words={{
            title: t('suspendAsk.title'),
            hint: t('suspendAsk.hint'),
            label: t('suspendAsk.reason'),
            go: t('suspendAsk.go'),
            missing: t('suspendAsk.missing'),
          }}
          refused={refused}
          onClose={done}
          onGo={(reason) => give({ type: 'session.suspend', reason })}
        />
      ) : null}
      {asked === 'incident' ? (
        <WordsDialog
          words={{
            title: t('incidentAsk.title'),
            hint: t('incidentAsk.hint'),
            label: t('incidentAsk.words'),
            go: t('incidentAsk.go'),
            missing: t('incidentAsk.missing'),
          }}
          refused={refused}
          onClose={done}
          onGo={(words) => give({ type: 'session.noteIncident', words })}
        />
      ) : null}
      <Sure
        open={asked === 'close'}
        onClose={done}
        title={t('closeAsk.title')}
        hint={t('closeAsk.hint', { present })}
        go={t('closeAsk.go', { present })}
        refused={refused}
        onGo={() => give({ type: 'session.close' })}
      />
      <Sure
        open={asked === 'code'}
        onClose={done}
        title={t('codeAsk.title')}
        hint={t('codeAsk.hint', { code: shown })}
        go={t('codeAsk.go', { code: shown })}
        refused={refused}
        onGo={() => give({ type: 'session.renewCode', code: newCode() })}
      />
    </>
  );
}

function Sure({
  open,
  onClose,
  title,
  hint,
  go,
  refused,
  onGo,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  hint: string;
  go: string;
  refused: string | null;
  onGo: () => Promise<void>;
}) {
  const t = useTexts(sessionTexts);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="primary" onPress={() => void onGo()}>
            {go}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{hint}</p>
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </Dialog>
  );
}

function WordsDialog({
  words,
  refused,
  onClose,
  onGo,
}: {
  words: Readonly<Record<'title' | 'hint' | 'label' | 'go' | 'missing', string>>;
  refused: string | null;
  onClose: () => void;
  onGo: (text: string) => Promise<void>;
}) {
  const t = useTexts(sessionTexts);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const go = (): void => {
    if (text.trim() === '' || isTooLong(text, limits.reasonChars)) setMissing(true);
    else void onGo(text);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      footer={
        <>
          <Button variant="primary" onPress={go}>
            {words.go}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{words.hint}</p>
      <Field
        label={words.label}
        value={text}
        onChange={setText}
        max={limits.reasonChars}
        error={missing ? words.missing : undefined}
        onEnter={go}
      />
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </Dialog>
  );
}

function EditDialog({
  view,
  give,
  refused,
  onClose,
}: {
  view: View;
  give: (command: Parameters<Send>[0]) => Promise<void>;
  refused: string | null;
  onClose: () => void;
}) {
  const t = useTexts(sessionTexts);
  const [title, setTitle] = useState(view.texts.title[view.texts.title.original] ?? '');
  const [place, setPlace] = useState(view.place);
  const [day, setDay] = useState(view.day);
  const [video, setVideo] = useState(view.video);
  const [wifi, setWifi] = useState(view.wifi);
  const save = (): void =>
    void give({
      type: 'session.edit',
      title: { ...view.texts.title, [view.texts.title.original]: title },
      place,
      day,
      video: video.trim(),
      wifi: wifi.trim(),
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('edit.title')}
      footer={
        <>
          <Button variant="primary" onPress={save}>
            {t('edit.save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <div className="session-edit">
        <Field label={t('edit.name')} value={title} onChange={setTitle} max={limits.titleChars} />
        <Field label={t('edit.place')} value={place} onChange={setPlace} max={limits.titleChars} />
        <Field label={t('edit.day')} type="date" value={day} onChange={setDay} />
        <Field label={t('edit.wifi')} value={wifi} onChange={setWifi} max={limits.nameChars} />
        <Field label={t('edit.video')} type="url" value={video} onChange={setVideo} />
      </div>
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </Dialog>
  );
}
