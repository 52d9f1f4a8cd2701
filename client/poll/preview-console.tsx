import { PollConsoleNow } from './PollConsoleNow.tsx';
import { PollEditor } from './PollEditor.tsx';
import { PollReview } from './PollReview.tsx';
import { PollQuick } from './PollQuick.tsx';
const seats = Array.from({ length: 90 }, (_, i) => ({ member: `member${String(i + 1).padStart(4, '0')}`, seat: String(i + 1) }));
export const consolePreview = (kind: string, of: any, send: any) => {
  if (kind === 'console-editor')
    return (
      <div style={{ minHeight: '100vh', display: 'grid' }}>
        <PollEditor
          view={of.facilitator}
          rows={of.lists['poll.drafts']}
          first="poll0001"
          blocks={[{ id: 'block0001', title: '4. Dove siamo adesso?' }]}
          attributes={[
            { name: 'Età', values: [{ value: 'a', present: 20 }] },
            { name: 'Genere', values: [{ value: 'a', present: 20 }] },
            { name: 'Municipio', values: Array.from({ length: 9 }, (_, i) => ({ value: String(i), present: i })) },
          ]}
          send={send}
          now={of.now}
          timeZone="Europe/Rome"
        />
      </div>
    );
  if (kind === 'console-review')
    return (
      <div style={{ padding: 24 }}>
        <PollReview rows={of.lists['poll.review']} poll="poll0001" round={1} send={send} />
      </div>
    );
  if (kind === 'console-quick')
    return <PollQuick open onClose={() => undefined} send={send} block={null} present={77} mayOpen onMore={() => undefined} />;
  return (
    <div style={{ padding: '24px 28px', width: 584 }}>
      <PollConsoleNow view={of.facilitator} send={send} now={of.now} timeZone="Europe/Rome" seats={seats} keyHints />
    </div>
  );
};
