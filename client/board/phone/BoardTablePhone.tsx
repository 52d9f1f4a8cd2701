// The board of one table for whoever leads it, complete on one phone: four steps as a head line, the time, one primary act, help always in
// the same place (LANGUAGE, 14). In silence nobody reads, whoever leads neither: only how many notes of how many people (BO2).
// Beside the whole board of a laptop it is the strip of controls, without the list. Safe for phones.
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { BoardAbout, BoardTableMine } from '../../../shared/board/shown.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { number, useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeatLine } from '../../ui/SeatLine.tsx';
import { Status } from '../../ui/Status.tsx';
import { EditPage, MovePage, SamePage } from './NotePages.tsx';
import { LastStep, Outline } from './Outline.tsx';
import { noteIn } from './outline.ts';
import { OwnNotes } from './OwnNotes.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { useKeepFocus } from '../keepFocus.ts';
import { Prompt } from '../Prompt.tsx';
import { SheetPage, type TableSeat } from './SheetPage.tsx';
import { TableClock } from './TableClock.tsx';
import { CloseDotsDialog, NoteMore, RevealDialog, ThemeMore } from './TableDialogs.tsx';
import { TableSteps } from './TableSteps.tsx';
import { boardTableTexts } from './tableTexts.ts';
import { ThemePage } from './ThemePage.tsx';
import { useActs } from './useActs.ts';
import { useWriting } from './useWriting.ts';
import '../../ui/moreSigns.ts';
import '../../ui/tokens.laptop.css';
import '../../ui/components.laptop.css';
import './phone.css';

export interface BoardTablePhoneProps {
  about: BoardAbout;
  mine: BoardTableMine;
  document: SharedDocument | null;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  now: number;
  timeZone: string;
  seats: readonly TableSeat[];
  /** Epoch ms at which the table is expected back; null: nobody said. */
  backAt: number | null;
  /** Two buttons: call for help, the table. */
  help: ReactNode;
  /** Over the steps: the recall's notice. */
  notice?: ReactNode | undefined;
  /** "Prima di andare"; null: everybody is in the hall. */
  onBefore: (() => void) | null;
  /** A page of its own is open, and how to close it; null: none is. */
  onPage?: ((close: (() => void) | null) => void) | undefined;
  /** The whole board stands beside: the list is not drawn twice. */
  canvas?: boolean | undefined;
}

type Page =
  | { readonly kind: 'edit' | 'same' | 'move'; readonly note: string }
  | { readonly kind: 'theme'; readonly theme: string | null; readonly notes: readonly string[] }
  | { readonly kind: 'sheet' }
  | { readonly kind: 'own' };
type Ask = { readonly kind: 'reveal' | 'closeDots' } | { readonly kind: 'note' | 'theme'; readonly id: string };

export function BoardTablePhone(props: BoardTablePhoneProps) {
  const { about, mine, document, send, pending, online, now, timeZone, backAt, help, notice, onBefore, canvas = false } = props;
  const { may, own } = mine;
  const t = useTexts(boardTableTexts);
  const p = useTexts(boardPhoneTexts);
  const acts = useActs(send, about.board);
  const sheet = useWriting(about, own, send, pending, online, 'sheet');
  // What is open gives way when dots open or close, and when the board is frozen: what was typed is kept.
  const { dots } = about;
  const at = `${about.board} ${about.phase} ${about.frozen ?? '-'} ${dots.state} ${dots.state === 'none' ? '-' : dots.round}`;
  const [opened, setOpened] = useState<{ readonly at: string; readonly page: Page } | null>(null);
  const [asked, setAsked] = useState<{ readonly at: string; readonly ask: Ask } | null>(null);
  const page = opened?.at === at ? opened.page : null;
  const ask = asked?.at === at ? asked.ask : null;
  const setPage = (next: Page | null): void => setOpened(next === null ? null : { at, page: next });
  const setAsk = (next: Ask | null): void => setAsked(next === null ? null : { at, ask: next });
  const { onPage } = props;
  const away = page !== null;
  useEffect(() => {
    onPage?.(away ? () => setOpened(null) : null);
    return () => onPage?.(null);
  }, [onPage, away]);
  const [open, setOpen] = useState<string | null>(null);
  const ownIds = useMemo(() => new Set<string>(), []);
  const toggle = useCallback((id: string) => setOpen((was) => (was === id ? null : id)), []);
  const { act } = acts;
  const { board } = about;
  const part = useCallback((note: string) => void act({ type: 'board.part', board, note }, p('act.parted')), [act, board, p]);
  const back = (): void => setPage(null);
  const steps = <TableSteps about={about} acts={acts} mayLead={may.lead} onReveal={() => setAsk({ kind: 'reveal' })} />;
  const waiting = online ? 0 : pending.filter(({ command }) => command['board'] === board).length;

  if (page?.kind === 'sheet')
    return <SheetPage {...props} own={own} writing={sheet} onRead={() => setPage({ kind: 'own' })} onDone={back} />;
  if (page?.kind === 'own')
    return (
      <OwnNotes
        own={own}
        writing={sheet}
        online={online}
        mayChange={may.change !== 'none'}
        onEdit={({ note }) => setPage({ kind: 'edit', note })}
        onWithdraw={({ note }) => void act({ type: 'board.withdraw', board, note }, p('act.withdrawn'))}
        onBack={() => setPage({ kind: 'sheet' })}
        back={p('own.backWrite')}
        step={<LastStep last={acts.last} refused={acts.refused} />}
      />
    );
  if (page?.kind === 'edit') {
    const first = own.find(({ note }) => note === page.note) ?? (document === null ? null : noteIn(document, page.note));
    if (first !== null) return <EditPage about={about} note={page.note} first={first} acts={acts} onDone={back} />;
  }
  if (page !== null && document !== null) {
    if (page.kind === 'same') return <SamePage about={about} document={document} note={page.note} acts={acts} onDone={back} />;
    if (page.kind === 'move') return <MovePage about={about} document={document} note={page.note} acts={acts} onDone={back} />;
    if (page.kind === 'theme')
      return <ThemePage about={about} document={document} theme={page.theme} notes={page.notes} acts={acts} onDone={back} />;
  }

  const silent = about.silence !== null;
  const frozen = about.phase === 'frozen';
  const arranges = may.change === 'all' && !silent;
  const count = (n: number, words: string, have: number, of: number) => (
    <>
      <p className="bp-count">
        <b className="huge">{number(n, t.lang)}</b>
        <span className="lead">{words}</span>
      </p>
      <SeatLine
        tall
        label=""
        segments={[
          { count: have, pattern: 'solid' },
          { count: Math.max(0, of - have), pattern: 'waiting' },
        ]}
      />
    </>
  );
  const list = canvas ? null : (
    <Outline
      about={about}
      document={document}
      timeZone={timeZone}
      own={ownIds}
      opens={arranges ? 'all' : 'none'}
      open={open}
      onOpen={toggle}
      onPart={arranges ? part : undefined}
      themeActs={
        arranges && may.themes
          ? (id) => <Button variant="quiet" icon="more" label={t('theme.more')} onPress={() => setAsk({ kind: 'theme', id })} />
          : undefined
      }
      acts={
        open === null || !arranges ? undefined : (
          <>
            <Button onPress={() => setPage({ kind: 'same', note: open })}>{p('act.same')}</Button>
            <Button onPress={() => setPage({ kind: 'move', note: open })}>{p('act.move')}</Button>
            <Button onPress={() => setAsk({ kind: 'note', id: open })}>{t('more.button')}</Button>
          </>
        )
      }
    />
  );
  const clock = (beside?: ReactNode) => (
    <TableClock about={about} acts={acts} mayLead={may.lead && !frozen} now={now} backAt={backAt} timeZone={timeZone} beside={beside} />
  );
  const sheetLink = may.paper ? (
    <p className="soft">
      {t('sheet.who')}{' '}
      <button type="button" className="btn quiet bp-inline" onClick={() => setPage({ kind: 'sheet' })}>
        {t('sheet.link')}
      </button>
    </p>
  ) : null;

  const body = ((): { readonly main: ReactNode; readonly primary: ReactNode } => {
    const before =
      onBefore === null ? null : (
        <Button thumb variant="primary" onPress={onBefore}>
          {t('before')}
        </Button>
      );
    if (frozen || about.step === 'done')
      return {
        main: (
          <>
            <div className="bp-pad">
              <h2 className="title">{t('frozen.title')}</h2>
              <p className="soft">{frozen ? t('frozen.words') : t('frozen.soon')}</p>
              {sheet.draft.text.trim() === '' ? null : (
                <p className="bp-last">
                  <Status kind="time" icon="pen">
                    {p('unsent.kept')}
                  </Status>
                  <Button variant="quiet" onPress={() => setPage({ kind: 'sheet' })}>
                    {p('lost.take')}
                  </Button>
                </p>
              )}
            </div>
            {list}
          </>
        ),
        primary: before,
      };
    switch (about.step) {
      case 'write':
        return {
          main: (
            <>
              <div className="bp-pad">
                {clock()}
                {silent ? (
                  <p className="tag live">
                    <Icon name="eyeoff" /> {t('silent')}
                  </p>
                ) : null}
                <h2 className="sr-only">
                  <Prompt of={about.title} />
                </h2>
                {count(
                  about.notes,
                  t('write.count', { n: about.notes, writers: about.writers, people: about.people }),
                  about.writers,
                  about.people,
                )}
                {sheetLink}
                <LastStep last={acts.last} refused={acts.refused} />
              </div>
              {silent ? null : list}
            </>
          ),
          primary: silent ? (
            <Button
              thumb
              variant="primary"
              off={!may.lead ? t('notNow') : about.notes === 0 ? t('reveal.none') : undefined}
              onPress={() => setAsk({ kind: 'reveal' })}
            >
              {t('reveal.button')}
            </Button>
          ) : (
            <NextStep about={about} act={act} to="read" mayLead={may.lead} />
          ),
        };
      case 'read':
      case 'themes': {
        const themes = about.step === 'themes';
        return {
          main: (
            <>
              <div className="bp-pad tight">
                {clock(themes ? t('loose', { n: about.loose }) : p('count.notes', { n: about.notes }))}
                {about.locked ? <p className="soft">{p('locked.words')}</p> : null}
                <LastStep last={acts.last} refused={acts.refused} />
              </div>
              {list}
              <div className="bp-pad tight">
                {sheetLink}
                {themes ? <NextStep about={about} act={act} to="dots" mayLead={may.lead} /> : null}
              </div>
            </>
          ),
          primary: themes ? (
            <Button
              thumb
              variant="primary"
              icon="plus"
              off={may.themes ? undefined : t('notNow')}
              onPress={() => setPage({ kind: 'theme', theme: null, notes: open === null ? [] : [open] })}
            >
              {t('theme.new')}
            </Button>
          ) : (
            <NextStep about={about} act={act} to="themes" mayLead={may.lead} primary />
          ),
        };
      }
      case 'dots': {
        if (dots.state === 'open')
          return {
            main: (
              <div className="bp-pad">
                {clock()}
                <h2 className="sr-only">{t('step.dots')}</h2>
                {count(dots.finished, t('dots.count', { n: dots.finished, of: dots.base }), dots.finished, dots.base)}
                <p className="soft">{t('dots.begun', { n: dots.begun })}</p>
                {mine.dotsMissing.length === 0 ? null : (
                  <p>{t('dots.missing', { seats: mine.dotsMissing.join(', '), n: mine.dotsMissing.length })}</p>
                )}
                <LastStep last={acts.last} refused={acts.refused} />
              </div>
            ),
            primary: (
              <Button thumb variant="primary" off={may.lead ? undefined : t('notNow')} onPress={() => setAsk({ kind: 'closeDots' })}>
                {t('dots.close')}
              </Button>
            ),
          };
        return {
          main: (
            <>
              <div className="bp-pad tight">
                {clock(p('count.notes', { n: about.notes }))}
                <p className="soft">
                  {dots.state === 'closed'
                    ? p('dots.closed', { n: dots.voters, of: dots.base })
                    : t(dots.rule.on === 'themes' ? 'dots.ruleThemes' : 'dots.ruleNotes', { n: dots.rule.each, max: dots.rule.max })}
                </p>
                <LastStep last={acts.last} refused={acts.refused} />
              </div>
              {list}
            </>
          ),
          primary:
            dots.state === 'closed' ? (
              before
            ) : (
              <Button
                thumb
                variant="primary"
                off={may.lead ? undefined : t('notNow')}
                onPress={() => void act({ type: 'board.openDots', board })}
              >
                {t('dots.open')}
              </Button>
            ),
        };
      }
      default:
        return about.step satisfies never;
    }
  })();

  return (
    <>
      {notice}
      {steps}
      <main className="bp-list bp-table">
        {waiting === 0 ? null : (
          <p className="bp-say">
            <Status kind="time" icon="outbox">
              {t('waiting', { n: waiting })}
            </Status>
          </p>
        )}
        <h1 className="sr-only">
          <Prompt of={about.title} />
        </h1>
        {body.main}
      </main>
      <Foot>
        <div className="bp-help">{help}</div>
        {body.primary}
      </Foot>
      {ask?.kind === 'reveal' && silent ? <RevealDialog about={about} acts={acts} onClose={() => setAsk(null)} /> : null}
      {ask?.kind === 'closeDots' ? <CloseDotsDialog about={about} acts={acts} onClose={() => setAsk(null)} /> : null}
      {ask?.kind === 'note' && document !== null ? (
        <NoteMore
          about={about}
          document={document}
          note={ask.id}
          acts={acts}
          mayHide={may.hide}
          onEdit={() => setPage({ kind: 'edit', note: ask.id })}
          onClose={() => setAsk(null)}
        />
      ) : null}
      {ask?.kind === 'theme' && document !== null ? (
        <ThemeMore
          about={about}
          document={document}
          theme={ask.id}
          acts={acts}
          onRename={() => setPage({ kind: 'theme', theme: ask.id, notes: [] })}
          onClose={() => setAsk(null)}
        />
      ) : null}
    </>
  );
}

/** The gesture of one step makes room for that of the next, and leaves it the focus. */
function Foot({ children }: { children: ReactNode }) {
  const foot = useRef<HTMLElement>(null);
  useKeepFocus(foot, () => foot.current?.querySelector<HTMLElement>(':scope > .btn:last-of-type')?.focus());
  return (
    <footer className="thumb-zone ruled" ref={foot}>
      {children}
    </footer>
  );
}

/** "Passa ai temi": one step on, the same wish as a tap on the head line. */
function NextStep({
  about,
  act,
  to,
  mayLead,
  primary = false,
}: {
  about: BoardAbout;
  act: ReturnType<typeof useActs>['act'];
  to: 'read' | 'themes' | 'dots';
  mayLead: boolean;
  primary?: boolean | undefined;
}) {
  const t = useTexts(boardTableTexts);
  return (
    <Button
      thumb
      variant={primary || to === 'read' ? 'primary' : 'plain'}
      off={mayLead ? undefined : t('notNow')}
      onPress={() => void act({ type: 'board.step', board: about.board, from: about.step, to })}
    >
      {t(`next.${to}`)}
    </Button>
  );
}
