/* Who answers: experts and technicians of the day, by the words the hall calls them, each with a page of their own that opens by a link
   or a QR. Whoever has the link answers as that expert, so each is made on request, shown while this page stays open, and taken back here. */
import { useState } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { ExpertRow, FloorDriverView } from '../../shared/floor/shown.ts';
import type { ExpertId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import type { LiveLink, MadeLink } from '../kernel/sessionLinks.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { useAsk, useFloorRefusal } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';

export interface FloorExpertsProps {
  readonly view: FloorDriverView;
  /** All their words are here: until then the list, which is set as a whole, is not changed. */
  readonly whole: boolean;
  /** Links that still open, of every expert. */
  readonly links: readonly LiveLink[];
  readonly makeLink: (expert: ExpertId, label: string) => Promise<MadeLink>;
  readonly takeBack: (ids: readonly string[]) => Promise<void>;
  readonly send: Send;
}
/** As it is written in the list: the id of a new one is made here. */
interface Expert {
  readonly id: string;
  readonly label: string;
  readonly about: string;
}
const written = ({ expert, label, about }: ExpertRow): Expert => ({ id: expert, label, about });

export function FloorExperts({ view, whole, links, makeLink, takeBack, send }: FloorExpertsProps) {
  const t = useTexts(floorConsoleTexts);
  const say = useFloorRefusal();
  const { ask, refused } = useAsk(send);
  const [editing, setEditing] = useState<ExpertId | null>(null);
  const [made, setMade] = useState<ReadonlyMap<ExpertId, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly words: string; readonly code: string } | null>(null);
  const experts = view.experts.map(written);
  const set = (next: readonly Expert[]): Promise<boolean> => ask({ type: 'floor.setExperts', experts: next });
  const make = async ({ expert, label }: ExpertRow): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const reply = await makeLink(expert, label);
    setBusy(false);
    if (reply.ok) setMade((before) => new Map([...before, [expert, reply.url]]));
    else setFailed({ words: say(reply), code: reply.code });
  };
  const forget = (expert: ExpertId, ids: readonly string[]): void => {
    setMade((before) => new Map([...before].filter(([each]) => each !== expert)));
    void takeBack(ids);
  };
  return (
    <div className="floor-experts">
      <p className="soft">{t('experts.hint')}</p>
      {view.experts.length === 0 ? <p>{t('experts.none')}</p> : null}
      <ul>
        {view.experts.map((row) => {
          const { expert, label, about } = row;
          const url = made.get(expert);
          const live = links.filter(({ of }) => of === expert).map(({ id }) => id);
          return (
            <li key={expert}>
              {url === undefined ? null : <QrCode value={url} label={t('experts.qr', { who: label })} size="7.5rem" />}
              <div>
                <h2 dir="auto">{label}</h2>
                {about === '' ? null : (
                  <p className="meta" dir="auto">
                    {about}
                  </p>
                )}
                <p className="meta">
                  {row.asked === 0 ? t('experts.nothing') : t('experts.asked', { n: row.asked, waiting: row.waiting })}
                </p>
                {url === undefined ? null : (
                  <a className="floor-link" href={url} dir="ltr">
                    {url}
                  </a>
                )}
                {editing === expert ? (
                  <ExpertForm
                    before={row}
                    onCancel={() => setEditing(null)}
                    onDone={async (words) => {
                      const done = await set(experts.map((each) => (each.id === expert ? { ...each, ...words } : each)));
                      if (done) setEditing(null);
                      return done;
                    }}
                  />
                ) : (
                  <div className="floor-acts">
                    {url === undefined ? (
                      <Button icon="qr" off={busy ? t('experts.busy') : undefined} onPress={() => void make(row)}>
                        {t('experts.link')}
                        <span className="sr-only">{label}</span>
                      </Button>
                    ) : null}
                    {live.length === 0 ? null : (
                      <Button variant="quiet" onPress={() => forget(expert, live)}>
                        {t('experts.takeBack', { n: live.length })}
                        <span className="sr-only">{label}</span>
                      </Button>
                    )}
                    <Button variant="quiet" off={whole ? undefined : t('loading')} onPress={() => setEditing(expert)}>
                      {t('experts.rename')}
                      <span className="sr-only">{label}</span>
                    </Button>
                    <Button
                      variant="quiet"
                      off={row.asked > 0 ? t('experts.keep') : whole ? undefined : t('loading')}
                      onPress={() => {
                        void set(experts.filter(({ id }) => id !== expert)).then((done) => {
                          if (done && live.length > 0) forget(expert, live);
                        });
                      }}
                    >
                      {t('experts.remove')}
                      <span className="sr-only">{label}</span>
                    </Button>
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {failed === null ? null : (
        <Band kind="error" code={failed.code}>
          {failed.words}
        </Band>
      )}
      {refused === null ? null : <p className="why">{refused}</p>}
      {experts.length >= floorLimits.experts ? (
        <p className="soft">{t('experts.full', { n: floorLimits.experts })}</p>
      ) : (
        <section aria-labelledby="floor-expert-new">
          <h2 id="floor-expert-new">{t('experts.new')}</h2>
          <ExpertForm
            before={null}
            off={whole ? undefined : t('loading')}
            onDone={(words) => set([...experts, { id: newId(), ...words }])}
          />
        </section>
      )}
    </div>
  );
}

interface ExpertFormProps {
  readonly before: ExpertRow | null;
  readonly off?: string | undefined;
  readonly onDone: (words: Pick<Expert, 'label' | 'about'>) => Promise<boolean>;
  readonly onCancel?: () => void;
}
function ExpertForm({ before, off: notYet, onDone, onCancel }: ExpertFormProps) {
  const t = useTexts(floorConsoleTexts);
  const [label, setLabel] = useState(before?.label ?? '');
  const [about, setAbout] = useState(before?.about ?? '');
  const long = isTooLong(label, floorLimits.whoChars) || isTooLong(about, floorLimits.whoChars);
  const off = label.trim() === '' ? t('experts.write') : long ? t('tooLong') : notYet;
  const go = async (): Promise<void> => {
    if (off !== undefined || !(await onDone({ label: label.trim(), about: about.trim() })) || before !== null) return;
    setLabel('');
    setAbout('');
  };
  return (
    <>
      <div className="floor-form">
        <Field
          label={t('experts.label')}
          hint={t('experts.labelHint')}
          value={label}
          onChange={setLabel}
          max={floorLimits.whoChars}
          dir="auto"
          onEnter={() => void go()}
        />
        <Field
          label={t('experts.about')}
          hint={t('experts.aboutHint')}
          value={about}
          onChange={setAbout}
          max={floorLimits.whoChars}
          dir="auto"
          onEnter={() => void go()}
        />
      </div>
      <div className="floor-acts">
        <Button variant="primary" off={off} onPress={() => void go()}>
          {t(before === null ? 'experts.add' : 'experts.save')}
        </Button>
        {onCancel === undefined ? null : <Button onPress={onCancel}>{t('cancel')}</Button>}
      </div>
    </>
  );
}
