/* The phone tries itself (K12): it connects, answers, writes, receives, in a minute, from home or at the door. It counts for nothing.
   The question stays above, the gesture under the thumb; a step that fails says what to try, and the way on is always there. Safe for phones. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Role } from '../../shared/kernel/audience.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { browserDoor, type PhoneDoor, type Tried, type Trouble } from './phoneDoor.ts';
import { phoneTestTexts } from './phoneTexts.ts';
import '../ui/ckm.css';
import './phonetest.css';

const steps = ['hello', 'tap', 'word', 'greeting'] as const;
type Step = (typeof steps)[number];
/** Kept as what happened, not as a sentence: the language may change at any time. */
interface Done {
  readonly ms: number;
  readonly text: string;
}
const inSeconds = (ms: number): number => Math.max(0.1, Math.round(ms / 100) / 10);
/** Beyond this a question of thirty seconds becomes hard to answer. */
const slowMs = 3000;

export interface PhoneTestProps {
  readonly role: Extract<Role, 'member' | 'audience'>;
  /** Where the person came from; without it (a phone that came by the QR of the test) there is nowhere to go back to. */
  readonly onDone?: (() => void) | undefined;
  readonly door?: PhoneDoor | undefined;
}

export function PhoneTest({ role, onDone, door }: PhoneTestProps) {
  const t = useTexts(phoneTestTexts);
  const [own] = useState(() => door ?? browserDoor(role));
  const [done, setDone] = useState<Readonly<Partial<Record<Step, Done>>>>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [help, setHelp] = useState(false);
  const [slow, setSlow] = useState(false);
  const [picked, setPicked] = useState<'sea' | 'hills' | null>(null);
  const [word, setWord] = useState('');
  const [missing, setMissing] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const now = steps.find((step) => done[step] === undefined) ?? null;
  const sentence = useCallback((step: Step, { ms, text }: Done): string => t(`steps.${step}.done`, { seconds: inSeconds(ms), text }), [t]);

  const attempt = useCallback(
    async (step: Step, act: () => Promise<Tried>, text = ''): Promise<void> => {
      setTrouble(null);
      setBusy(true);
      const tried = await act();
      setBusy(false);
      if (!tried.ok) {
        setTrouble(tried.trouble);
        announce(t(`trouble.${tried.trouble}`));
        return;
      }
      setSlow((was) => was || tried.ms > slowMs);
      const one: Done = { ms: tried.ms, text };
      setDone((was) => ({ ...was, [step]: one }));
      announce(`${t(`steps.${step}.title`)}: ${sentence(step, one)}`);
    },
    [t, sentence],
  );
  const automatic = now === 'hello' || now === 'greeting' ? now : null;
  const run = useCallback((step: 'hello' | 'greeting') => void attempt(step, step === 'hello' ? own.hello : own.receive), [attempt, own]);
  // The first and the last step need no finger.
  const started = useRef<Step | null>(null);
  useEffect(() => {
    if (automatic === null || started.current === automatic) return;
    started.current = automatic;
    run(automatic);
  }, [automatic, run]);
  useEffect(() => {
    if (now === null) title.current?.focus();
  }, [now]);

  const send = (): void => {
    if (busy) return;
    if (now === 'tap') {
      if (picked === null) return setMissing(true);
      const text = t(`tap.${picked}`);
      void attempt('tap', () => own.echo(text), text);
    }
    if (now === 'word') {
      const text = word.trim();
      if (text === '') return setMissing(true);
      // The field says how many are too many.
      if (isTooLong(text, limits.entryChars)) return;
      void attempt('word', () => own.echo(text), text);
    }
  };
  const again = (): void => {
    started.current = null;
    setDone({});
    setPicked(null);
    setWord('');
    setSlow(false);
    setTrouble(null);
  };

  return (
    <>
      <main className="phone-test">
        <h1 className="title" tabIndex={-1} ref={title}>
          {now === null ? t('ready.title') : t('title')}
        </h1>
        <p className="soft phone-test-hint">{now === null ? t('ready.hint') : t('hint')}</p>
        <ol className="rows phone-test-steps">
          {steps.map((step, index) => {
            const was = done[step];
            const wrong = step === now ? trouble : null;
            return (
              <StepRow
                key={step}
                number={index + 1}
                state={was ? 'done' : step !== now ? 'later' : wrong ? 'wrong' : 'now'}
                title={t(`steps.${step}.title`)}
              >
                {was ? sentence(step, was) : t(wrong ? `trouble.${wrong}` : `steps.${step}.hint`)}
              </StepRow>
            );
          })}
        </ol>
        {slow ? (
          <Band kind="time" icon="nonet" live={false}>
            {t('slow', { seconds: number(slowMs / 1000, t.lang) })}
          </Band>
        ) : null}
        {now === null ? <p className="push phone-test-greeting">{t('ready.greeting')}</p> : null}
        {now === 'tap' ? (
          <div className="push">
            <h2 className="lead">{t('tap.question')}</h2>
            <Choices
              kind="one"
              boxed
              legend={t('tap.question')}
              options={[
                { id: 'sea', label: t('tap.sea') },
                { id: 'hills', label: t('tap.hills') },
              ]}
              chosen={picked === null ? [] : [picked]}
              onChange={([id]) => {
                setMissing(false);
                setPicked(id === 'sea' ? 'sea' : 'hills');
              }}
            />
          </div>
        ) : null}
        {now === 'word' ? (
          <div className="push">
            <Field
              label={t('word.label')}
              value={word}
              max={limits.entryChars}
              dir="auto"
              error={missing ? t('word.empty') : undefined}
              onEnter={send}
              onChange={(value) => {
                setMissing(false);
                setWord(value);
              }}
            />
          </div>
        ) : null}
      </main>
      <div className="thumb-zone">
        {now === null ? (
          <>
            {onDone === undefined ? null : (
              <Button thumb variant="primary" onPress={onDone}>
                {t('finish')}
              </Button>
            )}
            <Button thumb variant={onDone === undefined ? 'plain' : 'quiet'} icon="refresh" onPress={again}>
              {t('again')}
            </Button>
          </>
        ) : (
          <>
            {missing && now === 'tap' ? (
              <p className="why" role="alert">
                {t('steps.tap.hint')}
              </p>
            ) : null}
            {automatic !== null && trouble ? (
              <Button thumb variant="primary" icon="refresh" onPress={() => run(automatic)}>
                {t('again')}
              </Button>
            ) : (
              <Button
                thumb
                variant="primary"
                onPress={send}
                off={automatic !== null ? t(automatic === 'hello' ? 'steps.hello.hint' : 'waiting') : busy ? t('sending') : undefined}
              >
                {automatic === 'greeting' ? t('waiting') : busy && automatic === null ? t('sending') : t('send')}
              </Button>
            )}
            <Button thumb variant="quiet" onPress={() => setHelp(true)}>
              {t('wrong')}
            </Button>
            {onDone === undefined ? null : (
              <Button thumb variant="quiet" onPress={onDone}>
                {t('finish')}
              </Button>
            )}
          </>
        )}
      </div>
      <Help open={help} trouble={trouble} onClose={() => setHelp(false)} />
    </>
  );
}

function StepRow({
  number: place,
  state,
  title,
  children,
}: {
  number: number;
  state: 'done' | 'now' | 'later' | 'wrong';
  title: string;
  children: ReactNode;
}) {
  const t = useTexts(phoneTestTexts);
  const mark = { done: 'ckm ok', now: 'ckm live', later: 'ckm', wrong: 'ckm err' }[state];
  return (
    <li
      className={state === 'now' || state === 'wrong' ? 'on' : undefined}
      aria-current={state === 'now' || state === 'wrong' ? 'step' : undefined}
    >
      <span className={mark} aria-hidden="true">
        {state === 'done' ? <Icon name="check" /> : state === 'wrong' ? '!' : place}
      </span>
      <span>
        <b>{title}</b>
        <span className="sr-only"> ({t(`state.${state}`)})</span>
        <span className="meta">{children}</span>
      </span>
    </li>
  );
}

function Help({ open, trouble, onClose }: { open: boolean; trouble: Trouble | null; onClose: () => void }) {
  const t = useTexts(phoneTestTexts);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('trouble.title')}
      footer={
        <Button thumb variant="primary" onPress={onClose}>
          {t('trouble.close')}
        </Button>
      }
    >
      {trouble === null ? null : <p className="phone-test-trouble">{t(`trouble.${trouble}`)}</p>}
      <ol className="phone-test-help">
        <li>{t('trouble.wifi')}</li>
        <li>{t('trouble.data')}</li>
        <li>{t('trouble.browser')}</li>
        <li>{t('trouble.desk')}</li>
      </ol>
    </Dialog>
  );
}
