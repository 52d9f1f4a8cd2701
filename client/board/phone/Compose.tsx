// Writing a note: one prompt, one text box, the kinds as colour, sign and word (BO1). With the keyboard open box and button stay above it.
// The prompt can be changed where the board has several; bringing everybody to one changes it only while nothing is typed (K5). Safe for phones.
import { useId, useRef, useState, type ReactNode } from 'react';
import { boardLimits } from '../../../shared/board/limits.ts';
import type { AreaShown, BoardAbout } from '../../../shared/board/shown.ts';
import type { Said } from '../../../shared/kernel/text.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { BoardClock } from './BoardClock.tsx';
import { paperOf } from '../kinds.ts';
import { KindChoice } from './KindChoice.tsx';
import { useKeyboardOpen } from './keyboardOpen.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { Prompt } from '../Prompt.tsx';
import type { Writing } from './useWriting.ts';
import type { NoteDraft } from './written.ts';

export interface ComposeProps {
  about: BoardAbout;
  writing: Writing;
  now: number;
  /** What goes on over the prompt: "Scrittura in silenzio". */
  eyebrow: ReactNode;
  /** Between the prompt and the box: for whom it is entered; what is missing there, said when the button is pressed. */
  before?: ReactNode | undefined;
  missing?: string | undefined;
  /** How many have arrived: what was missing before the last one is not said beside it. */
  written: number;
  /** Under the box: who reads it, how many there are. */
  children?: ReactNode | undefined;
  /** Under the big button. */
  quiet?: ReactNode | undefined;
  /** Other words for the big button, and why it does not act. */
  button?: string | undefined;
  off?: string | undefined;
  onSubmit: () => void;
}

export function Compose(props: ComposeProps) {
  const { about, writing, now, eyebrow, children, quiet, button, off, written, onSubmit } = props;
  const t = useTexts(boardPhoneTexts);
  const [asked, setAsked] = useState<{ readonly why: 'empty' | 'long' | 'seat'; readonly words: string; readonly written: number } | null>(
    null,
  );
  const gesture = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const { draft, setDraft } = writing;
  useKeyboardOpen();
  const area = about.areas.find(({ id }) => id === draft.area) ?? about.areas[0];
  const [large, small] = headOf(about, area);
  const write = (next: NoteDraft): void => {
    setAsked(null);
    setDraft(next);
  };
  const lacks = () => writing.check() ?? (props.missing === undefined ? null : 'seat');
  // The older word goes when what it asked for is there, or a note has arrived since.
  const missing = asked === null || asked.why !== lacks() || asked.written !== written ? null : asked.words;
  const press = (): void => {
    const why = lacks();
    const box = gesture.current?.querySelector('textarea');
    if (why === null) {
      setAsked(null);
      onSubmit();
      // Ready for the next one: the keyboard stays.
      box?.focus();
      return;
    }
    const words =
      why === 'empty' ? t('missing.empty') : why === 'long' ? t('missing.long', { max: boardLimits.noteChars }) : (props.missing ?? '');
    setAsked({ why, words, written });
    announce(words);
    if (why === 'seat') before.current?.querySelector<HTMLElement>('select')?.focus();
    else box?.focus();
  };
  return (
    <>
      <main className="bp-write">
        <div className="bp-head">
          <p className="eyebrow">
            <span>{eyebrow}</span>
            <BoardClock clock={about.clock} now={now} />
          </p>
          {small === null ? null : (
            <p className="bp-column">
              <Prompt of={small} />
            </p>
          )}
          <h1 className="title" id={headingId}>
            <Prompt of={large} />
          </h1>
        </div>
        {about.areas.length > 1 ? <AreaChoice about={about} draft={draft} onChange={write} /> : null}
        {props.before === undefined ? null : (
          <div ref={before} className="bp-before">
            {props.before}
          </div>
        )}
        <div ref={gesture} className="bp-gesture">
          <KindChoice kinds={about.kinds} value={draft.kind} onChange={(kind) => write({ ...draft, kind })} />
          <div className={`note bp-paper ${paperOf[draft.kind]}`}>
            <TextArea
              label={t('box')}
              hideLabel
              rows={4}
              max={boardLimits.noteChars}
              value={draft.text}
              onChange={(text) => write({ ...draft, text })}
            />
          </div>
        </div>
        <div className="bp-aside">{children}</div>
      </main>
      <footer className="thumb-zone bp-foot">
        {missing === null ? null : (
          <p className="why" role="alert">
            {missing}
          </p>
        )}
        <Button thumb variant="primary" off={off} onPress={press}>
          {button ?? t('add')}
        </Button>
        <div className="bp-quiet">{quiet}</div>
      </footer>
    </>
  );
}

/** The question large, the column small: a column whose name asks is the question itself. With one column there is only that. */
const headOf = ({ areas, title }: BoardAbout, area: AreaShown | undefined): readonly [Said, Said | null] => {
  if (area === undefined) return [title, null];
  if (areas.length < 2 || area.prompt.s === title.s) return [area.prompt, null];
  return /[?؟]\s*$/u.test(area.prompt.s) ? [area.prompt, title] : [title, area.prompt];
};

/** Which question one answers, where the board has several. */
function AreaChoice({ about, draft, onChange }: { about: BoardAbout; draft: NoteDraft; onChange: (draft: NoteDraft) => void }) {
  const t = useTexts(boardPhoneTexts);
  const [open, setOpen] = useState(false);
  const place = about.areas.findIndex(({ id }) => id === draft.area) + 1;
  const elsewhere = about.focus !== null && about.focus !== draft.area ? about.focus : null;
  return (
    <p className="bp-areas">
      <span className="meta">{t('area.place', { n: place, all: about.areas.length })}</span>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('area.change')}
      </Button>
      {elsewhere === null ? null : (
        <Button variant="quiet" onPress={() => onChange({ ...draft, area: elsewhere })}>
          {t('area.together')}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={t('area.title')}>
        <Choices
          kind="one"
          legend={t('area.title')}
          options={about.areas.map(({ id, prompt }) => ({ id, label: <Prompt of={prompt} /> }))}
          chosen={[draft.area]}
          onChange={([chosen]) => {
            if (chosen !== undefined) onChange({ ...draft, area: chosen });
            setOpen(false);
          }}
        />
      </Dialog>
    </p>
  );
}
