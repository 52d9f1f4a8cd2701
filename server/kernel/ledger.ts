// One log at work: the queue that every wish of an assembly or a session goes through, one after the other.
//   parse → who → decide → append (durable) → evolve → tell          (house rule 9: never tell first)
// Answers wait in a batch and enter the box in one commit; any other wish waits for that commit first, so that a close counts
// every answer that entered the queue before it (decisions: the box). What is written into documents goes the same way, in a commit of its
// own: the first at once, the next 80 ms later, so that a hall that writes costs a commit, a reading and a push for all who wrote in between.
// A failed commit refuses the whole batch and evolves nothing.
import type { Actor } from '../../shared/kernel/audience.ts';
import { actorLabel } from '../../shared/kernel/audience.ts';
import { createBox } from '../../shared/kernel/box.ts';
import type { Box } from '../../shared/kernel/box.ts';
import type { ItemChange } from '../../shared/kernel/document.ts';
import type { Reply, Wish } from '../../shared/kernel/protocol.ts';
import { refuse } from '../../shared/kernel/room.ts';
import type { AnyCommand, AnyFact, AnyRoom, Context, FactMeta, Outcome, People, Undoable } from '../../shared/kernel/room.ts';
import { actsAfter, actsIn } from '../../shared/kernel/acts.ts';
import type { Act, Caused } from '../../shared/kernel/acts.ts';
import {
  apply,
  decide,
  emptyStates,
  isBuiltOn,
  lastUndoable,
  mayGive,
  nextDue,
  reactions,
  readingOf,
  roomOf,
  route,
} from '../../shared/kernel/session.ts';
import type { House, States, StepsIn } from '../../shared/kernel/session.ts';
import { ConcurrentAppend, SealedBox, StoreFailed } from '../store/store.ts';
import type { AnswerRow, FactRow, LogName, Store } from '../store/store.ts';
import { bodyOf, firstBreak, firstHash, hashOf, readBody } from './chain.ts';
import { Items } from './items.ts';
import { Late } from './late.ts';
import { hmac, newId } from './random.ts';

export interface Said {
  readonly fact: AnyFact;
  readonly meta: FactMeta;
}
/** What just became true, told after it is durable. */
export type Change =
  | { readonly kind: 'facts'; readonly facts: readonly Said[]; readonly actor: Actor }
  | { readonly kind: 'answers'; readonly voters: ReadonlySet<string> }
  | { readonly kind: 'written'; readonly documents: ReadonlySet<string>; readonly voters: ReadonlySet<string> }
  | { readonly kind: 'trouble' };

/** The store does not take what we give it: shown on the console, with the time of the last thing that was stored. */
export interface Trouble {
  readonly code: string;
  readonly since: number;
}

export interface LedgerOptions {
  readonly name: LogName;
  readonly house: House;
  readonly store: Store;
  readonly clock: () => number;
  /** What rooms of this log may read of the assembly's. */
  readonly assembly: () => unknown;
  readonly people: () => People;
  readonly onChange: (change: Change) => void;
  /** The session that an assembly's facts are made in; a session's own log says null. */
  readonly onError: (error: unknown) => void;
}

interface Job {
  readonly wish: Wish;
  readonly actor: Actor;
  readonly session: string | null;
  readonly resolve: (reply: Reply) => void;
}
interface PendingAnswer {
  readonly job: Job;
  readonly row: AnswerRow;
  readonly voter: string;
  readonly body: unknown;
}

interface PendingWriting {
  readonly job: Job;
  readonly document: string;
  readonly changes: readonly ItemChange[];
}

/** Under the 120 ms that others' screens may take, with room for the network; a lone note is stored, and seen, at once. */
const writingsEveryMs = 80;
const rememberedReplies = 20_000;
const largestBatch = 1000;
const mostFacts = 500;
const timerCeilingMs = 24 * 3600 * 1000;
/** How soon something that did not work is tried again by itself: what is due, a store that failed, a seal that is owed. */
const againMs = 5000;

/** A wish's id counts together with who wished it: nobody can use up another's. */
const once = (id: string, by: string): string => `${by} ${id}`;

export class Ledger {
  readonly name: LogName;
  readonly house: House;
  readonly box: Box;
  readonly items: Items;
  states: States;
  seq = 0;
  /** What those who lead did, as far as it can be taken back. */
  private acts: readonly Act[] = [];
  lastStoredAt: number;
  trouble: Trouble | null = null;
  private hash = firstHash;
  private lastAt = 0;
  private key: string | null = null;
  private late: Late | null = null;
  private readonly keys = new Map<string, string>();
  private readonly replies = new Map<string, Reply>();
  private queue: Job[] = [];
  private running: Promise<void> | null = null;
  private batch: PendingAnswer[] = [];
  private writings: PendingWriting[] = [];
  private writtenAt = Number.NEGATIVE_INFINITY;
  /** Ends the wait for the next commit of writings. */
  private wake: (() => void) | null = null;
  /** After a commit whose outcome is unknown, or somebody else's append: read the store again before going on. */
  private stale = false;
  private timer: NodeJS.Timeout | null = null;
  private recovery: NodeJS.Timeout | null = null;
  /** What facts have asked for and the store has not done yet: boxes to seal, the key to destroy. */
  private readonly owed = { boxes: new Set<string>(), forget: false };
  private stopped = false;
  private readonly options: LedgerOptions;

  private constructor(options: LedgerOptions) {
    this.options = options;
    this.name = options.name;
    this.house = options.house;
    this.states = emptyStates(options.house);
    // Revisions begin at the hour of the start: a device never holds one of the process before that means something else now.
    this.box = createBox((voter) => this.keyOf(voter), options.clock());
    this.items = new Items(options.clock());
    this.lastStoredAt = options.clock();
  }

  /** Reads the whole log, checks its chain, rebuilds the state and the boxes, finishes a seal that was interrupted, fires what is overdue. */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(options);
    const rows = await options.store.read(options.name);
    const said: Caused[] = [];
    const broken = firstBreak(rows);
    if (broken !== null) throw new Error(`the log ${options.name.scope}:${options.name.id} was changed at fact ${broken}`);
    const sealed = new Set<string>();
    let forgotten = false;
    for (const row of rows) {
      const fact = ledger.takeIn(row);
      if (!fact) continue;
      said.push({ fact, meta: row, cause: row.cause });
      for (const box of ledger.sealedBy(fact)) sealed.add(box);
      forgotten ||= ledger.forgets(fact);
    }
    ledger.acts = actsIn(options.house, [], said);
    await ledger.openKey(forgotten);
    // The seal first: nothing of a sealed box but its bodies is ever read again.
    if (sealed.size > 0) await options.store.seal(options.name.id, [...sealed]);
    await ledger.readBoxes();
    await ledger.readItems(forgotten);
    ledger.armTimer();
    return ledger;
  }

  get empty(): boolean {
    return this.seq === 0;
  }

  /** The step that can be taken back: of the last act of who leads, whichever room it was in (K9). */
  undoable(): Undoable | null {
    return lastUndoable(this.house, this.states, this.steps(this.items.reading));
  }
  private steps(documents: Context['documents']): StepsIn {
    return { box: this.box, documents, act: this.acts.at(-1) ?? null };
  }

  /** What other logs' rooms may read. */
  reading(): Readonly<Record<string, unknown>> {
    return readingOf(this.house, this.states);
  }

  /** Every wish is answered, in order; never rejects (K1). `session` is the session an assembly's wish is made in. */
  submit(wish: Wish, actor: Actor, session: string | null = null): Promise<Reply> {
    if (this.stopped) return Promise.resolve({ ok: false, code: 'kernel.stopping', at: this.options.clock() });
    return new Promise((resolve) => {
      this.queue.push({ wish, actor, session, resolve });
      this.wake?.();
      this.running ??= this.run();
    });
  }

  /** Waits for what is in the queue; afterwards every wish is refused. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    if (this.recovery) clearTimeout(this.recovery);
    this.wake?.();
    await this.running;
  }

  keyOf(voter: string): string | undefined {
    if (this.key === null) return undefined;
    let key = this.keys.get(voter);
    if (key === undefined) {
      key = hmac(this.key, voter).toString('base64url').slice(0, 22);
      this.keys.set(voter, key);
    }
    return key;
  }

  private async run(): Promise<void> {
    // What arrived in the same turn of the loop shares a commit.
    await new Promise((resolve) => setImmediate(resolve));
    for (;;) {
      const job = this.queue.shift();
      if (!job) {
        if (this.batch.length > 0) {
          await this.flushAnswers();
          continue;
        }
        if (this.writings.length > 0) {
          const wait = this.stopped ? 0 : this.writtenAt + writingsEveryMs - performance.now();
          if (wait > 0) await this.sleep(wait);
          else await this.flushWritings();
          continue;
        }
        // In the same step as the look into the queue: a wish that comes right now starts a run of its own.
        this.running = null;
        return;
      }
      try {
        await this.take(job);
      } catch (error) {
        this.options.onError(error);
        job.resolve({ ok: false, code: 'kernel.bug', at: this.now() });
      }
      if (this.batch.length + this.writings.length >= largestBatch) await this.flush();
    }
  }

  /** Until then, or until another wish comes. */
  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.wake = end;
    });
  }

  private now(): number {
    return Math.max(this.options.clock(), this.lastAt);
  }

  private context(job: Pick<Job, 'actor' | 'session' | 'wish'>): Context {
    return {
      actor: job.actor,
      now: this.now(),
      newId,
      session: this.name.scope === 'session' ? this.name.id : job.session,
      assembly: this.options.assembly(),
      people: this.options.people(),
      box: this.box,
      documents: this.items.ahead,
      wish: job.wish.id,
    };
  }

  private async take(job: Job): Promise<void> {
    // First what the store has and we have not: this very wish may be in it (a commit whose outcome was unknown).
    await this.settle();
    if (job.actor.role === 'system') await this.payOwed();
    const known = this.knownReply(job);
    if (known) return job.resolve(known);
    const routed = route(this.house, job.wish.command);
    if (routed.kind === 'refused') return this.answer(job, routed);
    const { room, command } = routed;
    if (!mayGive(room, command.type, job.actor.role)) return this.answer(job, refuse('kernel.notYours'));
    const grouped = (room.boxed?.includes(command.type) ?? false) || (room.written?.includes(command.type) ?? false);
    if (!grouped) {
      await this.flush();
      // A batch that failed a moment ago leaves the store to be read again first.
      await this.settle();
      if (this.stale) return this.answer(job, refuse(this.trouble?.code ?? 'store.gone'));
      await this.perform(job, room, command);
      return;
    }
    if (this.stale) return this.answer(job, refuse(this.trouble?.code ?? 'store.gone'));
    const outcome = decide(room, command, this.states, this.context(job));
    if (outcome.kind === 'refused' && outcome.late) await this.noteLate(outcome.late);
    if (outcome.kind === 'writing') {
      const { document, changes } = outcome;
      if (changes.length === 0) return this.answer(job, { kind: 'nothing' });
      this.items.stage({ document, changes });
      this.writings.push({ job, document, changes });
      return;
    }
    if (outcome.kind !== 'answer') {
      if (outcome.kind !== 'facts') return this.answer(job, outcome);
      await this.flush();
      return this.perform(job, room, command);
    }
    const key = this.keyOf(outcome.voter);
    if (key === undefined) return this.answer(job, refuse('kernel.boxSealed'));
    this.batch.push({
      job,
      voter: outcome.voter,
      body: outcome.body,
      row: { box: outcome.box, session: this.name.id, key, edit: outcome.edit, at: this.now(), body: JSON.stringify(outcome.body) },
    });
  }

  private async noteLate({ box, voter }: { readonly box: string; readonly voter: string }): Promise<void> {
    const key = this.keyOf(voter);
    if (key === undefined) return;
    try {
      await this.late?.note(box, key);
    } catch (error) {
      // The answer is refused all the same; only the number is one short.
      this.failed(error);
    }
  }
  /** How many came too late for a box. */
  lateOf(box: string): number {
    return this.late?.count(box) ?? 0;
  }

  private async flush(): Promise<void> {
    await this.flushAnswers();
    await this.flushWritings();
  }

  /** What waits for the documents, in one commit: stored, then read, then told. */
  private async flushWritings(): Promise<void> {
    const writings = this.writings;
    this.writings = [];
    if (writings.length === 0) return;
    this.writtenAt = performance.now();
    try {
      await this.options.store.putItems(this.name.id, this.items.rows(this.now()));
    } catch (error) {
      // Whether or not it is in the store: `settle` reads the items again before the next wish.
      const outcome = this.failed(error);
      for (const { job } of writings) this.answer(job, outcome);
      return;
    }
    const documents = this.items.commit();
    this.stored();
    const at = this.now();
    const voters = new Set<string>();
    for (const { job } of writings) {
      if (job.actor.role === 'member') voters.add(job.actor.member);
      const reply: Reply = { ok: true, done: 'done', at };
      this.remember(once(job.wish.id, actorLabel(job.actor)), reply);
      job.resolve(reply);
    }
    this.tell({ kind: 'written', documents, voters });
  }

  /** The box's group commit: stored, then counted, then told. */
  private async flushAnswers(): Promise<void> {
    let batch = this.batch;
    this.batch = [];
    while (batch.length > 0) {
      try {
        await this.options.store.putAnswers(batch.map(({ row }) => row));
        break;
      } catch (error) {
        const sealed = error instanceof SealedBox ? error.box : null;
        // One sealed box refuses its own answers, not those that only shared the commit.
        const refused = sealed === null ? batch : batch.filter(({ row }) => row.box === sealed);
        const outcome = this.failed(error);
        for (const { job } of refused) this.answer(job, outcome);
        batch = refused.length === 0 ? [] : batch.filter((one) => !refused.includes(one));
      }
    }
    if (batch.length === 0) return;
    this.stored();
    const voters = new Set<string>();
    for (const { row, voter, body, job } of batch) {
      const entered = this.box.put(row.box, { key: row.key, edit: row.edit, at: row.at, body });
      if (entered) voters.add(voter);
      // An equal edit is the same answer sent again: it is answered like the first time (K3).
      const same = this.box.of(row.box, voter)?.edit === row.edit;
      const reply: Reply = { ok: true, done: entered || same ? 'done' : 'nothing', at: row.at };
      // Also when the question has closed meanwhile: who did not hear "received" must not hear "too late" for what counted.
      this.remember(once(job.wish.id, actorLabel(job.actor)), reply);
      job.resolve(reply);
    }
    if (voters.size > 0) this.tell({ kind: 'answers', voters });
  }

  /** Decide, append, evolve, tell. Somebody else's append in between (another server) makes it read and decide again. */
  private async perform(job: Job, room: AnyRoom, command: AnyCommand): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const plan = this.plan(job, room, command);
      if (plan.kind !== 'facts') return this.answer(job, plan.outcome);
      try {
        await this.options.store.append(this.name, plan.rows, this.seq);
      } catch (error) {
        if (error instanceof ConcurrentAppend) {
          this.stale = true;
          if (!(await this.settle())) return this.answer(job, refuse(this.trouble?.code ?? 'store.gone'));
          const known = this.knownReply(job);
          if (known) return job.resolve(known);
          continue;
        }
        return this.answer(job, this.failed(error));
      }
      this.stored();
      this.states = plan.states;
      this.acts = actsAfter(this.house, this.acts, plan.said);
      this.seq = plan.rows.at(-1)?.seq ?? this.seq;
      this.hash = plan.rows.at(-1)?.hash ?? this.hash;
      this.lastAt = plan.rows.at(-1)?.at ?? this.lastAt;
      this.armTimer();
      await this.afterwards(plan.said);
      this.remember(once(job.wish.id, actorLabel(job.actor)), { ok: true, done: 'done', at: this.lastAt });
      job.resolve({ ok: true, done: 'done', at: this.lastAt });
      this.tell({ kind: 'facts', facts: plan.said, actor: job.actor });
      return;
    }
    this.answer(job, refuse('store.busy'));
  }

  /** The facts of a wish and all that they cause, applied to a copy of the state: nothing is changed until they are stored. */
  private plan(
    job: Job,
    room: AnyRoom,
    command: AnyCommand,
  ):
    | { readonly kind: 'facts'; readonly rows: readonly FactRow[]; readonly said: readonly Said[]; readonly states: States }
    | { readonly kind: 'not'; readonly outcome: Outcome } {
    if (isBuiltOn(this.house, this.states, room, command, this.steps(this.items.ahead)))
      return { kind: 'not', outcome: refuse('session.undoGone') };
    const first = decide(room, command, this.states, this.context(job));
    if (first.kind !== 'facts') return { kind: 'not', outcome: first };
    if (first.facts.length === 0) return { kind: 'not', outcome: { kind: 'nothing' } };
    const at = this.now();
    const rows: FactRow[] = [];
    const said: Said[] = [];
    let states = this.states;
    let hash = this.hash;
    // The facts of one decision all happen; then each may cause wishes, decided one after the other on what has happened by then.
    const happen = (list: readonly AnyFact[], by: string): void => {
      for (const fact of list) {
        const meta: FactMeta = { seq: this.seq + rows.length + 1, at, by, session: job.session };
        const row = { seq: meta.seq, at, by, cause: job.wish.id, body: bodyOf(fact), session: job.session };
        hash = hashOf(row, hash);
        rows.push({ ...row, hash });
        said.push({ fact, meta });
        states = apply(this.house, states, fact, meta);
        if (rows.length > mostFacts) throw new Error(`facts that cause each other without end, from ${command.type}`);
      }
      for (const fact of list)
        for (const caused of reactions(this.house, states, fact)) {
          const outcome = decide(caused.room, caused.command, states, this.context({ ...job, actor: { role: 'system' } }));
          if (outcome.kind === 'facts') happen(outcome.facts, 'system');
        }
    };
    happen(first.facts, actorLabel(job.actor));
    return { kind: 'facts', rows, said, states };
  }

  /** What must happen to the boxes because of facts: sealed, and the key that links a person to an answer destroyed. */
  private async afterwards(said: readonly Said[]): Promise<void> {
    for (const { fact } of said) {
      for (const box of this.sealedBy(fact)) this.owed.boxes.add(box);
      this.owed.forget ||= this.forgets(fact);
    }
    await this.payOwed();
  }

  private get owing(): boolean {
    return this.owed.boxes.size > 0 || this.owed.forget;
  }

  private async payOwed(): Promise<void> {
    if (!this.owing) return;
    const { owed } = this;
    const { store } = this.options;
    if (owed.forget) {
      // In memory at once: from here on nobody is looked up, whatever the disk does.
      this.key = null;
      this.keys.clear();
    }
    try {
      if (owed.boxes.size > 0) await store.seal(this.name.id, [...owed.boxes]);
      if (owed.forget) {
        await store.destroySecret(this.secretId());
        await this.late?.seal();
        await this.readItems(true);
      }
    } catch (error) {
      // The fact stands and the session goes on; the seal is tried again by itself and at the next start, and the console says so meanwhile.
      this.inTrouble(error);
      this.options.onError(error);
      return;
    }
    const done = [...owed.boxes];
    owed.boxes.clear();
    owed.forget = false;
    try {
      const read = await this.readBoxes();
      for (const box of done) if (!read.has(box)) this.box.clear(box);
    } catch (error) {
      this.failed(error);
    }
    this.stored();
  }

  private sealedBy(fact: AnyFact): readonly string[] {
    return this.house.rooms.flatMap((room) => room.seals?.(fact, this.states[room.name]) ?? []);
  }
  private forgets(fact: AnyFact): boolean {
    return this.house.rooms.some((room) => room.forgets?.(fact) ?? false);
  }
  private secretId(): string {
    return `box.${this.name.id}`;
  }

  private async openKey(forgotten: boolean): Promise<void> {
    if (this.name.scope !== 'session') return;
    const { store } = this.options;
    this.late = await Late.open(store, this.name.id);
    if (forgotten) {
      await store.destroySecret(this.secretId());
      await this.late.seal();
      return;
    }
    const known = await store.getSecret(this.secretId());
    this.key = known ?? `${newId()}${newId()}`;
    if (known === null) await store.putSecret(this.secretId(), this.key);
  }

  private async readBoxes(): Promise<ReadonlySet<string>> {
    const read = new Set<string>();
    for (const room of this.house.rooms) {
      for (const box of room.boxes?.(this.states[room.name]) ?? []) {
        const contents = await this.options.store.readBox(box);
        this.box.clear(box);
        read.add(box);
        if (contents.state === 'sealed')
          contents.bodies.forEach((body, index) => this.box.put(box, { key: `sealed.${index}`, edit: 1, at: 0, body: JSON.parse(body) }));
        else for (const row of contents.rows) this.box.put(box, { key: row.key, edit: row.edit, at: row.at, body: JSON.parse(row.body) });
      }
    }
    return read;
  }

  /** Reads what others, or a commit of unknown outcome, have left in the store. False when it could not. */
  private async settle(): Promise<boolean> {
    if (!this.stale) return true;
    try {
      const rows = await this.options.store.read(this.name, this.seq + 1);
      const said = rows.flatMap((row) => {
        const fact = this.takeIn(row);
        return fact ? [{ fact, meta: { seq: row.seq, at: row.at, by: row.by, session: row.session }, cause: row.cause }] : [];
      });
      this.acts = actsIn(this.house, this.acts, said);
      await this.readBoxes();
      await this.readItems(this.key === null);
      this.stale = false;
      this.stored();
      await this.afterwards(said);
      this.armTimer();
      // Also without a new fact: answers of an unknown commit may have come to light.
      this.tell({ kind: 'facts', facts: said, actor: { role: 'system' } });
    } catch (error) {
      this.failed(error);
    }
    return !this.stale;
  }

  /** What was being written goes with the session's key: nobody is to be found behind a note any more, and only frozen copies are cited. */
  private async readItems(forgotten: boolean): Promise<void> {
    if (this.name.scope !== 'session') return;
    const { store } = this.options;
    if (forgotten && (await store.readItems(this.name.id)).length > 0) await store.forgetItems(this.name.id);
    this.items.fill(forgotten ? [] : await store.readItems(this.name.id));
  }

  private knownReply(job: Job): Reply | undefined {
    return this.replies.get(once(job.wish.id, actorLabel(job.actor)));
  }

  /** A view that breaks is a bug of ours: it must not stop the queue (K6). */
  private tell(change: Change): void {
    try {
      this.options.onChange(change);
    } catch (error) {
      this.options.onError(error);
    }
  }

  private takeIn(row: FactRow): AnyFact | null {
    this.seq = row.seq;
    this.hash = row.hash;
    this.lastAt = row.at;
    if (row.cause !== null) this.remember(once(row.cause, row.by), { ok: true, done: 'done', at: row.at });
    const body = readBody(row.body);
    if (body.kind === 'redacted') return null;
    const fact = roomOf(this.house, body.fact.type)?.upcast?.(body.fact) ?? body.fact;
    this.states = apply(this.house, this.states, fact, { seq: row.seq, at: row.at, by: row.by, session: row.session });
    return fact;
  }

  private remember(id: string, reply: Reply): void {
    this.replies.set(id, reply);
    if (this.replies.size <= rememberedReplies) return;
    for (const oldest of this.replies.keys()) {
      this.replies.delete(oldest);
      return;
    }
  }

  private answer(job: Job, outcome: Outcome): void {
    const at = this.now();
    const reply: Reply =
      outcome.kind === 'refused'
        ? { ok: false, code: outcome.code, ...(outcome.params ? { params: outcome.params } : {}), at }
        : { ok: true, done: 'nothing', at };
    // A store that failed may work at the next try: that refusal is not the wish's last answer.
    if (reply.ok || !reply.code.startsWith('store.')) this.remember(once(job.wish.id, actorLabel(job.actor)), reply);
    job.resolve(reply);
  }

  private stored(): void {
    this.lastStoredAt = this.options.clock();
    if (!this.trouble || this.stale || this.owing) return;
    this.trouble = null;
    this.tell({ kind: 'trouble' });
  }

  /** The outcome is a refusal; after it the store is read again before anything else, since what was refused may be in it. */
  private failed(error: unknown): Outcome {
    if (error instanceof SealedBox) return refuse('kernel.boxSealed');
    this.stale = true;
    const code = this.inTrouble(error);
    if (!(error instanceof StoreFailed)) this.options.onError(error);
    return refuse(code);
  }

  private inTrouble(error: unknown): string {
    const code = error instanceof StoreFailed ? error.code : 'store.gone';
    this.trouble ??= { code, since: this.options.clock() };
    this.tell({ kind: 'trouble' });
    this.recoverSoon();
    return code;
  }

  /** Nobody may press anything for an hour: the store is looked at again by itself, through the queue as everything else. */
  private recoverSoon(): void {
    if (this.recovery || this.stopped) return;
    this.recovery = setTimeout(() => {
      this.recovery = null;
      if (this.stale || this.owing) void this.submit({ id: newId(), command: { type: 'kernel.settle' } }, { role: 'system' });
    }, againMs);
    this.recovery.unref();
  }

  /** One timer for the earliest thing that is due; after a restart it fires at once with the real time. */
  private armTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.stopped) return;
    const due = nextDue(this.house, this.states);
    if (!due) return;
    const wait = Math.max(0, due.at - this.options.clock());
    this.timer = setTimeout(
      () => {
        if (due.at > this.options.clock()) return this.armTimer();
        void this.submit({ id: newId(), command: due.command }, { role: 'system' }).then((reply) => {
          if (this.stopped || (reply.ok && reply.done === 'done')) return;
          if (this.timer) clearTimeout(this.timer);
          this.timer = setTimeout(() => this.armTimer(), againMs).unref();
        });
      },
      Math.min(wait, timerCeilingMs),
    );
    this.timer.unref();
  }
}
