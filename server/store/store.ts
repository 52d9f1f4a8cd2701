/**
 * What Plenaria keeps, and how it lets go of it: the one data layer that the server speaks to.
 * Logs of facts (append only, one order each), the box of answers and ballots, secrets that get destroyed,
 * people that can be erased, access, files and small documents. Two engines stand behind it (`sqlite.ts`,
 * `postgres.ts`) with the same repository code and the same contract suite (`contract.ts`).
 * The store knows no room, no clock and no hash: bodies are opaque text, times and ids come in as arguments.
 * Every write is durable when its promise resolves; every promise that rejects has changed nothing,
 * except where a method says that the outcome is unknown.
 */

/** An assembly's log lives for years, a session's for one day. `id` has no length limit here: ids are checked at the door. */
export type LogName = { readonly scope: 'assembly' | 'session'; readonly id: string };

/** One fact as stored. `seq` counts 1, 2, 3… within its log; `at` is epoch ms; `body` is canonical JSON. */
export type FactRow = {
  readonly seq: number;
  readonly at: number;
  /** Who: a role, or `role:opaque id`. Never a name. */
  readonly by: string;
  /** The id of the command that caused it, or null. */
  readonly cause: string | null;
  readonly body: string;
  readonly hash: string;
  /** For facts of an assembly made during a session: that session's id. */
  readonly session: string | null;
};

/** Something that must still reach another log. `id` is the fact's own id: delivering twice is harmless. */
export type OutboxRow = { readonly id: string; readonly to: LogName; readonly body: string; readonly at: number };

/** An answer or ballot on its way into an open box. `key` is the seat, the device or the phone's own receipt. */
export type AnswerRow = {
  readonly box: string;
  readonly session: string;
  readonly key: string;
  /** Grows with every change of the same key; a stored one is replaced only by a greater one. */
  readonly edit: number;
  readonly at: number;
  readonly body: string;
};

/** A row of a box that is still open. */
export type BoxRow = { readonly key: string; readonly edit: number; readonly at: number; readonly body: string };

/**
 * A box as it stands. Open: rows sorted by key (no trace of who came first); a box nobody has answered reads as open and empty.
 * Sealed: only the bodies are left, sorted by UTF-16 code units.
 */
export type BoxContents =
  { readonly state: 'open'; readonly rows: readonly BoxRow[] } | { readonly state: 'sealed'; readonly bodies: readonly string[] };

/** An item of a document as stored. `at` is epoch ms of when it first came; `body` null takes it away. */
export type ItemRow = { readonly document: string; readonly id: string; readonly at: number; readonly body: string | null };

export type BoxSummary = { readonly box: string; readonly state: 'open' | 'sealed'; readonly rows: number };

/**
 * What sealing (or destroying, or erasing) could do. `clean`: nothing is left in tables, free pages or write-ahead files.
 * `wal`: the tables are clean, but the engine may not empty its write-ahead log now (PostgreSQL without the right to
 * CHECKPOINT, with `wal_recycle = on`, or with archiving or a replica). Show it where secrecy is promised.
 */
export type Scrub = { readonly left: 'clean' | 'wal' };

/** A member's erasable side: nothing of it may ever enter a log. `attributes` is JSON. */
export type PersonRow = { readonly member: string; readonly name: string | null; readonly attributes: string };

/** A link, a device or an account's browser. Only the hash of its token is stored. */
export type AccessRow = {
  readonly id: string;
  readonly hash: string;
  readonly kind: 'link' | 'device' | 'account';
  readonly role: string;
  readonly assembly: string | null;
  readonly session: string | null;
  readonly member: string | null;
  /** What it is for: a table facilitator's table, the expert who answers. */
  readonly of: string | null;
  readonly group: string | null;
  readonly label: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number | null;
  readonly revokedAt: number | null;
};

export type AccountRow = { readonly id: string; readonly name: string; readonly passHash: string; readonly createdAt: number };

export type FileInfo = {
  readonly id: string;
  readonly session: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly createdAt: number;
};
export type FileRow = Omit<FileInfo, 'size'> & { readonly bytes: Uint8Array };

export type DocRow = { readonly id: string; readonly json: string };

export type Health = { readonly ok: true } | { readonly ok: false; readonly code: StoreFailureCode; readonly detail: string };

/**
 * full: no room left. gone: disk, file or server out of reach. busy: another writer held it too long. locked: another process
 * owns this data folder. In all four the store tries again by itself at the next call; `detail` is for the log, not for people.
 */
export type StoreFailureCode = 'store.full' | 'store.gone' | 'store.busy' | 'store.locked';

export class StoreFailed extends Error {
  readonly code: StoreFailureCode;
  constructor(code: StoreFailureCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'StoreFailed';
    this.code = code;
  }
}

/** Someone else has appended to this log since it was read: read again, decide again. */
export class ConcurrentAppend extends Error {
  readonly log: LogName;
  readonly expectedSeq: number;
  constructor(log: LogName, expectedSeq: number) {
    super(`log ${log.scope}:${log.id} does not end at ${expectedSeq}`);
    this.name = 'ConcurrentAppend';
    this.log = log;
    this.expectedSeq = expectedSeq;
  }
}

/** The box was sealed: nothing enters it any more. */
export class SealedBox extends Error {
  readonly box: string;
  constructor(box: string) {
    super(`box ${box} is sealed`);
    this.name = 'SealedBox';
    this.box = box;
  }
}

/** Every method may throw StoreFailed. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';

  /**
   * Appends in one transaction, with what must reach other logs. Throws ConcurrentAppend unless the log ends at `expectedSeq`
   * (0 for a new one). `facts` count on from there without a gap. After StoreFailed 'store.gone' the outcome is unknown
   * (the connection may have died between commit and answer): read the log again before going on.
   */
  append(log: LogName, facts: readonly FactRow[], expectedSeq: number, alsoOutbox?: readonly OutboxRow[]): Promise<void>;
  /** Facts in order, from `fromSeq` (inclusive, 1 by default). An unknown log is empty. */
  read(log: LogName, fromSeq?: number): Promise<readonly FactRow[]>;
  logs(scope: LogName['scope']): Promise<readonly LogName[]>;
  /** Replaces a fact's body in place (erase); its hash stays. False if there is no such fact. Slow: the file is rewritten. */
  redact(log: LogName, seq: number, body: string): Promise<boolean>;
  /**
   * A whole log and all that hangs on it: facts, outbox, boxes, files and accesses, scrubbed like a redaction. For what was never a
   * session of an assembly: the invented one, a draft made by mistake. An unknown log is fine. People and secrets have their own ways.
   */
  forgetLog(log: LogName): Promise<Scrub>;

  /**
   * Group commit: all rows in one transaction or none. Per (box, key) only a greater `edit` replaces. Result i is true when
   * row i is what the box now holds; false when an equal or newer edit was there already, or is later in the same call.
   * Throws SealedBox (and stores nothing) if any row's box is sealed. After 'store.gone' the outcome is unknown; sending again is safe.
   */
  putAnswers(rows: readonly AnswerRow[]): Promise<readonly boolean[]>;
  readBox(box: string): Promise<BoxContents>;
  boxesOf(session: string): Promise<readonly BoxSummary[]>;
  /**
   * For good: keys, edits, times and row order are gone from tables, free pages and write-ahead files; sorted bodies stay.
   * Boxes of one session are sealed together at little more than the cost of one. Sealing again changes nothing;
   * a box nobody answered is sealed empty. If the process dies midway, the next open finishes the job.
   */
  seal(session: string, boxes: readonly string[]): Promise<Scrub>;

  /** Group commit: all rows in one transaction or none; an item is replaced whole. After 'store.gone' the outcome is unknown; sending again is safe. */
  putItems(session: string, rows: readonly ItemRow[]): Promise<void>;
  /** In the order in which they first came. */
  readItems(session: string): Promise<readonly ItemRow[]>;
  /** Scrubbed like a sealed box. */
  forgetItems(session: string): Promise<Scrub>;

  putSecret(id: string, value: string): Promise<void>;
  getSecret(id: string): Promise<string | null>;
  /** Scrubbed like a sealed box. An unknown id is fine. */
  destroySecret(id: string): Promise<Scrub>;

  /** Inserts or replaces by member, all or none. */
  putPeople(assembly: string, rows: readonly PersonRow[]): Promise<void>;
  people(assembly: string): Promise<readonly PersonRow[]>;
  /** Scrubbed like a sealed box. */
  erasePeople(assembly: string, members: readonly string[] | 'all'): Promise<Scrub>;

  /** Inserts or replaces by id. Another id with the same hash is our bug and throws. */
  putAccess(row: AccessRow): Promise<void>;
  /** Revoked ones too: look at `revokedAt`. */
  findAccess(hash: string): Promise<AccessRow | null>;
  listAccess(
    where: { readonly session: string } | { readonly assembly: string } | { readonly role: string },
  ): Promise<readonly AccessRow[]>;
  /** Every link and device of a session, gone: who came in with which device is nobody's business once it is over. Returns how many. */
  forgetAccess(session: string): Promise<number>;
  /** The first revocation stays. */
  revokeAccess(id: string, at: number): Promise<void>;
  touchAccess(id: string, at: number): Promise<void>;

  /** Inserts or replaces by id (a new passphrase). A second account of the same name throws. */
  putAccount(row: AccountRow): Promise<void>;
  findAccount(name: string): Promise<AccountRow | null>;
  accounts(): Promise<readonly AccountRow[]>;

  putFile(row: FileRow): Promise<void>;
  getFile(id: string): Promise<FileRow | null>;
  /** Without the bytes; `size` in bytes; oldest first. */
  listFiles(session: string): Promise<readonly FileInfo[]>;
  deleteFile(id: string): Promise<void>;

  putDoc(kind: string, id: string, json: string): Promise<void>;
  getDoc(kind: string, id: string): Promise<string | null>;
  /** Sorted by id. */
  listDocs(kind: string): Promise<readonly DocRow[]>;
  deleteDoc(kind: string, id: string): Promise<void>;

  /** Oldest first. */
  pendingOutbox(): Promise<readonly OutboxRow[]>;
  doneOutbox(id: string): Promise<void>;

  /** Really writes. Never throws. */
  health(): Promise<Health>;
  /** Bytes free where the data lies; null where that cannot be known (memory, PostgreSQL). */
  freeBytes(): Promise<number | null>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
