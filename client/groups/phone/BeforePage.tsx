// "Prima di andare": what a table has ready when it is called back, and what is missing, with the way to it (GR4). Nothing holds anybody
// back: it is a list, not a gate. What it says of the board comes from whoever shows it. Safe for phones.
import type { ReactNode } from 'react';
import type { GroupsTableMine } from '../../../shared/groups/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { groupsTableTexts } from './tableTexts.ts';
import { useAsk } from './useAsk.ts';

export interface BeforePageProps {
  mine: GroupsTableMine;
  /** What the table's board has; null: no board. `dots` null: none were opened. */
  board: {
    readonly themes: number;
    readonly loose: number;
    readonly dots: { readonly finished: number; readonly of: number; readonly closed: boolean } | null;
  } | null;
  send: Send;
  notice?: ReactNode | undefined;
  help: ReactNode;
  onSeeLoose: () => void;
  onSpokesperson: () => void;
  onBack: () => void;
}

export function BeforePage({ mine, board, send, notice, help, onSeeLoose, onSpokesperson, onBack }: BeforePageProps) {
  const t = useTexts(groupsTableTexts);
  const { ask, refused } = useAsk(send);
  const asked = mine.call?.about === 'time';
  const spokesperson = mine.about?.spokesperson ?? null;
  return (
    <>
      {notice}
      <main>
        <h1 className="title">{t('before.title')}</h1>
        <ul className="gp-checks">
          {board === null ? null : (
            <>
              <Item ok={board.themes > 0} words={board.themes > 0 ? t('before.themes', { n: board.themes }) : t('before.noThemes')} />
              <Item
                ok={board.loose === 0}
                words={board.loose === 0 ? t('before.noLoose') : t('before.loose', { n: board.loose })}
                act={board.loose === 0 ? null : { label: t('before.see'), press: onSeeLoose }}
              />
              {board.dots === null ? null : (
                <Item
                  ok={board.dots.closed}
                  words={t(board.dots.closed ? 'before.dotsClosed' : 'before.dots', { n: board.dots.finished, of: board.dots.of })}
                  act={board.dots.closed ? null : { label: t('before.see'), press: onBack }}
                />
              )}
            </>
          )}
          <Item
            ok={spokesperson !== null}
            words={spokesperson === null ? t('before.noSpokesperson') : t('before.spokesperson', { seat: spokesperson })}
            act={
              mine.may.spokesperson
                ? { label: spokesperson === null ? t('before.choose') : t('before.change'), press: onSpokesperson }
                : null
            }
          />
        </ul>
        {asked ? (
          <p className="gp-asked" role="status">
            {t('before.asked')}
          </p>
        ) : null}
      </main>
      <footer className="thumb-zone">
        {refused === null ? null : (
          <p className="why" role="alert">
            {refused}
          </p>
        )}
        <div className="gp-two">
          {help}
          <Button thumb onPress={onBack}>
            {t('back')}
          </Button>
        </div>
        <Button
          thumb
          off={asked ? t('before.asked') : mine.may.callHelp ? undefined : t('notNow')}
          onPress={() => void ask({ type: 'groups.callHelp', about: 'time', words: '' })}
        >
          {t('before.askTime')}
        </Button>
      </footer>
    </>
  );
}

function Item({ ok, words, act }: { ok: boolean; words: string; act?: { readonly label: string; readonly press: () => void } | null }) {
  const t = useTexts(groupsTableTexts);
  return (
    <li>
      <span className={ok ? 'gp-tick ok' : 'gp-tick'}>
        {ok ? <Icon name="check" label={t('before.ready')} /> : <span className="sr-only">{t('before.missing')}</span>}
      </span>
      <span className="grow">{words}</span>
      {act === undefined || act === null ? null : (
        <Button variant="quiet" onPress={act.press}>
          {act.label}
        </Button>
      )}
    </li>
  );
}
