// What is done with a note, one question a page: which one says the same, where it goes, what it should say. Every one is the twin of a
// gesture with the hand on the canvas (IN2). Whoever may do it sees it; the server decides. Safe for phones.
import { useId, useState, type ReactNode } from 'react';
import { boardLimits, noteKinds, type NoteKind } from '../../../shared/board/limits.ts';
import type { BoardAbout } from '../../../shared/board/shown.ts';
import { suggestSame } from '../../../shared/board/suggest.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices, type Option } from '../../ui/Choices.tsx';
import { isTooLong, TextArea } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { paperOf } from '../kinds.ts';
import { KindChoice, NoteSign } from './KindChoice.tsx';
import { noteIn, themeIn, useAllNotes, useStable, useTree } from './outline.ts';
import { readingOrder } from '../model.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { nearestQuarter } from '../target.ts';
import { placeOfQuarter, quartersOf } from './quarters.ts';
import { Prompt } from '../Prompt.tsx';
import { useKeyboardOpen } from './keyboardOpen.ts';
import type { Acts } from './useActs.ts';

export interface NotePageProps {
  about: BoardAbout;
  document: SharedDocument;
  note: string;
  acts: Acts;
  onDone: () => void;
}

/** A page with a question, its choices, one big button and the way back. */
export function AskPage({
  title,
  hint,
  children,
  button,
  onPress,
  back,
  onBack,
  why,
}: {
  title: ReactNode;
  hint?: ReactNode | undefined;
  children: ReactNode;
  button: string;
  onPress: () => void;
  back: string;
  onBack: () => void;
  why: string | null;
}) {
  return (
    <>
      <main className="bp-ask">
        <h1 className="title">{title}</h1>
        {hint === undefined ? null : <div className="soft bp-hint">{hint}</div>}
        {children}
      </main>
      <footer className="thumb-zone ruled">
        {why === null ? null : (
          <p className="why" role="alert">
            {why}
          </p>
        )}
        <Button thumb variant="primary" onPress={onPress}>
          {button}
        </Button>
        <Button thumb onPress={onBack}>
          {back}
        </Button>
      </footer>
    </>
  );
}

function Quoted({ document, note }: { document: SharedDocument; note: string }) {
  const shown = noteIn(document, note);
  return shown === null ? null : (
    <span className="bp-quoted">
      <NoteSign kind={shown.kind} />
      <span lang={shown.lang} dir={dirOf(shown.lang)}>
        {shown.text}
      </span>
    </span>
  );
}

/** "Uguale a…": the note goes under the one that says the same, with its own words. Those with the same words come first: a suggestion, no more (BO5). */
export function SamePage({ about, document, note, acts, onDone }: NotePageProps) {
  const t = useTexts(boardPhoneTexts);
  const tree = useAllNotes(document, about.areas);
  const [into, setInto] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const others = readingOrder(tree).flatMap((id) => {
    const other = noteIn(document, id);
    return other === null ? [] : [{ id, text: other.text, into: null, other }];
  });
  const alike = new Set(
    suggestSame(others, others.length).flatMap((one) => (one.note === note ? [one.into] : one.into === note ? [one.note] : [])),
  );
  const listed = others.filter(({ id }) => id !== note).sort((a, b) => Number(alike.has(b.id)) - Number(alike.has(a.id)));
  const press = (): void => {
    if (into === null) {
      setWhy(t('same.choose'));
      return announce(t('same.choose'));
    }
    void acts.act({ type: 'board.same', board: about.board, note, into }, t('same.done'));
    onDone();
  };
  return (
    <AskPage
      title={t('same.title')}
      hint={<Quoted document={document} note={note} />}
      button={t('same.go')}
      onPress={press}
      back={t('back')}
      onBack={onDone}
      why={why}
    >
      {listed.length === 0 ? (
        <p className="soft">{t('same.none')}</p>
      ) : (
        <Choices
          kind="one"
          legend={t('same.title')}
          options={listed.map(({ id, other }) => ({
            id,
            label: (
              <span lang={other.lang} dir={dirOf(other.lang)}>
                {other.text}
              </span>
            ),
            hint: alike.has(id) ? t('same.alike') : undefined,
            end: <NoteSign kind={other.kind} />,
          }))}
          chosen={into === null ? [] : [into]}
          onChange={([chosen]) => {
            setWhy(null);
            setInto(chosen ?? null);
          }}
        />
      )}
    </AskPage>
  );
}

interface Target {
  readonly id: string;
  readonly area: string;
  readonly theme: string | null;
  readonly quarter: number | null;
}

/** "Sposta in…": another area, a theme, a field of a 2×2. */
export function MovePage({ about, document, note, acts, onDone }: NotePageProps) {
  const t = useTexts(boardPhoneTexts);
  const areas = useStable(about.areas);
  const tree = useTree(document, areas);
  const shown = noteIn(document, note);
  const [chosen, setChosen] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const targets = areas.flatMap((area): (Target & Pick<Option, 'label' | 'hint'>)[] => {
    const columns = tree.areas.find((each) => each.area === area.id)?.columns ?? [];
    const where = areas.length === 1 ? undefined : <Prompt of={area.prompt} />;
    const quarters = quartersOf(area);
    if (quarters !== null)
      return quarters.map((names, quarter) => ({
        id: `${area.id} - ${quarter}`,
        area: area.id,
        theme: null,
        quarter,
        label: (
          <>
            {names.map((name, index) => (
              <span key={index}>
                {index === 0 ? null : ' · '}
                <Prompt of={name} />
              </span>
            ))}
          </>
        ),
        hint: where,
      }));
    return [
      ...columns.flatMap(({ theme: id }) => {
        const theme = id === null ? null : themeIn(document, id);
        return id === null || theme === null
          ? []
          : [
              {
                id: `${area.id} ${id}`,
                area: area.id,
                theme: id,
                quarter: null,
                label: (
                  <span lang={theme.lang} dir={dirOf(theme.lang)}>
                    {theme.title}
                  </span>
                ),
                hint: where,
              },
            ];
      }),
      { id: `${area.id} -`, area: area.id, theme: null, quarter: null, label: t('loose'), hint: where },
    ];
  });
  const now =
    shown === null
      ? null
      : (targets.find(
          ({ area, theme, quarter }) =>
            area === shown.area &&
            theme === (shown.theme ?? null) &&
            (quarter === null || (shown.place !== undefined && nearestQuarter(shown.place) === quarter)),
        )?.id ?? null);
  const press = (): void => {
    const to = targets.find(({ id }) => id === (chosen ?? now));
    if (to === undefined || to.id === now) {
      setWhy(t('move.choose'));
      return announce(t('move.choose'));
    }
    const place = to.quarter === null ? null : placeOfQuarter(to.quarter);
    void acts.act({ type: 'board.place', board: about.board, note, area: to.area, theme: to.theme, before: null, place }, t('move.done'));
    onDone();
  };
  return (
    <AskPage
      title={t('move.title')}
      hint={<Quoted document={document} note={note} />}
      button={t('move.go')}
      onPress={press}
      back={t('back')}
      onBack={onDone}
      why={why}
    >
      <Choices
        kind="one"
        legend={t('move.title')}
        options={targets.map(({ id, label, hint }) => ({ id, label, hint }))}
        chosen={[chosen ?? now ?? '']}
        onChange={([one]) => {
          setWhy(null);
          setChosen(one ?? null);
        }}
      />
    </AskPage>
  );
}

const kindIn = (value: unknown, kind: NoteKind): NoteKind => noteKinds.find((one) => one === value) ?? kind;
const editIn = (stored: string, first: Edit): Edit => {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null || !('text' in value) || !('was' in value) || !('kind' in value)) return first;
    const { text, was, kind } = value;
    return typeof text === 'string' && typeof was === 'string' ? { text, was, kind: kindIn(kind, first.kind) } : first;
  } catch {
    return first;
  }
};
interface Edit {
  readonly text: string;
  /** From which words the writer began: two people in one note are put together (BO9). */
  readonly was: string;
  readonly kind: NoteKind;
}

/** "Modifica": the draft lives on the phone until the server has the new words. */
export function EditPage({
  about,
  note,
  first,
  acts,
  onDone,
}: Omit<NotePageProps, 'document'> & { first: { readonly text: string; readonly kind: NoteKind } }) {
  const t = useTexts(boardPhoneTexts);
  const id = useId();
  const [stored, store, clear] = useDraft(`board.edit.${note}`, '');
  const [begun] = useState<Edit>(() => ({ text: first.text, was: first.text, kind: first.kind }));
  const draft = editIn(stored, begun);
  const [why, setWhy] = useState<string | null>(null);
  useKeyboardOpen();
  const write = (next: Edit): void => {
    setWhy(null);
    store(JSON.stringify(next));
  };
  const press = (): void => {
    const text = draft.text.trim();
    const missing =
      text === '' ? t('missing.empty') : isTooLong(text, boardLimits.noteChars) ? t('missing.long', { max: boardLimits.noteChars }) : null;
    setWhy(missing);
    if (missing !== null) return announce(missing);
    void acts.act({ type: 'board.edit', board: about.board, note, was: draft.was, text, kind: draft.kind }, t('edit.done')).then((ok) => {
      if (ok) clear();
    });
    onDone();
  };
  return (
    <>
      <main className="bp-write">
        <h1 className="title" id={id}>
          {t('edit.title')}
        </h1>
        <div className="bp-gesture">
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
      </main>
      <footer className="thumb-zone bp-foot">
        {why === null ? null : (
          <p className="why" role="alert">
            {why}
          </p>
        )}
        <Button thumb variant="primary" onPress={press}>
          {t('edit.go')}
        </Button>
        <div className="bp-quiet">
          <Button
            thumb
            variant="quiet"
            onPress={() => {
              clear();
              onDone();
            }}
          >
            {t('edit.leave')}
          </Button>
        </div>
      </footer>
    </>
  );
}
