// Stories with laws: given what happened, when somebody wishes something, then these facts, or this refusal.
// Used by every room's tests; it runs the real rules over the real rooms, without server or store.
import { expect } from 'vitest';
import { actorLabel } from './audience.ts';
import type { Actor } from './audience.ts';
import { createBox } from './box.ts';
import type { Box } from './box.ts';
import { createDocuments } from './document.ts';
import type { Documents, Published } from './document.ts';
import { nobody, refuse } from './room.ts';
import type { AnyCommand, AnyFact, AnyRoom, Connections, Context, Outcome, People, ViewContext } from './room.ts';
import { apply, commonView, decide, emptyStates, house, mineView, reactions, route } from './session.ts';
import type { States } from './session.ts';
import type { Lang } from './text.ts';

export interface ScenarioOptions {
  readonly now?: number;
  readonly assembly?: unknown;
  readonly people?: People;
  readonly connections?: Connections;
  readonly session?: string | null;
}

export class Scenario {
  states: States;
  now: number;
  seq = 0;
  readonly log: AnyFact[] = [];
  readonly box: Box = createBox();
  readonly documents: Documents = createDocuments();
  /** The id of the last wish. */
  wish = '';
  last: Outcome | undefined;
  private ids = 0;
  private wishes = 0;
  private readonly house;
  private readonly options: ScenarioOptions;

  constructor(rooms: readonly AnyRoom[], options: ScenarioOptions = {}) {
    this.house = house(rooms);
    this.options = options;
    this.states = emptyStates(this.house);
    this.now = options.now ?? Date.UTC(2026, 10, 21, 8, 0);
  }

  /** Facts that already happened, one second apart. */
  given<const Fact extends AnyFact>(...list: readonly Fact[]): this {
    for (const fact of list) this.happen(fact, 'system');
    return this;
  }

  /** Time passes. */
  after(ms: number): this {
    this.now += ms;
    return this;
  }

  context(actor: Actor): Context {
    return {
      actor,
      now: this.now,
      newId: () => `id${String(++this.ids).padStart(10, '0')}`,
      session: this.options.session ?? 'session000001',
      assembly: this.options.assembly ?? {},
      people: this.options.people ?? new Map(),
      box: this.box,
      documents: this.documents,
      wish: this.wish,
    };
  }

  viewContext(lang: Lang = 'it'): ViewContext {
    return {
      now: this.now,
      lang,
      assembly: this.options.assembly ?? {},
      people: this.options.people ?? new Map(),
      box: this.box,
      documents: this.documents,
      connections: this.options.connections ?? nobody,
    };
  }

  /** A wish, through the same door as on the wire: schema, rights, rule; its facts (and what they cause) are applied. */
  when(raw: unknown, actor: Actor): this {
    this.wish = `wish${String(++this.wishes).padStart(8, '0')}`;
    const routed = route(this.house, raw);
    if (routed.kind === 'refused') {
      this.last = routed;
      return this;
    }
    this.perform(routed.room, routed.command, actor);
    return this;
  }

  private perform(room: AnyRoom, command: AnyCommand, actor: Actor): void {
    const outcome = decide(room, command, this.states, this.context(actor));
    this.last = outcome;
    if (outcome.kind === 'answer') {
      this.box.put(outcome.box, { key: outcome.voter, edit: outcome.edit, at: this.now, body: outcome.body });
    } else if (outcome.kind === 'writing') {
      this.documents.put(outcome.document, outcome.changes);
    } else if (outcome.kind === 'facts') {
      for (const fact of outcome.facts) this.happen(fact, actorLabel(actor));
      for (const fact of outcome.facts)
        for (const caused of reactions(this.house, this.states, fact)) this.perform(caused.room, caused.command, { role: 'system' });
      this.last = outcome;
    }
  }

  private happen(fact: AnyFact, by: string): void {
    const owner = this.house.byName.get(fact.type.slice(0, fact.type.indexOf('.')));
    if (owner) owner.facts.parse(fact);
    this.seq += 1;
    this.log.push(fact);
    this.states = apply(this.house, this.states, fact, { seq: this.seq, at: this.now, by, session: null });
    this.now += 1000;
  }

  then(...expected: readonly object[]): this {
    expect(this.last).toMatchObject({ kind: 'facts', facts: expected });
    return this;
  }

  thenAnswer(expected: object): this {
    expect(this.last).toMatchObject({ kind: 'answer', ...expected });
    return this;
  }

  /** The wish was written into its document. */
  thenWritten(): this {
    expect(this.last).toMatchObject({ kind: 'writing' });
    return this;
  }

  /** What devices receive of a document: map → id → fields. */
  published(room: AnyRoom, document: string): Readonly<Record<string, Readonly<Record<string, Published['fields']>>>> {
    const maps: Record<string, Record<string, Published['fields']>> = {};
    for (const [id, body] of this.documents.items(document)) {
      const shown = room.documents?.publish(this.states[room.name], document, id, body) ?? null;
      if (shown) (maps[shown.map] ??= {})[id] = shown.fields;
    }
    return maps;
  }

  thenNothing(): this {
    expect(this.last).toEqual({ kind: 'nothing' });
    return this;
  }

  refused(code: string, params?: object): this {
    expect(this.last).toMatchObject(params ? { ...refuse(code), params } : refuse(code));
    return this;
  }

  /** The facts of the last wish, for reading. */
  get facts(): readonly AnyFact[] {
    return this.last?.kind === 'facts' ? this.last.facts : [];
  }

  view(role: Exclude<Actor['role'], 'system'>, lang: Lang = 'it'): Readonly<Record<string, unknown>> {
    return commonView(this.house, this.states, role, this.viewContext(lang));
  }

  mine(actor: Actor, lang: Lang = 'it'): Readonly<Record<string, unknown>> {
    return mineView(this.house, this.states, actor, this.viewContext(lang));
  }
}

export const scenario = (rooms: readonly AnyRoom[], options?: ScenarioOptions): Scenario => new Scenario(rooms, options);
