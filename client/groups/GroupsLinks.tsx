/* The link of each table's facilitator, as a QR: a table without a laptop opens it on one phone and is led from there. Whoever has a link
   has that table, so each is made on request, is shown while this page stays open, and is taken back here.
   Printed as cards, four on an A4 sheet, one per table, to be put in the middle of it. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { GroupRow, GroupsDriverView } from '../../shared/groups/shown.ts';
import type { GroupId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { LiveLink, MadeLink } from '../kernel/sessionLinks.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { Said } from './Said.tsx';
import './console.css';

export interface GroupsLinksProps {
  readonly view: GroupsDriverView;
  readonly links: readonly LiveLink[];
  /** Takes links back, with every device that came in by them. */
  readonly takeBack: (ids: readonly string[]) => Promise<void>;
  /** Asks the server for a new link of this table; `label` is how it is listed. */
  readonly makeLink: (group: GroupId, label: string) => Promise<MadeLink>;
  readonly assembly: string;
  readonly onPlan: () => void;
}
export function GroupsLinks({ view, links, takeBack, makeLink, assembly, onPlan }: GroupsLinksProps) {
  const t = useTexts(groupsConsoleTexts);
  const say = useRefusal();
  const [made, setMade] = useState<ReadonlyMap<GroupId, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ readonly words: string; readonly code: string } | null>(null);
  const without = view.groups.filter(({ group }) => !made.has(group));
  const make = async (rows: readonly GroupRow[]): Promise<void> => {
    setBusy(true);
    setRefused(null);
    for (const row of rows) {
      const reply = await makeLink(
        row.group,
        `${t('rows.numbered', { number: row.number })}${row.name === null ? '' : ` · ${row.name.s}`}`,
      );
      if (!reply.ok) {
        setRefused({ words: say(reply), code: reply.code });
        break;
      }
      setMade((before) => new Map([...before, [row.group, reply.url]]));
    }
    setBusy(false);
  };
  if (view.groups.length === 0)
    return (
      <div className="groups-empty">
        <p>{t('links.noTables')}</p>
        <Button variant="primary" onPress={onPlan}>
          {t('assign.toPlan')}
        </Button>
      </div>
    );
  const cards = view.groups.flatMap((row) => {
    const url = made.get(row.group);
    return url === undefined ? [] : [{ row, url }];
  });
  return (
    <div className="groups-links">
      <h2>{t('links.title')}</h2>
      <p className="soft">{t('links.hint')}</p>
      <div className="row">
        {without.length > 0 ? (
          <Button variant="primary" icon="qr" off={busy ? t('links.busy') : undefined} onPress={() => void make(without)}>
            {t('links.make', { n: without.length })}
          </Button>
        ) : null}
        {cards.length > 0 ? (
          <Button icon="print" onPress={() => window.print()}>
            {t('links.print', { n: cards.length })}
          </Button>
        ) : null}
      </div>
      {refused === null ? null : (
        <Band kind="error" code={refused.code}>
          {refused.words}
        </Band>
      )}
      <ul className="groups-link-list">
        {view.groups.map((row) => {
          const url = made.get(row.group);
          const name = t('rows.numbered', { number: row.number });
          const live = links.filter(({ of }) => of === row.group);
          return (
            <li key={row.group}>
              {url === undefined ? null : <QrCode value={url} label={t('links.qr', { table: name })} size="7.5rem" />}
              <div>
                <h3>
                  {name}
                  {row.name === null ? null : (
                    <>
                      {' · '}
                      <Said of={row.name} />
                    </>
                  )}
                </h3>
                <p className="meta">{row.helpers > 0 ? t('links.open', { n: row.helpers }) : t('links.closed')}</p>
                {live.length === 0 ? null : (
                  <Button
                    variant="quiet"
                    onPress={() => {
                      setMade((before) => new Map([...before].filter(([group]) => group !== row.group)));
                      void takeBack(live.map(({ id }) => id));
                    }}
                  >
                    {t('links.takeBack', { n: live.length })}
                    <span className="sr-only">{name}</span>
                  </Button>
                )}
                {url === undefined ? (
                  <Button off={busy ? t('links.busy') : undefined} onPress={() => void make([row])}>
                    {t('links.makeOne')}
                    <span className="sr-only">{name}</span>
                  </Button>
                ) : (
                  <a className="groups-url" href={url} dir="ltr">
                    {url}
                  </a>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {createPortal(<TableCards cards={cards} assembly={assembly} />, document.body)}
    </div>
  );
}

/** Only on paper: beside the page's root, so that the page itself can be left out of the print. */
function TableCards({ cards, assembly }: { cards: readonly { readonly row: GroupRow; readonly url: string }[]; assembly: string }) {
  const t = useTexts(groupsConsoleTexts);
  return (
    <div className="groups-print a4">
      {cards.map(({ row, url }) => (
        <article key={row.group} className="groups-print-card">
          <p>{assembly}</p>
          <p className="groups-print-number">
            <span>{t('links.table')}</span> <b>{row.number}</b>
          </p>
          <h2>{row.name === null ? '' : <Said of={row.name} />}</h2>
          <QrCode value={url} label={t('links.qr', { table: t('rows.numbered', { number: row.number }) })} />
          <p>{t('links.cardHow')}</p>
        </article>
      ))}
    </div>
  );
}
