// The door on a member's phone, on the phones' own build: arriving, the roll call, leaving.
import { expect, test } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { PresenceMemberMine, PresenceMemberView } from '../../shared/presence/view.ts';
import { rollCallIdSchema } from '../../shared/presence/events.ts';
import { setLang } from '../kernel/i18n.ts';
import { click, draw } from '../ui/render.testkit.tsx';
import { ArrivalMember } from './ArrivalMember.tsx';
import { RollCallMember } from './RollCallMember.tsx';

const rollCall = rollCallIdSchema.parse('rollcall01');
const at = Date.UTC(2026, 10, 21, 14, 46);
const view: PresenceMemberView = { present: 64, of: 90, rollCall: { id: rollCall, openedAt: at, asked: 73, here: 40 } };
const mine = (change: Partial<PresenceMemberMine> = {}): PresenceMemberMine => ({
  seat: '42',
  onRoll: true,
  present: { state: 'here', since: at, phone: true },
  rollCall: null,
  may: { enter: false, leave: true, hereNow: false },
  ...change,
});
const outbox = () => {
  const sent: unknown[] = [];
  const send = async (command: unknown, options?: unknown): Promise<Reply> => {
    sent.push([command, options]);
    return { ok: true, done: 'done', at };
  };
  return { sent, send };
};
const button = (host: ParentNode, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.includes(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
};

test('[RO2] who opened the card at home is told that the doors are closed, and nothing is sent', () => {
  const { sent, send } = outbox();
  const page = draw(
    <ArrivalMember
      view={view}
      mine={mine({ present: null, may: { enter: false, leave: false, hereNow: false } })}
      phase="draft"
      startsAt={null}
      timeZone="Europe/Rome"
      send={send}
      pending={false}
    />,
  );
  expect(page.one('h1').textContent).toBe('Le porte non sono ancora aperte');
  expect(page.all('button')).toHaveLength(0);
  expect(sent).toEqual([]);
});
test('[RO2] inside: the seat, the hour of the start, how many have arrived, and no button to press', () => {
  const { send } = outbox();
  const page = draw(
    <ArrivalMember
      view={view}
      mine={mine()}
      phase="doors"
      startsAt={Date.UTC(2026, 10, 21, 8, 15)}
      timeZone="Europe/Rome"
      send={send}
      pending={false}
    />,
  );
  expect(page.one('h1').textContent).toBe('La seduta comincia alle 9.15');
  expect(page.host.textContent).toContain('posto 42');
  expect(page.one('[role="img"]').getAttribute('aria-label')).toBe('64 di 90 sono arrivati');
  expect(page.all('.seats > i')).toHaveLength(90);
});
test('[RO2] coming back after leaving is one tap, kept until the server has answered', () => {
  const { sent, send } = outbox();
  const page = draw(
    <ArrivalMember
      view={view}
      mine={mine({ present: { state: 'gone', since: at, phone: true }, may: { enter: true, leave: false, hereNow: false } })}
      phase="open"
      startsAt={null}
      timeZone="Europe/Rome"
      send={send}
      pending={false}
    />,
  );
  click(button(page.host, 'Sono tornato'));
  expect(sent).toEqual([[{ type: 'presence.enter', door: 'self' }, { keep: true }]]);
});
test('[RO7] the roll call is one tap, and is called received only when the server says so', () => {
  const { sent, send } = outbox();
  const asked = mine({ rollCall: { id: rollCall, answered: false }, may: { enter: false, leave: true, hereNow: true } });
  const props = { view, send, timeZone: 'Europe/Rome', answeredAt: null };
  const page = draw(<RollCallMember {...props} mine={asked} pending={false} />);
  expect(page.one('.eyebrow').textContent).toBe('Appello delle 15.46');
  click(button(page.host, 'Sono qui'));
  expect(sent).toEqual([[{ type: 'presence.imHere', rollCall, edit: 1 }, { keep: true }]]);
  page.again(<RollCallMember {...props} mine={asked} pending />);
  expect(page.one('.band.time').textContent).toContain('Non ancora inviato');
  expect(page.host.textContent).not.toContain('Sei qui');
  page.again(<RollCallMember {...props} mine={mine({ rollCall: { id: rollCall, answered: true } })} pending={false} />);
  expect(page.one('h1').textContent).toContain('Sei qui');
});
test('[RO2] leaving is asked once more before it is sent', () => {
  const { sent, send } = outbox();
  const page = draw(
    <RollCallMember
      view={view}
      mine={mine({ rollCall: { id: rollCall, answered: false }, may: { enter: false, leave: true, hereNow: true } })}
      send={send}
      timeZone="Europe/Rome"
      pending={false}
      answeredAt={null}
    />,
  );
  click(button(page.host, 'Esco adesso'));
  expect(sent).toEqual([]);
  click(button(page.one('dialog'), 'Esco adesso'));
  expect(sent).toEqual([[{ type: 'presence.leave' }, { keep: true }]]);
});
test('[IN1] the same page in Arabic has Arabic words', async () => {
  await setLang('ar');
  const { send } = outbox();
  const page = draw(
    <ArrivalMember view={view} mine={mine()} phase="doors" startsAt={null} timeZone="Europe/Rome" send={send} pending={false} />,
  );
  expect(page.host.textContent).toMatch(/المقعد/u);
  await setLang('it');
});
