/* What a phone kept without network and sent after its page was loaded anew, and the server refused: said, once, in words (K1). A note and
   a question keep their words on their own pages, and are said there. Safe for phones. */
import { floorRefusals } from '../floor/phone/useFloorAct.ts';
import type { RefusedWish } from '../kernel/connection.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useConnection } from '../kernel/live.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import { pollPhoneTexts } from '../poll/phoneTexts.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { refusedTexts } from './refusedTexts.ts';

const rooms = { ...floorRefusals, poll: refusalOf(pollPhoneTexts) };
const saidElsewhere = /^(board\.|floor\.ask$)/u;

export function RefusedBand({ refused }: { refused: readonly RefusedWish[] }) {
  const t = useTexts(refusedTexts);
  const say = useRefusal(rooms);
  const connection = useConnection();
  const lines = [...new Set(refused.filter(({ type }) => !saidElsewhere.test(type)).map(say))];
  if (lines.length === 0) return null;
  return (
    <Band
      kind="time"
      icon="nonet"
      title={t('title')}
      actions={
        <Button variant="quiet" onPress={() => connection?.dismiss()}>
          {t('read')}
        </Button>
      }
    >
      {lines.join(' ')}
    </Band>
  );
}
