// The facilitator's own words (SC7): one line to write, ready-made beginnings, send, remove. They stay until removed, on walls and phones.
// What is being written survives a reload of the console. A line break, or a comma after a short beginning, makes the first line large.
import { useId, useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import { useDraft } from '../kernel/draft.ts';
import { pickText, useLang, useTexts, type Text } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong, TextArea } from '../ui/Field.tsx';
import { Refused, useAsk } from './ask.tsx';
import { screenTexts } from './screenTexts.ts';
import './screen.css';

const presets = ['lunch', 'break', 'back', 'tables', 'soon', 'quiet'] as const;
/** As many lines as the rule takes (shared/screen/scene.ts, wordsLines): the console does not load the schema. */
const mostLines = 4;

export interface OwnWordsProps {
  readonly view: ScreenDriverView;
  readonly send: Send;
  /** Told at every letter, null when there is nothing: for a miniature of what would be shown. */
  readonly onDraft?: ((words: string | null) => void) | undefined;
  /** The id of the field, for the console's key W. */
  readonly fieldId?: string | undefined;
}

export function OwnWords({ view, send, onDraft, fieldId = 'own-words' }: OwnWordsProps) {
  const t = useTexts(screenTexts);
  const lang = useLang();
  const { ask, refused } = useAsk(send);
  const titleId = useId();
  const [words, setWords, clearWords] = useDraft('screen.words', '');
  const [en, setEn, clearEn] = useDraft('screen.words.en', '');
  const [ar, setAr, clearAr] = useDraft('screen.words.ar', '');
  const [open, setOpen] = useState<'ready' | 'more' | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const write = (next: string) => {
    setWords(next);
    setError(undefined);
    onDraft?.(next.trim() === '' ? null : next);
  };
  const submit = async () => {
    const it = words.trim();
    if (it === '') return setError(t('words.empty'));
    if ([it, en, ar].some((text) => isTooLong(text.trim(), limits.titleChars))) return setError(t('words.tooLong'));
    if ([it, en, ar].some((text) => text.trim().split('\n').length > mostLines)) return setError(t('words.tooMany'));
    const text: Text = {
      original: 'it',
      it,
      ...(en.trim() === '' ? {} : { en: en.trim() }),
      ...(ar.trim() === '' ? {} : { ar: ar.trim() }),
    };
    if (!(await ask({ type: 'screen.say', text }))) return;
    clearWords();
    clearEn();
    clearAr();
    onDraft?.(null);
  };
  const now = view.words === null ? null : pickText(view.words, lang);
  return (
    <section className="own-words" aria-labelledby={titleId} id={fieldId}>
      <p className="meta" id={titleId}>
        <b>{t('words.label')}</b>: {t('words.hint')}
      </p>
      {now === null ? null : (
        <p className="own-words-now">
          <span>{t('words.on', { words: now.text.replaceAll('\n', ' · ') })}</span>
          <Button onPress={() => void ask({ type: 'screen.say', text: null })}>{t('words.remove')}</Button>
        </p>
      )}
      <div className="own-words-row">
        {words.includes('\n') ? (
          <TextArea label={t('words.label')} hideLabel value={words} max={limits.titleChars} rows={3} error={error} onChange={write} />
        ) : (
          <Field
            label={t('words.label')}
            hideLabel
            value={words}
            max={words.length > limits.titleChars - 30 ? limits.titleChars : undefined}
            error={error}
            onChange={write}
            onEnter={() => void submit()}
          />
        )}
        <Button onPress={() => setOpen('ready')}>{t('words.ready')}</Button>
        <Button variant={words.trim() === '' ? 'plain' : 'primary'} onPress={() => void submit()}>
          {now === null ? t('words.send') : t('words.change')}
        </Button>
      </div>
      <div className="row">
        <Button variant="quiet" onPress={() => setOpen('more')}>
          {t('words.more')}
        </Button>
        <Refused words={refused} />
      </div>
      <Dialog open={open === 'ready'} onClose={() => setOpen(null)} title={t('words.readyTitle')}>
        <ul className="rows">
          {presets.map((preset) => (
            <li key={preset} className="screen-row">
              <Button
                variant="quiet"
                onPress={() => {
                  write(t(`words.presets.${preset}`));
                  setOpen(null);
                }}
              >
                {t(`words.presets.${preset}`).trim()}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
      <Dialog open={open === 'more'} onClose={() => setOpen(null)} title={t('words.more')}>
        <TextArea label={t('words.label')} value={words} max={limits.titleChars} rows={2} hint={t('words.lines')} onChange={write} />
        <TextArea label={t('words.en')} lang="en" value={en} max={limits.titleChars} rows={2} onChange={setEn} />
        <TextArea label={t('words.ar')} lang="ar" dir="rtl" value={ar} max={limits.titleChars} rows={2} onChange={setAr} />
      </Dialog>
    </section>
  );
}
