// What those who drive must know of the house and cannot see: wrong codes being tried, a disk that fills up.
// Numbers of the last two minutes, no addresses and no devices by name (IN4).

export interface Alarm {
  readonly kind: 'wrongCodes' | 'diskLow' | 'crowd';
  readonly count: number;
  /** Phones that tried, or whole MB left. */
  readonly of: number;
  readonly at: number;
}

const windowMs = 2 * 60 * 1000;
/** A hall of ninety mistypes a handful of times; more than this is somebody trying. */
const manyWrong = 20;

export class Alarms {
  private readonly clock: () => number;
  private wrong: { readonly at: number; readonly device: string }[] = [];
  private disk: Alarm | null = null;
  onChange: () => void = () => undefined;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** A wrong code was tried from this device's door cookie. */
  wrongCode(device: string): void {
    const at = this.clock();
    this.wrong = [...this.wrong.filter((tried) => tried.at > at - windowMs), { at, device }].slice(-500);
    if (this.wrong.length >= manyWrong) this.onChange();
  }
  /** How many wrong codes this session has seen lately: each slows the next wrong one a little, never a right one. */
  recentWrong(): number {
    const since = this.clock() - windowMs;
    return this.wrong.filter(({ at }) => at > since).length;
  }
  diskLow(megabytes: number | null): void {
    const before = this.disk;
    this.disk = megabytes === null ? null : { kind: 'diskLow', count: 0, of: megabytes, at: this.clock() };
    if ((before === null) !== (this.disk === null)) this.onChange();
  }

  list(): readonly Alarm[] {
    const since = this.clock() - windowMs;
    const recent = this.wrong.filter(({ at }) => at > since);
    const last = recent.at(-1);
    return [
      ...(last && recent.length >= manyWrong
        ? [{ kind: 'wrongCodes' as const, count: recent.length, of: new Set(recent.map(({ device }) => device)).size, at: last.at }]
        : []),
      ...(this.disk ? [this.disk] : []),
    ];
  }
}
