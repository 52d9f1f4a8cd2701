// One phone's line over a network made of nothing: what it says of itself, what it keeps, what it sends again, and what it never does.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hello, Reply, ViewFrame } from '../../shared/kernel/protocol.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { browserShelf, noShelf } from './send.ts';
import type { Shelf } from './send.ts';
import type { Transport, TransportEvents } from './transport.ts';

interface Asked {
  readonly event: string;
  readonly payload: unknown;
  readonly yes: (reply: unknown) => void;
  readonly no: () => void;
}
/** The network in the test's hand: it opens, breaks and answers when it is told to. */
class Net {
  hello: () => Hello = () => {
    throw new Error('not opened');
  };
  events: TransportEvents | null = null;
  asked: Asked[] = [];
  told: string[] = [];
  reopened = 0;
  closed = false;
  readonly transport: Transport = {
    open: (hello, events) => {
      this.hello = hello;
      this.events = events;
    },
    reopen: () => {
      this.reopened += 1;
    },
    close: () => {
      this.closed = true;
    },
    ask: (event, payload) =>
      new Promise((resolve, reject) => {
        this.asked.push({ event, payload, yes: resolve, no: () => reject(new Error('lost')) });
      }),
    tell: (_, payload) => {
      this.told.push(payload);
    },
  };
  get wishes(): readonly Asked[] {
    return this.asked.filter(({ event }) => event === 'do');
  }
  get ids(): readonly unknown[] {
    return this.wishes.map(({ payload }) => (typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : null));
  }
  /** The line breaks: what was under way is lost, as on a real one. */
  breaks(): void {
    const open = this.asked;
    this.asked = [];
    for (const one of open) one.no();
    this.events?.onClose();
  }
}
const mineOf = (access: string, version = 1, epoch = 'e1'): ViewFrame => ({ epoch, now: 1000, mine: { version, data: { access } } });
const done: Reply = { ok: true, done: 'done', at: 5 };
const settle = () => vi.advanceTimersByTimeAsync(0);
const answer = { type: 'poll.answer', edit: 1 };

let net: Net;
let line: Connection;
const open = (shelf: Shelf = noShelf, access = 'phone1') => {
  net = new Net();
  line = connect({ transport: net.transport, role: 'member', session: null, lang: 'it', shelf });
  if (access !== '') {
    net.events?.onOpen();
    net.events?.onView(mineOf(access));
  }
};
const link = () => line.store.getState().link;
const pending = () => line.store.getState().pending;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  line.close();
  vi.useRealTimers();
});

describe('states of the line', () => {
  it('[K8] connecting, live, reconnecting since, live again, refused because: each as it is', () => {
    open(noShelf, '');
    expect(link()).toMatchObject({ kind: 'connecting' });
    net.events?.onClose();
    expect(link()).toMatchObject({ kind: 'connecting' });
    net.events?.onOpen();
    expect(link()).toEqual({ kind: 'live' });
    vi.advanceTimersByTime(7000);
    net.breaks();
    expect(link()).toEqual({ kind: 'reconnecting', since: Date.now() });
    const since = Date.now();
    vi.advanceTimersByTime(7000);
    net.breaks();
    expect(link()).toEqual({ kind: 'reconnecting', since });
    net.events?.onOpen();
    expect(link()).toEqual({ kind: 'live' });
    net.events?.onTold({ code: 'seat.moved', at: 77 });
    expect(link()).toEqual({ kind: 'refused', code: 'seat.moved', at: 77 });
    expect(net.closed).toBe(true);
    net.events?.onClose();
    expect(link()).toMatchObject({ kind: 'refused' });
    line.wake();
    expect(net.reopened).toBe(0);
  });

  it('[K8] it says what it still has, and in which language; another epoch starts the count again', () => {
    open();
    expect(net.hello()).toMatchObject({ have: { epoch: 'e1', common: 0, mine: 1 }, lang: 'it' });
    net.events?.onView({ epoch: 'e1', now: 1, common: { version: 17, lang: 'it', data: { say: 'ciao' } } });
    expect(net.hello()).toMatchObject({ have: { epoch: 'e1', common: 17, mine: 1 } });
    net.events?.onView({ epoch: 'e1', now: 1, common: { version: 12, lang: 'it', data: { say: 'vecchio' } } });
    expect(line.store.getState().common).toEqual({ say: 'ciao' });
    net.events?.onView({ epoch: 'e2', now: 1, common: { version: 1, lang: 'it', data: { say: 'dopo' } } });
    expect(line.store.getState().common).toEqual({ say: 'dopo' });
    expect(net.hello()).toMatchObject({ have: { epoch: 'e2', common: 1, mine: 0 } });
  });

  it('[IN1] another language is shown at once, whatever its number, and asked for whole after a sleep', () => {
    open();
    net.events?.onView({ epoch: 'e1', now: 1, common: { version: 17, lang: 'it', data: { say: 'ciao' } } });
    line.setLang('ar');
    expect(net.told).toEqual(['ar']);
    expect(net.hello()).toMatchObject({ lang: 'ar', have: { common: 0 } });
    net.events?.onView({ epoch: 'e1', now: 1, common: { version: 3, lang: 'ar', data: { say: 'مرحبا' } } });
    expect(line.store.getState().common).toEqual({ say: 'مرحبا' });
    expect(net.hello()).toMatchObject({ have: { common: 3 } });
    net.events?.onView({ epoch: 'e1', now: 1, common: { version: 4, lang: 'ar', data: { say: 'أهلا' } } });
    expect(line.store.getState().common).toEqual({ say: 'أهلا' });
  });

  it('[K7] the server’s time is known by a question, half the way there and half the way back', async () => {
    open();
    vi.advanceTimersByTime(200);
    net.asked.find(({ event }) => event === 'clock')?.yes(Date.now() + 60_000);
    await settle();
    expect(line.serverNow() - Date.now()).toBe(60_100);
  });
});

describe('a phone that wakes', () => {
  it('[K8] asks whether the line is alive, and opens it again when nothing comes back', async () => {
    open();
    net.asked = [];
    line.wake();
    line.wake();
    line.wake();
    expect(net.asked.map(({ event }) => event)).toEqual(['clock']);
    net.asked[0]?.no();
    await settle();
    expect(net.reopened).toBe(1);
  });

  it('[K8] a line that came back by itself meanwhile is left alone', async () => {
    open();
    net.asked = [];
    line.wake();
    const asked = net.asked[0];
    net.events?.onClose();
    net.events?.onOpen();
    asked?.no();
    await settle();
    expect(net.reopened).toBe(0);
  });

  it('[K8] one that was reconnecting tries at once; a first connection under way is not cut off', () => {
    open(noShelf, '');
    line.wake();
    expect(net.reopened).toBe(0);
    vi.advanceTimersByTime(6000);
    line.wake();
    expect(net.reopened).toBe(1);
    net.events?.onOpen();
    net.breaks();
    vi.advanceTimersByTime(2000);
    line.wake();
    expect(net.reopened).toBe(2);
  });
});

describe('what is sent', () => {
  it('[K3] without an answer the same wish goes again under the same id, also on the next line', async () => {
    open();
    const reply = line.send(answer, { keep: true });
    expect(pending()).toHaveLength(1);
    net.wishes[0]?.no();
    await vi.advanceTimersByTimeAsync(3000);
    expect(net.wishes).toHaveLength(2);
    const [id] = net.ids;
    net.breaks();
    await settle();
    net.events?.onOpen();
    await settle();
    expect(net.ids).toEqual([id]);
    net.wishes[0]?.yes(done);
    expect(await reply).toEqual(done);
    expect(pending()).toEqual([]);
  });

  it('[K8] nothing is called received before the server has said so', async () => {
    open();
    let received = false;
    void line.send(answer, { keep: true }).then(() => (received = true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(received).toBe(false);
    expect(pending()).toMatchObject([{ command: answer }]);
    net.wishes.at(-1)?.yes(done);
    await settle();
    expect(received).toBe(true);
  });

  it('[K8] a step without network is given up after ten seconds in words, and never happens later', async () => {
    open();
    net.breaks();
    const reply = line.send({ type: 'poll.close' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await reply).toMatchObject({ ok: false, code: 'kernel.offline' });
    net.events?.onOpen();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(net.wishes).toEqual([]);
  });

  it('[K8] a step that left and was not answered is not called undone: nobody knows; and it is not sent again', async () => {
    open();
    const reply = line.send({ type: 'poll.close' });
    await vi.advanceTimersByTimeAsync(8000);
    net.wishes[0]?.no();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toMatchObject({ ok: false, code: 'kernel.unsure' });
    const sent = net.wishes.length;
    net.wishes.at(-1)?.no();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(net.wishes).toHaveLength(sent);
  });

  it('[K2] a store in trouble is asked again, less and less often; a plain no is a no', async () => {
    open();
    const reply = line.send(answer, { keep: true });
    for (let n = 0; n < 4; n += 1) {
      net.wishes.at(-1)?.yes({ ok: false, code: 'store.full', at: 1 });
      await vi.advanceTimersByTimeAsync(12_000);
    }
    expect(net.wishes).toHaveLength(5);
    expect(new Set(net.ids).size).toBe(1);
    net.wishes.at(-1)?.yes({ ok: false, code: 'poll.tooLate', at: 1 });
    expect(await reply).toMatchObject({ code: 'poll.tooLate' });
    expect(
      await Promise.race([
        line.send({ type: 'poll.close' }).then(() => 'answered'),
        settle().then(() => net.wishes.at(-1)?.yes({ ok: false, code: 'store.full', at: 1 })),
      ]),
    ).toBeUndefined();
    await settle();
    expect(pending()).toEqual([]);
  });

  it('[K1] a bug of the server’s is not asked for ever', async () => {
    open();
    const reply = line.send(answer, { keep: true });
    for (let n = 0; n < 12; n += 1) {
      net.wishes.at(-1)?.yes({ ok: false, code: 'kernel.bug', at: 1 });
      await vi.advanceTimersByTimeAsync(12_000);
    }
    expect(await reply).toMatchObject({ code: 'kernel.bug' });
    expect(net.wishes.length).toBeLessThanOrEqual(5);
  });

  it('[K1] an answer that is no answer is asked for again', async () => {
    open();
    const reply = line.send(answer, { keep: true });
    net.wishes[0]?.yes('what?');
    await vi.advanceTimersByTimeAsync(3000);
    net.wishes.at(-1)?.yes(done);
    expect(await reply).toEqual(done);
  });

  it('[K1] once refused, every wish is answered with why', async () => {
    open();
    net.events?.onTold({ code: 'access.revoked', at: 1 });
    expect(await line.send(answer, { keep: true })).toMatchObject({ ok: false, code: 'access.revoked' });
    expect(await line.send({ type: 'x.y' })).toMatchObject({ ok: false, code: 'access.revoked' });
  });
});

describe('the shelf', () => {
  it('[K8] an answer not yet sent survives a closed page, and is sent as the same wish', async () => {
    open(browserShelf('member'));
    net.breaks();
    void line.send(answer, { keep: true });
    void line.send({ type: 'poll.close' });
    const before = pending().find(({ keep }) => keep)?.id;
    line.close();
    open(browserShelf('member'));
    await settle();
    expect(net.ids).toEqual([before]);
    net.wishes[0]?.yes(done);
    await settle();
    line.close();
    open(browserShelf('member'));
    await settle();
    expect(net.wishes).toEqual([]);
  });

  it('[K1] what was kept and is refused after the page was loaded anew is held to be said, until it was read', async () => {
    open(browserShelf('member'));
    net.breaks();
    void line.send({ type: 'floor.raise' }, { keep: true });
    line.close();
    open(browserShelf('member'));
    await settle();
    expect(line.store.getState().refused).toEqual([]);
    net.wishes[0]?.yes({ ok: false, code: 'floor.notRunning', at: 6 });
    await settle();
    expect(line.store.getState().refused).toEqual([{ type: 'floor.raise', code: 'floor.notRunning' }]);
    line.dismiss();
    expect(line.store.getState().refused).toEqual([]);
    const told = line.send(answer, { keep: true });
    net.wishes.at(-1)?.yes({ ok: false, code: 'poll.over', at: 7 });
    await expect(told).resolves.toMatchObject({ code: 'poll.over' });
    expect(line.store.getState().refused).toEqual([]);
  });

  it('[PO3] what one person left on a shared tablet is not sent in the name of the next', async () => {
    open(browserShelf('member'), 'seat1');
    net.breaks();
    void line.send(answer, { keep: true });
    line.close();
    open(browserShelf('member'), '');
    net.events?.onOpen();
    await settle();
    expect(net.wishes).toEqual([]);
    net.events?.onView(mineOf('seat2'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(net.wishes).toEqual([]);
    expect(pending()).toEqual([]);
    expect(line.store.getState().refused).toEqual([]);
  });

  it('[K8] yesterday’s answer has nobody to go to; a damaged or forbidden shelf is an empty one', () => {
    open(browserShelf('member'));
    net.breaks();
    void line.send(answer, { keep: true });
    line.close();
    vi.setSystemTime(Date.now() + 25 * 3_600_000);
    expect(browserShelf('member').load()).toEqual([]);
    for (const raw of ['{', '7', 'null', '[1,{}]', '[{"id":"x"}]']) {
      localStorage.setItem('plenaria.outbox.member', raw);
      expect(browserShelf('member').load()).toEqual([]);
    }
    const forbidden = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    expect(browserShelf('member').load()).toEqual([]);
    forbidden.mockRestore();
  });
});

describe('lists', () => {
  it('[K5] are asked for by version; without a network they say so', async () => {
    open();
    const reply = line.list('poll.result', 'p.1', 'v1');
    expect(net.asked.at(-1)).toMatchObject({ event: 'list', payload: { list: 'poll.result', key: 'p.1', have: 'v1' } });
    net.asked.at(-1)?.no();
    expect(await reply).toMatchObject({ ok: false, code: 'kernel.offline' });
  });
});
