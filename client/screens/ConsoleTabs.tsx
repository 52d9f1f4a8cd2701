/* The other pages of the console: the programme as it is written, the questions as they are prepared, those that the hall asks, the test of the room.
   What needs the server's files (templates, materials, session file) is asked over HTTP, with the same cookie. */
import { useEffect, useState } from 'react';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import type { AttributeRows } from '../../shared/presence/composition.ts';
import { AgendaEditor } from '../agenda/AgendaEditor.tsx';
import { AgendaTemplates, type Offered } from '../agenda/AgendaTemplates.tsx';
import { useTitles } from '../agenda/useTitles.ts';
import { FloorPage } from '../floor/FloorPage.tsx';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { uploadMaterial } from '../materials/upload.ts';
import { PollEditor } from '../poll/PollEditor.tsx';
import { RoomTest } from '../roomtest/RoomTest.tsx';
import { MiniWall } from '../screen/Wall.tsx';
import { WallContent } from './WallContent.tsx';
import type { ConsoleCommon, ScreenCommon } from './views.ts';

type Session = NonNullable<ConsoleCommon['session']>;

export function ConsoleAgendaTab({
  common,
  session,
  now,
  send,
  sessionId,
  onRemedies,
}: {
  common: ConsoleCommon;
  session: Session;
  now: number;
  send: Send;
  sessionId: string;
  onRemedies: () => void;
}) {
  const [templates, setTemplates] = useState(false);
  const own = useOwnTemplates(sessionId, templates);
  return (
    <main className="console-wide">
      <AgendaEditor
        view={common.agenda}
        now={now}
        day={session.day}
        timeZone={session.timeZone}
        send={send}
        onTemplates={() => setTemplates(true)}
        onRemedies={onRemedies}
        onSave={() => location.assign(`/api/sessions/${sessionId}/session-file`)}
        upload={uploadMaterial(sessionId)}
        onShow={(block, material) => {
          const pages = common.agenda.running?.materials.find(({ id }) => id === material)?.pages ?? 1;
          void send({ type: 'screen.showSlides', material, page: 1, pages, block });
        }}
      />
      {templates ? (
        <AgendaTemplates
          view={common.agenda}
          day={session.day}
          timeZone={session.timeZone}
          send={send}
          own={own}
          onDrafts={(drafts) => {
            for (const draft of drafts) void send({ type: 'poll.draft', poll: newId(), draft });
          }}
          onClose={() => setTemplates(false)}
        />
      ) : null}
    </main>
  );
}

/** Templates that somebody saved on this server; none when they cannot be had (a facilitator's link may not list them). */
const useOwnTemplates = (session: string, asked: boolean): readonly Offered[] => {
  const [own, setOwn] = useState<readonly Offered[]>([]);
  useEffect(() => {
    if (!asked) return;
    let current = true;
    void savedTemplates(session).then((list) => {
      if (current) setOwn(list);
    });
    return () => {
      current = false;
    };
  }, [session, asked]);
  return own;
};
const savedTemplates = async (session: string): Promise<readonly Offered[]> => {
  try {
    const response = await fetch(`/api/templates?session=${session}`);
    if (!response.ok) return [];
    const { readTemplate } = await import('../../shared/agenda/template.ts');
    const data: unknown = await response.json();
    const list = typeof data === 'object' && data !== null && 'saved' in data && Array.isArray(data.saved) ? data.saved : [];
    return list.flatMap((each: unknown) => {
      if (typeof each !== 'object' || each === null || !('id' in each) || typeof each.id !== 'string' || !('template' in each)) return [];
      const read = readTemplate(JSON.stringify(each.template));
      return read.ok ? [{ id: each.id, template: read.template }] : [];
    });
  } catch {
    return [];
  }
};

export interface PollsTabProps {
  readonly common: ConsoleCommon;
  readonly session: Session;
  readonly drafts: PollDraftRows | null;
  readonly first: string | null;
  readonly composition: readonly AttributeRows[] | null;
  readonly now: number;
  readonly send: Send;
  readonly onOpened: () => void;
}
export function ConsolePollsTab({ common, session, drafts, first, composition, now, send, onOpened }: PollsTabProps) {
  return (
    <div className="console-wide">
      <PollEditor
        view={common.poll}
        rows={drafts}
        first={first}
        blocks={common.agenda.course.rows.map(({ id, title }) => ({ id, title: title?.s ?? '…' }))}
        attributes={(composition ?? []).map(({ attribute, cells }) => ({
          name: attribute,
          values: cells.map((cell) => ({ value: cell.value, present: cell.present ?? 0 })),
        }))}
        send={send}
        now={now}
        timeZone={session.timeZone}
        onOpened={onOpened}
      />
    </div>
  );
}

/** Rows of the programme with their titles, of which those far from now come later. */
export function ConsoleFloorTab({
  common,
  session,
  sessionId,
  send,
}: {
  common: ConsoleCommon;
  session: Session;
  sessionId: string;
  send: Send;
}) {
  const { agenda, floor, groups } = common;
  const titleOf = useTitles(agenda.course.rows, agenda.rev);
  return (
    <FloorPage
      view={floor}
      blocks={agenda.course.rows.map(({ id }) => ({ id, title: titleOf(id).s }))}
      running={agenda.running?.id ?? null}
      tables={groups.groups}
      sessionId={sessionId}
      timeZone={session.timeZone}
      send={send}
    />
  );
}

export function ConsoleTestTab({
  common,
  session,
  sessionId,
  wall,
  now,
  send,
}: {
  common: ConsoleCommon;
  session: Session;
  sessionId: string;
  wall: ScreenCommon | null;
  now: number;
  send: Send;
}) {
  const walls = wall === null ? [] : common.screen.screens.filter(({ connected }) => connected).slice(0, 4);
  return (
    <main className="console-wide">
      <RoomTest
        session={sessionId}
        timeZone={session.timeZone}
        code={session.code}
        screens={common.screen.screens}
        send={send}
        walls={walls.map(({ screen, label, lang, theme, scene, pinned, blank }) => ({
          id: screen,
          label,
          picture: (
            <MiniWall width={150} label={label}>
              {wall === null ? null : (
                <WallContent
                  data={wall}
                  own={pinned || blank ? scene : null}
                  lang={lang}
                  theme={theme}
                  now={now}
                  link={{ kind: 'live' }}
                  mini
                />
              )}
            </MiniWall>
          ),
        }))}
      />
    </main>
  );
}
