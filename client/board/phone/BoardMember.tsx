// A board on a member's phone: one prompt, one text box, one list, never a canvas to pan (BO1). In silence there is only the box: nothing
// of the others is shown, because nothing of them is here (BO2). Then the list, the dots, and the board as it was frozen.
// What is being typed stays whatever the table does meanwhile; a late note is sent all the same, and what became of it is said (BO9).
// Safe for phones.
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { BoardAbout, BoardMemberMine, OwnNote } from '../../../shared/board/shown.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { useDraft } from '../../kernel/draft.ts';
import { useTexts, type Translate } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Band } from '../../ui/Band.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Rich } from '../../ui/Rich.tsx';
import { Status } from '../../ui/Status.tsx';
import { BoardClock } from './BoardClock.tsx';
import { Compose } from './Compose.tsx';
import { DotsMember } from './DotsMember.tsx';
import { EditPage, MovePage, SamePage } from './NotePages.tsx';
import { LastStep, Outline } from './Outline.tsx';
import { NotYetThere, OwnNotes } from './OwnNotes.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { Prompt } from '../Prompt.tsx';
import { useActs } from './useActs.ts';
import { Unsent } from './Unsent.tsx';
import { useWriting } from './useWriting.ts';
import type { UnsentText, Whence } from './written.ts';
import '../../ui/moreSigns.ts';
import '../../ui/tokens.laptop.css';
import '../../ui/components.laptop.css';
import './phone.css';

export interface BoardMemberProps {
  about: BoardAbout;
  mine: BoardMemberMine;
  /** Null until it is opened; not asked of while silence goes on. */
  document: SharedDocument | null;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  /** Epoch ms of the server. */
  now: number;
  timeZone: string;
  /** Under what is written or read: the way to one's table. */
  below?: ReactNode | undefined;
  /** The whole board beside, where there is room for it: then the list is not drawn twice. */
  canvas?: boolean | undefined;
  /** Who writes (session and seat) and at which table: kept with the words, so that they are found again elsewhere. */
  writer?: Pick<Whence, 'of' | 'table'> | undefined;
  /** A page other than the one that the table is at is open, and how to close it; null: none is. */
  onPage?: ((close: (() => void) | null) => void) | undefined;
}

type Page =
  | { readonly kind: 'write' }
  | { readonly kind: 'list' }
  | { readonly kind: 'own' }
  | { readonly kind: 'edit' | 'same' | 'move'; readonly note: string };

export function BoardMember(props: BoardMemberProps) {
  const { about, mine, document, send, online, now, timeZone, below } = props;
  const { may, own } = mine;
  const t = useTexts(boardPhoneTexts);
  // A wish that left a moment ago is not worth an ochre frame: it is said when the line is gone, or when the server does not answer.
  const pending = useMemo(() => props.pending.filter(({ tries }) => !online || tries > 1), [props.pending, online]);
  const writing = useWriting(about, own, send, props.pending, online, 'note', props.writer);
  const slow = { ...writing, waiting: writing.waiting.filter(({ note }) => pending.some(({ command }) => command['note'] === note)) };
  const acts = useActs(send, about.board);
  const step = `${about.board} ${about.phase} ${about.silence ?? '-'} ${about.step} ${about.dots.state}`;
  const [chosen, setChosen] = useState<{ readonly at: string; readonly page: Page } | null>(null);
  const [rest, setRest] = useDraft(`board.rest.${about.board}`, '');
  const [open, setOpen] = useState<string | null>(null);
  const mineIds = useMemo(() => new Set(own.map(({ note }) => String(note))), [own]);
  const go = (page: Page): void => setChosen({ at: step, page });
  const toggle = useCallback((id: string) => setOpen((was) => (was === id ? null : id)), []);
  const part = useCallback(
    (note: string) => void acts.act({ type: 'board.part', board: about.board, note }, t('act.parted')),
    [acts, about.board, t],
  );

  const copy = ({ kind, text }: UnsentText): void => {
    const { draft } = writing;
    writing.setDraft({
      ...draft,
      kind: about.kinds.includes(kind) ? kind : draft.kind,
      text: [draft.text.trim(), text].filter(Boolean).join('\n'),
    });
    setRest('');
    go({ kind: 'write' });
  };
  const silent = about.silence !== null;
  const typing = writing.draft.text.trim() !== '';
  const writes = silent || about.step === 'write';
  // Dots, and what became of them, come before a text half written: it is kept, and said in a line.
  const dotting = about.dots.state === 'open' && may.dots;
  const counted = about.dots.state === 'closed' && (about.step === 'dots' || about.step === 'done');
  const home: Page['kind'] = may.write && writes && !dotting && !counted ? 'write' : 'list';
  const first: Page = typing && !dotting && !counted ? { kind: 'write' } : { kind: home };
  // What is chosen on one step of the table does not hold for the next; what is being done with a note does, but for dots.
  const page = chosen !== null && (chosen.at === step || ('note' in chosen.page && !dotting)) ? chosen.page : first;
  const { onPage } = props;
  const away = page.kind !== home;
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => (typing ? go({ kind: home }) : setChosen(null));
  });
  useEffect(() => {
    onPage?.(away ? () => leave.current() : null);
    return () => onPage?.(null);
  }, [onPage, away]);
  const ownOpen = own.find(({ note }) => note === open) ?? null;

  if ('note' in page) {
    const done = (): void => setChosen(null);
    const found = own.find(({ note }) => note === page.note);
    if (page.kind === 'edit' && found !== undefined)
      return <EditPage about={about} note={page.note} first={found} acts={acts} onDone={done} />;
    if (page.kind === 'same' && document !== null)
      return <SamePage about={about} document={document} note={page.note} acts={acts} onDone={done} />;
    if (page.kind === 'move' && document !== null)
      return <MovePage about={about} document={document} note={page.note} acts={acts} onDone={done} />;
  }
  if (page.kind === 'own')
    return (
      <OwnNotes
        own={own}
        writing={writing}
        online={online}
        mayChange={may.change !== 'none'}
        onEdit={({ note }) => go({ kind: 'edit', note })}
        onWithdraw={({ note }) => void acts.act({ type: 'board.withdraw', board: about.board, note }, t('act.withdrawn'))}
        onBack={() => setChosen(null)}
        back={silent ? t('own.backWrite') : t('own.back')}
        step={<LastStep last={acts.last} refused={acts.refused} />}
      />
    );
  const kept = !typing ? null : (
    <p className="bp-last">
      <Status kind="time" icon="pen">
        {t('unsent.kept')}
      </Status>
      <Button variant="quiet" onPress={() => go({ kind: 'write' })}>
        {t('lost.take')}
      </Button>
    </p>
  );
  if (about.dots.state === 'open' && may.dots && page.kind !== 'write')
    return <DotsMember {...props} dots={about.dots} mine={mine.dots} own={mineIds} unsent={kept} />;
  const notThere = (
    <>
      <NotYetThere writing={slow} online={online} />
      {props.writer === undefined ? null : (
        <Unsent
          of={props.writer.of}
          here={about.board}
          send={send}
          pending={props.pending}
          online={online}
          onCopy={may.write ? copy : undefined}
        />
      )}
    </>
  );
  if (silent && rest === String(about.silence) && !typing)
    return <Resting about={about} own={own} now={now} notThere={notThere} onWrite={() => setRest('')} onOwn={() => go({ kind: 'own' })} />;
  if (page.kind === 'write' && (may.write || typing))
    return (
      <>
        {silent || about.step === 'write' ? null : <Overtaken about={about} />}
        <Compose
          about={about}
          writing={writing}
          now={now}
          written={own.length}
          eyebrow={silent ? t('silent.eyebrow') : t(`step.${about.step}`)}
          button={about.phase === 'frozen' ? t('frozen.send') : undefined}
          off={about.locked && about.phase === 'open' ? t('locked.why') : undefined}
          onSubmit={() => {
            setRest('');
            writing.submit();
          }}
          quiet={
            silent ? (
              <Button thumb variant="quiet" off={typing ? t('silent.typing') : undefined} onPress={() => setRest(String(about.silence))}>
                {t('silent.noMore')}
              </Button>
            ) : (
              <Button thumb variant="quiet" onPress={() => go({ kind: 'list' })}>
                {t('read')}
              </Button>
            )
          }
        >
          <p className="soft bp-hint">
            <Icon name={silent ? 'eyeoff' : 'people'} /> {silent ? t('silent.who') : t('open.who')} {t(`authors.${about.authors}`)}
          </p>
          {notThere}
          <p className="bp-counted">
            <span>
              <Rich text={countWords(own, about, t)} />
            </span>
            {own.length === 0 ? null : (
              <button type="button" className="btn quiet bp-inline" onClick={() => go({ kind: 'own' })}>
                {t('own.read')}
              </button>
            )}
          </p>
          {below}
        </Compose>
      </>
    );
  const frozen = about.phase === 'frozen';
  return (
    <>
      <main className="bp-list">
        <div className="bp-head">
          <p className="eyebrow">
            <span>{frozen ? t('step.done') : t(`step.${about.step}`)}</span>
            {frozen ? null : <BoardClock clock={about.clock} now={now} />}
          </p>
          <h1 className="title">
            <Prompt of={about.areas.length === 1 && about.areas[0] !== undefined ? about.areas[0].prompt : about.title} />
          </h1>
          <BoardWords about={about} own={own} may={may} />
          {kept}
          {notThere}
          <LastStep last={acts.last} refused={acts.refused} />
        </div>
        {props.canvas === true ? null : (
          <Outline
            about={about}
            document={document}
            timeZone={timeZone}
            own={mineIds}
            opens={may.change === 'none' ? 'none' : 'own'}
            open={open}
            onOpen={toggle}
            onPart={may.change === 'none' ? undefined : part}
            acts={
              ownOpen === null ? undefined : (
                <>
                  <Button onPress={() => go({ kind: 'edit', note: ownOpen.note })}>{t('act.edit')}</Button>
                  <Button onPress={() => go({ kind: 'same', note: ownOpen.note })}>{t('act.same')}</Button>
                  <Button onPress={() => go({ kind: 'move', note: ownOpen.note })}>{t('act.move')}</Button>
                  <Button
                    onPress={() => {
                      setOpen(null);
                      void acts.act({ type: 'board.withdraw', board: about.board, note: ownOpen.note }, t('act.withdrawn'));
                    }}
                  >
                    {t('act.withdraw')}
                  </Button>
                </>
              )
            }
          />
        )}
        {below === undefined ? null : <div className="bp-below">{below}</div>}
      </main>
      <footer className="thumb-zone ruled">
        {may.write ? (
          <Button thumb variant="primary" onPress={() => go({ kind: 'write' })}>
            {t('write')}
          </Button>
        ) : null}
        {own.length === 0 ? null : (
          <Button thumb variant="quiet" onPress={() => go({ kind: 'own' })}>
            {t('own.read')}
          </Button>
        )}
      </footer>
    </>
  );
}

const countWords = (own: readonly OwnNote[], about: BoardAbout, t: Translate<typeof boardPhoneTexts.it>): string =>
  `${own.length === 0 ? t('count.none') : t('count.mine', { n: own.length })} ${t(about.group === null ? 'count.room' : 'count.table', { n: about.notes })}`;

/** The table went on while one was writing: the text stays, and what will become of it is said before it is sent. */
function Overtaken({ about }: { about: BoardAbout }) {
  const t = useTexts(boardPhoneTexts);
  return about.phase === 'frozen' ? (
    <Band kind="time" title={t('overtaken.frozen')}>
      {t('overtaken.frozenWords')}
    </Band>
  ) : null;
}

/** What may not be done now, and what became of notes that came late. */
function BoardWords({ about, own, may }: { about: BoardAbout; own: readonly OwnNote[]; may: BoardMemberMine['may'] }) {
  const t = useTexts(boardPhoneTexts);
  const waiting = own.filter(({ state }) => state === 'waiting').length;
  const late = own.filter(({ state }) => state === 'late').length;
  const hidden = own.filter(({ state }) => state === 'hidden').length;
  return (
    <>
      {about.phase === 'frozen' ? (
        <p className="soft">{t('frozen.words')}</p>
      ) : about.locked ? (
        <p className="soft">{t('locked.words')}</p>
      ) : !may.write ? (
        <p className="soft">{t('readOnly')}</p>
      ) : null}
      {waiting === 0 ? null : <p className="bp-told">{t('late.waiting', { n: waiting })}</p>}
      {late === 0 ? null : <p className="bp-told">{t('late.came', { n: late })}</p>}
      {hidden === 0 ? null : <p className="bp-told">{t('late.hidden', { n: hidden })}</p>}
      {about.dots.state === 'closed' ? <p className="soft">{t('dots.closed', { n: about.dots.voters, of: about.dots.base })}</p> : null}
    </>
  );
}

/** "Non ne ho altri": nothing to do until the others are ready. */
function Resting({
  about,
  own,
  now,
  notThere,
  onWrite,
  onOwn,
}: {
  about: BoardAbout;
  own: readonly OwnNote[];
  now: number;
  notThere: ReactNode;
  onWrite: () => void;
  onOwn: () => void;
}) {
  const t = useTexts(boardPhoneTexts);
  return (
    <>
      <main>
        <p className="eyebrow bp-eyebrow">
          <span>{t('silent.eyebrow')}</span>
          <BoardClock clock={about.clock} now={now} />
        </p>
        <div className="bp-middle">
          <h1 className="huge bp-done">{t('rest.title')}</h1>
          <p className="lead soft">{t('rest.words')}</p>
          <p>
            <Rich text={countWords(own, about, t)} />
          </p>
          {notThere}
        </div>
      </main>
      <footer className="thumb-zone two">
        <Button thumb onPress={onWrite}>
          {t('rest.write')}
        </Button>
        {own.length === 0 ? null : (
          <Button thumb onPress={onOwn}>
            {t('own.read')}
          </Button>
        )}
      </footer>
    </>
  );
}
