// What a table facilitator is asked before it happens: the reveal, the close of the dots, what else can be done with a note or a theme.
// The object and the number stand in the buttons; who has not written yet is said as far as it is known, as a number (BO2). Safe for phones.
import { useState } from 'react';
import type { BoardAbout } from '../../../shared/board/shown.ts';
import { boardLimits } from '../../../shared/board/limits.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { Band } from '../../ui/Band.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, isTooLong } from '../../ui/Field.tsx';
import { noteIn, themeIn, useStable, useTree } from './outline.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { boardTableTexts } from './tableTexts.ts';
import type { Acts } from './useActs.ts';

interface Asked {
  about: BoardAbout;
  acts: Acts;
  onClose: () => void;
}

/** "Scopri i 17 biglietti al tavolo?" */
export function RevealDialog({ about, acts, onClose }: Asked) {
  const t = useTexts(boardTableTexts);
  const quiet = Math.max(0, about.people - about.writers);
  const { clock, silence } = about;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('reveal.title', { n: about.notes })}
      noCross
      footer={
        <>
          <Button
            thumb
            variant="primary"
            onPress={() => {
              onClose();
              void acts.act({ type: 'board.reveal', board: about.board, silence });
            }}
          >
            {t('reveal.go', { n: about.notes })}
          </Button>
          <Button
            thumb
            onPress={() => {
              onClose();
              if (clock !== null) void acts.act({ type: 'board.clock', board: about.board, wish: { kind: 'add', sec: 60 } });
            }}
          >
            {clock === null ? t('reveal.wait') : t('reveal.waitMinute')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('reveal.words', { n: about.people })}</p>
      {quiet === 0 ? null : (
        <Band kind="time" icon="pen">
          <b>{t('reveal.quiet', { n: quiet })}</b>
        </Band>
      )}
    </Dialog>
  );
}

export function CloseDotsDialog({ about, acts, onClose }: Asked) {
  const t = useTexts(boardTableTexts);
  const { dots } = about;
  if (dots.state !== 'open') return null;
  const missing = Math.max(0, dots.base - dots.finished);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('closeDots.title', { n: dots.begun })}
      noCross
      footer={
        <>
          <Button
            thumb
            variant="primary"
            onPress={() => {
              onClose();
              void acts.act({ type: 'board.closeDots', board: about.board, round: dots.round });
            }}
          >
            {t('closeDots.go', { n: dots.begun })}
          </Button>
          <Button thumb onPress={onClose}>
            {t('closeDots.wait')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('closeDots.words')}</p>
      {missing === 0 ? null : (
        <Band kind="time">
          <b>{t('closeDots.missing', { n: missing })}</b>
        </Band>
      )}
    </Dialog>
  );
}

export interface NoteMoreProps extends Asked {
  document: SharedDocument;
  note: string;
  mayHide: boolean;
  onEdit: () => void;
}

/** "Altro": change, minority, up and down in its list, put away, withdraw. */
export function NoteMore({ about, document, note, acts, mayHide, onEdit, onClose }: NoteMoreProps) {
  const t = useTexts(boardTableTexts);
  const p = useTexts(boardPhoneTexts);
  const areas = useStable(about.areas);
  const tree = useTree(document, areas);
  const [reason, setReason] = useState<string | null>(null);
  const shown = noteIn(document, note);
  if (shown === null) return null;
  const { board } = about;
  const column = tree.areas
    .flatMap((area) => area.columns.map((each) => ({ ...each, area: area.area })))
    .find(({ heads }) => heads.some(({ id }) => id === note));
  const heads = column?.heads ?? [];
  const index = heads.findIndex(({ id }) => id === note);
  const inList = areas.find(({ id }) => id === column?.area)?.shape.kind === 'column';
  const place = (before: string | null): void => {
    onClose();
    void acts.act(
      { type: 'board.place', board, note, area: column?.area ?? shown.area, theme: column?.theme ?? null, before, place: null },
      p('move.done'),
    );
  };
  if (reason !== null) {
    const long = isTooLong(reason, boardLimits.reasonChars);
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('hide.title')}
        footer={
          <>
            <Button
              thumb
              variant="primary"
              off={long ? p('missing.long', { max: boardLimits.reasonChars }) : undefined}
              onPress={() => {
                onClose();
                const hide = { type: 'board.hide', board, note };
                void acts.act({ ...hide, on: true, reason: reason.trim() }, t('hide.done'), { ...hide, on: false, reason: '' });
              }}
            >
              {t('hide.go')}
            </Button>
            <Button thumb onPress={() => setReason(null)}>
              {p('back')}
            </Button>
          </>
        }
      >
        <p className="soft">{t('hide.words')}</p>
        <Field label={t('hide.reason')} value={reason} max={boardLimits.reasonChars} dir="auto" onChange={setReason} />
      </Dialog>
    );
  }
  const minority = shown.minority === true;
  return (
    <Dialog open onClose={onClose} title={t('more.title')}>
      <p lang={shown.lang} dir="auto">
        {shown.text}
      </p>
      <div className="bp-more">
        <Button
          thumb
          onPress={() => {
            onClose();
            onEdit();
          }}
        >
          {p('act.edit')}
        </Button>
        <Button
          thumb
          icon="flag"
          onPress={() => {
            onClose();
            void acts.act({ type: 'board.flag', board, note, on: !minority }, t(minority ? 'minority.off' : 'minority.on'));
          }}
        >
          {t(minority ? 'minority.unset' : 'minority.set')}
        </Button>
        {inList && index > 0 ? (
          <Button thumb icon="up" onPress={() => place(heads[index - 1]?.id ?? null)}>
            {t('more.up')}
          </Button>
        ) : null}
        {inList && index >= 0 && index < heads.length - 1 ? (
          <Button thumb icon="downward" onPress={() => place(heads[index + 2]?.id ?? null)}>
            {t('more.down')}
          </Button>
        ) : null}
        {mayHide ? (
          <Button thumb icon="eyeoff" onPress={() => setReason('')}>
            {t('hide.button')}
          </Button>
        ) : null}
        <Button
          thumb
          onPress={() => {
            onClose();
            void acts.act({ type: 'board.withdraw', board, note }, p('act.withdrawn'));
          }}
        >
          {p('act.withdraw')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What can be done with a theme: another name, its place, taken away (its notes stay). */
export function ThemeMore({
  about,
  document,
  theme,
  acts,
  onRename,
  onClose,
}: Asked & { document: SharedDocument; theme: string; onRename: () => void }) {
  const t = useTexts(boardTableTexts);
  const areas = useStable(about.areas);
  const tree = useTree(document, areas);
  const shown = themeIn(document, theme);
  if (shown === null) return null;
  const { board } = about;
  const here = tree.areas.find(({ columns }) => columns.some((column) => column.theme === theme));
  const themes = (here?.columns ?? []).flatMap((column) => (column.theme === null ? [] : [column.theme]));
  const index = themes.findIndex((id) => id === theme);
  const place = (before: string | null): void => {
    onClose();
    void acts.act({ type: 'board.placeTheme', board, theme, area: here?.area ?? shown.area, before }, t('theme.moved'));
  };
  return (
    <Dialog open onClose={onClose} title={<span lang={shown.lang}>{shown.title}</span>}>
      <div className="bp-more">
        <Button
          thumb
          onPress={() => {
            onClose();
            onRename();
          }}
        >
          {t('theme.rename')}
        </Button>
        {index > 0 ? (
          <Button thumb icon="up" onPress={() => place(themes[index - 1] ?? null)}>
            {t('more.up')}
          </Button>
        ) : null}
        {index >= 0 && index < themes.length - 1 ? (
          <Button thumb icon="downward" onPress={() => place(themes[index + 2] ?? null)}>
            {t('more.down')}
          </Button>
        ) : null}
        <Button
          thumb
          onPress={() => {
            onClose();
            void acts.act({ type: 'board.removeTheme', board, theme }, t('theme.removed'));
          }}
        >
          {t('theme.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
