// The gesture of each kind of question: choose, choose several, rate sentences, write a text, write words (PO3, PO7).
// It holds nothing: the draft comes from the phone and goes back to it, so that no push can touch what is being chosen (K5).
// "Non so" is there in every kind; what is too long is said, never cut. Safe for phones.
import { charCount, WORD_MAX_CHARS } from '../../shared/poll/spelling.ts';
import type { Asked } from '../../shared/poll/public.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Choices, type Option } from '../ui/Choices.tsx';
import { Field, TextArea } from '../ui/Field.tsx';
import { Rich } from '../ui/Rich.tsx';
import { ScaleRow } from '../ui/ScaleRow.tsx';
import { Status } from '../ui/Status.tsx';
import { DONT_KNOW, entriesOf, type AnswerDraft } from './answerDraft.ts';
import { pollPhoneTexts } from './phoneTexts.ts';
import { Said } from './Said.tsx';

export interface AnswerFormProps {
  asked: Asked;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  /** The id of the question's heading: it names the group of choices. */
  labelledBy: string;
}

/** What belongs under the question, above the gesture: how many, what the ends mean. */
export function AnswerHint({ asked }: { asked: Asked }) {
  const t = useTexts(pollPhoneTexts);
  const { kind } = asked;
  switch (kind.kind) {
    case 'single':
    case 'yesno':
      return null;
    case 'multiple': {
      const words =
        kind.min === kind.max
          ? t('choose.exactly', { n: kind.max })
          : kind.min === 1
            ? t('choose.upTo', { n: kind.max })
            : t('choose.many', { min: kind.min, max: kind.max });
      return <p className="soft">{words}</p>;
    }
    case 'scale':
      return (
        <p className="soft">
          {kind.ends === null ? null : (
            <Rich text={t('scale.ends', { from: kind.from, to: kind.to, low: kind.ends.low.s, high: kind.ends.high.s })} />
          )}{' '}
          {kind.statements.length > 1 ? t('scale.skip') : null}
        </p>
      );
    case 'text':
      return <p className="soft">{t('text.hint', { max: kind.maxChars })}</p>;
    case 'words':
      return <p className="soft">{t('words.hint', { n: kind.maxEntries })}</p>;
    default:
      return kind satisfies never;
  }
}

export function AnswerForm({ asked, draft, onChange, labelledBy }: AnswerFormProps) {
  const t = useTexts(pollPhoneTexts);
  const { kind } = asked;
  const unsure: Option = { id: DONT_KNOW, label: t('dontKnow'), alone: true };
  switch (kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno': {
      const own: Option[] =
        kind.kind === 'yesno'
          ? [
              { id: 'yes', label: t('yes') },
              { id: 'no', label: t('no') },
            ]
          : asked.options.map(({ id, text }) => ({ id, label: <Said of={text} /> }));
      const known = draft.picked.filter((id) => id === DONT_KNOW || own.some((option) => option.id === id));
      const max = kind.kind === 'multiple' ? kind.max : undefined;
      return (
        <Choices
          kind={kind.kind === 'multiple' ? 'many' : 'one'}
          options={[...own, unsure]}
          chosen={known}
          labelledBy={labelledBy}
          max={max}
          maxWords={max === undefined ? undefined : t('choose.full', { n: max })}
          onChange={(picked) => onChange({ ...draft, picked })}
        />
      );
    }
    case 'scale':
      return (
        <div className="poll-scale">
          {kind.statements.map(({ id, text }) => (
            <div key={id}>
              <ScaleRow
                legend={<Said of={text} />}
                from={kind.from}
                to={kind.to}
                value={draft.values[id] === DONT_KNOW ? 'dontKnow' : (draft.values[id] ?? null)}
                dontKnow={t('dontKnow')}
                onChange={(value) => {
                  if (value !== null) onChange({ ...draft, values: { ...draft.values, [id]: value === 'dontKnow' ? DONT_KNOW : value } });
                }}
              />
            </div>
          ))}
        </div>
      );
    case 'text':
      return (
        <div className="poll-text">
          <TextArea
            label={t('mine')}
            hideLabel
            rows={6}
            max={kind.maxChars}
            value={draft.text}
            onChange={(text) => onChange({ ...draft, text, picked: [] })}
          />
          {draft.text === '' ? null : <Status>{t('text.kept')}</Status>}
        </div>
      );
    case 'words':
      return <WordsForm draft={draft} onChange={onChange} most={kind.maxEntries} />;
    default:
      return kind satisfies never;
  }
}

const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

function WordsForm({ draft, onChange, most }: { draft: AnswerDraft; onChange: (draft: AnswerDraft) => void; most: number }) {
  const t = useTexts(pollPhoneTexts);
  const added = draft.entries.length;
  const add = (): void => {
    const typed = draft.typed.trim();
    if (typed === '' || charCount(typed) > WORD_MAX_CHARS) return;
    onChange({ ...draft, entries: [...draft.entries, typed], typed: '', picked: [] });
  };
  const place = places[added];
  return (
    <div className="poll-words">
      {added === 0 ? null : (
        <ul className="rows">
          {draft.entries.map((word, index) => (
            <li key={index} className="between">
              <b className="lead">
                <bdi>{word}</bdi>
              </b>
              <button
                type="button"
                className="btn quiet"
                aria-label={t('words.removeWord', { word })}
                onClick={() => onChange({ ...draft, entries: draft.entries.filter((_, at) => at !== index) })}
              >
                {t('words.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {added >= most ? (
        <p className="soft">{t('words.all', { n: added })}</p>
      ) : (
        <Field
          label={most === 1 || place === undefined ? t('words.only') : t(`words.${place}`)}
          value={draft.typed}
          max={WORD_MAX_CHARS}
          dir="auto"
          onEnter={add}
          onChange={(typed) => onChange({ ...draft, typed, picked: [] })}
        />
      )}
      {added + 1 < most && draft.typed.trim() !== '' ? (
        <Button icon="plus" onPress={add}>
          {t('words.add')}
        </Button>
      ) : null}
    </div>
  );
}

/** The words of the big button: it says what it sends. */
export function useSendWords(asked: Asked, draft: AnswerDraft): string {
  const t = useTexts(pollPhoneTexts);
  switch (asked.kind.kind) {
    case 'multiple': {
      const picked = draft.picked.filter((id) => id !== DONT_KNOW).length;
      return picked > 1 ? t('send.many', { n: picked }) : t('send.one');
    }
    case 'scale':
      return asked.kind.statements.length > 1 ? t('send.scale') : t('send.one');
    case 'words':
      return t('send.words');
    case 'single':
    case 'yesno':
    case 'text':
      return t('send.one');
    default:
      return asked.kind satisfies never;
  }
}

/** An answer in words, as the person chose it: in their language for our own choices, as written for theirs. */
export function AnswerSaid({ asked, draft }: { asked: Asked; draft: AnswerDraft }) {
  const t = useTexts(pollPhoneTexts);
  if (draft.picked.includes(DONT_KNOW)) return <>{t('dontKnow')}</>;
  const { kind } = asked;
  switch (kind.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          {asked.options
            .filter(({ id }) => draft.picked.includes(id))
            .map(({ id, text }) => (
              <span key={id} className="poll-mine-row">
                <Said of={text} />
              </span>
            ))}
        </>
      );
    case 'yesno':
      return <>{draft.picked.includes('yes') ? t('yes') : t('no')}</>;
    case 'scale':
      return (
        <>
          {kind.statements.map(({ id, text }) => {
            const value = draft.values[id];
            return value === undefined ? null : (
              <span key={id} className="poll-mine-row between">
                <span>
                  <Said of={text} />
                </span>
                <b className="nb">{value === DONT_KNOW ? t('dontKnow') : number(value, t.lang)}</b>
              </span>
            );
          })}
        </>
      );
    case 'text':
      return <bdi className="poll-written">{draft.text}</bdi>;
    case 'words':
      return (
        <>
          {entriesOf(draft).map((word, index) => (
            <span key={index} className="poll-mine-row">
              <bdi>{word}</bdi>
            </span>
          ))}
        </>
      );
    default:
      return kind satisfies never;
  }
}
