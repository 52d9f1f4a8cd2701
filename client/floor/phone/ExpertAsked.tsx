// What is asked of an expert: those without an answer first, each with where it was born, who supports it, and how others put it. Answering is
// a page of its own; what is there can be changed, and that both stay in the record is said. A question that is taken away while its answer is
// being written stays on that page, with the text and the reason. Safe for phones.
import { useState } from 'react';
import type { AskedRow, FloorExpertMine } from '../../../shared/floor/shown.ts';
import type { Said as SaidText } from '../../../shared/kernel/text.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { AskedQuestion } from './AskedQuestion.tsx';
import { ExpertAnswer } from './ExpertAnswer.tsx';
import { floorExpertTexts } from './expertTexts.ts';
import './phone.css';

export interface ExpertAskedProps {
  mine: FloorExpertMine;
  rows: readonly AskedRow[];
  /** Titles of the blocks, as far as they came. */
  blocks: readonly { readonly id: string; readonly title: SaidText | null }[];
  /** The session is over, and not archived yet. */
  over: boolean;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  timeZone: string;
}

export function ExpertAsked({ mine, rows, blocks, over, send, pending, online, timeZone }: ExpertAskedProps) {
  const t = useTexts(floorExpertTexts);
  const [open, setOpen] = useState<AskedRow | null>(null);
  const isOwn = ({ answer }: AskedRow): boolean => answer !== null && answer.expert !== null && answer.who === mine.label;
  if (open !== null) {
    const answering = rows.find(({ question }) => question === open.question) ?? open;
    // What came to lie under another is asked all the same.
    const isAsked = rows.some(({ question, also }) => [question, ...also.map((one) => one.question)].includes(open.question));
    return (
      <ExpertAnswer
        key={open.question}
        row={answering}
        own={isOwn(answering) ? answering.answer : null}
        label={mine.label}
        send={send}
        pending={pending}
        online={online}
        off={!mine.may.answer ? t('notListed') : isAsked ? undefined : t('takenAway')}
        onBack={() => setOpen(null)}
      />
    );
  }
  // A disputed answer waits for another one.
  const todo = rows.filter(({ waiting }) => waiting);
  const done = rows.filter(({ waiting }) => !waiting);
  const group = (title: string, some: readonly AskedRow[]) =>
    some.length === 0 ? null : (
      <section>
        <h2 className="lead">{title}</h2>
        <ul className="rows">
          {some.map((row) => (
            <li key={row.question} className="fp-row">
              <AskedQuestion row={row} block={blocks.find(({ id }) => id === row.block)?.title ?? null} />
              {row.answer === null ? null : <GivenAnswer answer={row.answer} timeZone={timeZone} />}
              <Pending question={row.question} pending={pending} online={online} />
              <p className="fp-acts">
                <Button
                  variant={row.waiting ? 'primary' : 'plain'}
                  off={mine.may.answer ? undefined : t('notListed')}
                  onPress={() => setOpen(row)}
                >
                  {isOwn(row) ? t('change') : t('answer')}
                </Button>
              </p>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <main className="fp-asked">
      <div>
        <h1 className="title">{t('title')}</h1>
        {mine.about === '' ? null : <p className="meta">{mine.about}</p>}
        {rows.length === 0 ? null : <p className="lead">{todo.length === 0 ? t('allDone') : t('waiting', { n: todo.length })}</p>}
        {over ? <p className="soft">{t('over')}</p> : null}
        {mine.may.answer ? null : <p className="why">{t('notListed')}</p>}
      </div>
      {rows.length === 0 ? (
        <div>
          <p className="lead">{t('none')}</p>
          <p className="soft">{t('noneWords')}</p>
        </div>
      ) : null}
      {group(t('group.open'), todo)}
      {group(t('group.done'), done)}
    </main>
  );
}

function GivenAnswer({ answer, timeZone }: { answer: NonNullable<AskedRow['answer']>; timeZone: string }) {
  const t = useTexts(floorExpertTexts);
  return (
    <div className="fp-answer">
      <p className="meta">{t('answered', { who: answer.who, hour: hour(answer.at, t.lang, timeZone) })}</p>
      {answer.text === '' ? null : (
        <p className="fp-words" dir="auto">
          {answer.text}
        </p>
      )}
      {answer.source === '' ? null : <p className="meta">{t('source', { source: answer.source })}</p>}
      {answer.link === null ? null : (
        <a className="fp-link" href={answer.link} target="_blank" rel="noopener noreferrer">
          {t('link')}
        </a>
      )}
    </div>
  );
}

function Pending({ question, pending, online }: { question: string; pending: readonly PendingWish[]; online: boolean }) {
  const t = useTexts(floorExpertTexts);
  const waits = pending.filter(({ command }) => command.type === 'floor.answer' && command['question'] === question);
  const text = waits.at(-1)?.command['text'];
  if (!waits.some(({ tries }) => !online || tries > 1)) return null;
  return (
    <div className="mine waiting fp-waiting">
      <p className="fp-words" dir="auto">
        {typeof text === 'string' ? text : ''}
      </p>
      <p className="fp-waiting-why">{t(online ? 'pending.slow' : 'pending.offline')}</p>
    </div>
  );
}
