// Card codes and card links: made from the card's id with a secret kept outside the database, so that they can be printed again
// at any time and are stored nowhere (decisions: codes). The QR carries 128 bits, the eight characters are for typing.
import { codeFrom, cardCodeLength } from '../../shared/kernel/codes.ts';
import { cardIdSchema } from '../../shared/kernel/ids.ts';
import type { CardId } from '../../shared/kernel/ids.ts';
import type { CardStanding, RosterReads } from '../../shared/roster/events.ts';
import { hmac, tokenFrom } from '../kernel/random.ts';

export interface CardKeys {
  readonly code: string;
  readonly token: string;
}

const longEnough = (secret: string, card: string): string => {
  // 32 bytes nearly always hold eight usable ones; the counter makes it certain.
  for (let round = 0; ; round += 1) {
    const code = codeFrom(hmac(secret, `card.code ${round} ${card}`), cardCodeLength);
    if (code !== null) return code;
  }
};

export class Cards {
  private readonly secret: string;
  private readonly keys = new Map<CardId, CardKeys>();
  private readonly byKey = new Map<string, CardId>();

  constructor(secret: string) {
    this.secret = secret;
  }

  keysOf(card: CardId): CardKeys {
    const known = this.keys.get(card);
    if (known) return known;
    const made = { code: longEnough(this.secret, card), token: tokenFrom(this.secret, `card.token ${card}`) };
    this.keys.set(card, made);
    this.byKey.set(made.code, card);
    this.byKey.set(made.token, card);
    return made;
  }

  /** The card with this code or token, among those ever given in this roll; undefined when there is none. */
  find(codeOrToken: string, reads: RosterReads): { readonly card: CardId; readonly standing: CardStanding } | undefined {
    const given = reads.roster?.cards;
    if (!given) return undefined;
    for (const card of given.keys()) if (!this.keys.has(card)) this.keysOf(card);
    const found = this.byKey.get(codeOrToken);
    const card = found === undefined ? undefined : cardIdSchema.safeParse(found).data;
    const standing = card && given.get(card);
    return card && standing ? { card, standing } : undefined;
  }
}
