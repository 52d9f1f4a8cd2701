// Giving a theme its name, and what it gathers: the notes that have none yet, ticked by taps (BO5). Another name for one that is there is
// the same page without the notes. The words typed stay on the phone until they are sent. Safe for phones.
import { useState } from 'react';
import { boardLimits } from '../../../shared/board/limits.ts';
import type { BoardAbout } from '../../../shared/board/shown.ts';
import { dirOf, useLang, useTexts } from '../../kernel/i18n.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { useDraft } from '../../kernel/draft.ts';
import { newId } from '../../kernel/ids.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field, isTooLong } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { NoteSign } from './KindChoice.tsx';
import { AskPage } from './NotePages.tsx';
import { noteIn, themeIn, useAllNotes, useStable } from './outline.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { Prompt } from '../Prompt.tsx';
import { boardTableTexts } from './tableTexts.ts';
import type { Acts } from './useActs.ts';

export interface ThemePageProps {
  about: BoardAbout;
  document: SharedDocument;
  /** Null: a new one. */
  theme: string | null;
  /** Ticked from the start. */
  notes: readonly string[];
  acts: Acts;
  onDone: () => void;
}

export function ThemePage({ about, document, theme, notes, acts, onDone }: ThemePageProps) {
  const t = useTexts(boardTableTexts);
  const p = useTexts(boardPhoneTexts);
  const lang = useLang();
  const areas = useStable(about.areas);
  const tree = useAllNotes(document, areas);
  const known = theme === null ? null : themeIn(document, theme);
  const [title, setTitle, clear] = useDraft(`board.theme.${about.board}.${theme ?? 'new'}`, known?.title ?? '');
  const [picked, setPicked] = useState(notes);
  const first = notes[0] === undefined ? undefined : noteIn(document, notes[0])?.area;
  const [area, setArea] = useState<string>(known?.area ?? first ?? about.focus ?? areas[0]?.id ?? '');
  const [why, setWhy] = useState<string | null>(null);
  const loose =
    theme !== null ? [] : (tree.areas.find((each) => each.area === area)?.columns.find((each) => each.theme === null)?.heads ?? []);
  const ticked = picked.filter((id) => loose.some((head) => head.id === id));
  const press = (): void => {
    const name = title.trim();
    const missing =
      name === '' ? t('theme.noName') : isTooLong(name, boardLimits.themeChars) ? p('missing.long', { max: boardLimits.themeChars }) : null;
    setWhy(missing);
    if (missing !== null) return announce(missing);
    const wish = { type: 'board.nameTheme', board: about.board, theme: theme ?? newId(), area, title: name, lang, notes: ticked };
    clear();
    void acts.act(wish, theme === null ? t('theme.made', { title: name }) : t('theme.renamed')).then((ok) => {
      // Refused: the name is still there when the page is opened again.
      if (!ok) setTitle(name);
    });
    onDone();
  };
  return (
    <AskPage
      title={theme === null ? t('theme.newTitle') : t('theme.renameTitle')}
      button={theme !== null ? t('theme.rename') : ticked.length === 0 ? t('theme.makeBare') : t('theme.make', { n: ticked.length })}
      onPress={press}
      back={p('back')}
      onBack={onDone}
      why={why}
    >
      <div className="bp-form">
        <Field
          label={t('theme.name')}
          hint={t('theme.nameHint')}
          value={title}
          max={boardLimits.themeChars}
          dir="auto"
          onEnter={press}
          onChange={(next) => {
            setWhy(null);
            setTitle(next);
          }}
        />
        {theme !== null || areas.length < 2 ? null : (
          <div className="fld">
            <label className="lb" htmlFor="bp-area">
              <span>{t('theme.area')}</span>
            </label>
            <select id="bp-area" className="inp" value={area} onChange={(event) => setArea(event.currentTarget.value)}>
              {areas.map(({ id, prompt }) => (
                <option key={id} value={id} lang={prompt.lang}>
                  {prompt.s}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {theme !== null ? null : loose.length === 0 ? (
        <p className="soft bp-form">{t('theme.noLoose')}</p>
      ) : (
        <>
          <h2 className="bp-form">{t('theme.gathers')}</h2>
          {areas.length < 2 ? null : (
            <p className="meta">{areas.flatMap(({ id, prompt }) => (id === area ? [<Prompt key={id} of={prompt} />] : []))}</p>
          )}
          <Choices
            kind="many"
            legend={t('theme.gathers')}
            options={loose.flatMap(({ id }) => {
              const note = noteIn(document, id);
              return note === null
                ? []
                : [
                    {
                      id,
                      label: (
                        <span lang={note.lang} dir={dirOf(note.lang)}>
                          {note.text}
                        </span>
                      ),
                      end: <NoteSign kind={note.kind} />,
                    },
                  ];
            })}
            chosen={ticked}
            onChange={setPicked}
          />
        </>
      )}
    </AskPage>
  );
}
