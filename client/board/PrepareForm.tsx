/* The form of a board: what is asked, where notes lie, what kinds there are, whether one begins in silence, whether authors are seen
   (chosen before anybody writes and never made more visible afterwards, BO4), dots, and the minutes of each step. */
import { useId } from 'react';
import type { Area } from '../../shared/board/events.ts';
import { authorChoices, boardLimits, noteKinds, type AuthorShown, type NoteKind } from '../../shared/board/limits.ts';
import type { Lang, Text } from '../../shared/kernel/text.ts';
import { dirOf, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { boardConsoleTexts } from './consoleTexts.ts';
import { newArea, shapeOf, withWords, wordsIn, type BoardFault, type BoardForm } from './prepareForm.ts';

export interface PrepareFormProps {
  readonly form: BoardForm;
  readonly onChange: (form: BoardForm) => void;
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
  readonly faults: readonly BoardFault[];
}
const langNames = { it: 'Italiano', en: 'English', ar: 'العربية' } as const;
const steps = ['write', 'read', 'themes', 'dots'] as const;

export function PrepareForm({ form, onChange, lang, onLang, blocks, faults }: PrepareFormProps) {
  const t = useTexts(boardConsoleTexts);
  const set = (part: Partial<BoardForm>): void => onChange({ ...form, ...part });
  const setArea = (index: number, area: Area): void => set({ areas: form.areas.map((each, at) => (at === index ? area : each)) });
  const moveArea = (from: number, to: number): void => {
    const area = form.areas[from];
    if (area === undefined || to < 0 || to >= form.areas.length) return;
    const rest = form.areas.filter((each) => each !== area);
    set({ areas: [...rest.slice(0, to), area, ...rest.slice(to)] });
  };
  const fault = (about: BoardFault['about']): boolean => faults.some((each) => each.about === about);
  return (
    <div className="board-form">
      <Segmented<Lang>
        legend={t('form.lang')}
        hideLegend
        value={lang}
        onChange={onLang}
        options={(['it', 'en', 'ar'] as const).map((value) => ({ value, label: langNames[value], lang: value }))}
      />
      <Words
        label={t('form.title')}
        of={form.title}
        lang={lang}
        max={boardLimits.promptChars}
        error={fault('title') ? t('fault.title') : undefined}
        onChange={(title) => set({ title })}
      />
      <h3>{t('form.areas')}</h3>
      <ol className="board-form-areas">
        {form.areas.map((area, index) => (
          <AreaForm
            key={area.id}
            area={area}
            n={index + 1}
            lang={lang}
            last={index === form.areas.length - 1}
            empty={faults.some((each) => each.about === 'prompt' && each.area === index)}
            onChange={(next) => setArea(index, next)}
            onMove={(by) => moveArea(index, index + by)}
            onRemove={() => set({ areas: form.areas.filter((each) => each !== area) })}
          />
        ))}
      </ol>
      <Button
        icon="plus"
        off={form.areas.length >= boardLimits.areas ? t('form.fullAreas', { n: boardLimits.areas }) : undefined}
        onPress={() => set({ areas: [...form.areas, newArea(lang, newId)] })}
      >
        {t('form.addArea')}
      </Button>
      <fieldset className="board-form-kinds">
        <legend>{t('form.kinds')}</legend>
        <div className="row">
          {noteKinds.map((kind) => (
            <Check
              key={kind}
              label={t(`kind.${kind}`)}
              checked={form.kinds.includes(kind)}
              onChange={(on) =>
                set({ kinds: noteKinds.filter((each) => (each === kind ? on : form.kinds.includes(each))) satisfies NoteKind[] })
              }
            />
          ))}
        </div>
        {fault('kinds') ? <p className="why">{t('fault.kinds')}</p> : null}
      </fieldset>
      <Segmented<AuthorShown>
        legend={t('form.authors')}
        value={form.authors}
        onChange={(authors) => set({ authors })}
        options={authorChoices.map((value) => ({ value, label: t(`authors.${value}`) }))}
      />
      <p className="meta">{t(`authorsHint.${form.authors}`)}</p>
      <Check label={t('form.silent')} hint={t('form.silentHint')} checked={form.silent} onChange={(silent) => set({ silent })} />
      <fieldset>
        <legend>{t('form.dots')}</legend>
        <div className="row">
          <Counted
            label={t('form.each')}
            value={form.dots.each}
            min={1}
            max={boardLimits.dots}
            onChange={(each) => set({ dots: { ...form.dots, each, max: Math.min(each, form.dots.max) } })}
          />
          <Counted
            label={t('form.max')}
            value={form.dots.max}
            min={1}
            max={form.dots.each}
            onChange={(max) => set({ dots: { ...form.dots, max } })}
          />
          <Segmented
            legend={t('form.on')}
            hideLegend
            value={form.dots.on}
            onChange={(on) => set({ dots: { ...form.dots, on } })}
            options={[
              { value: 'themes', label: t('form.onThemes') },
              { value: 'notes', label: t('form.onNotes') },
            ]}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('form.minutes')}</legend>
        <div className="row">
          {steps.map((step, index) => (
            <Counted
              key={step}
              label={t(`step.${step}`)}
              value={Math.round((form.secs[index] ?? 0) / 60)}
              min={0}
              max={boardLimits.stepSecMax / 60}
              show={(n) => (n === 0 ? t('form.noClock') : t('form.min', { n }))}
              onChange={(minutes) =>
                set({ secs: steps.map((_, at) => (at === index ? (minutes === 0 ? null : minutes * 60) : (form.secs[at] ?? null))) })
              }
            />
          ))}
        </div>
      </fieldset>
      <label className="fld">
        <span className="lb">
          <span>{t('form.block')}</span>
        </span>
        <select className="inp" value={form.block ?? ''} onChange={(event) => set({ block: event.currentTarget.value || null })}>
          <option value="">{t('form.noBlock')}</option>
          {blocks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Counted({
  label,
  ...stepper
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  show?: (n: number) => string;
  onChange: (value: number) => void;
}) {
  return (
    <span className="board-form-count">
      <span>{label}</span>
      <Stepper label={label} {...stepper} />
    </span>
  );
}

function Words({
  label,
  of,
  lang,
  max,
  error,
  onChange,
}: {
  label: string;
  of: Text;
  lang: Lang;
  max: number;
  error?: string | undefined;
  onChange: (text: Text) => void;
}) {
  return (
    <Field
      label={label}
      lang={lang}
      dir={dirOf(lang)}
      max={max}
      placeholder={lang === of.original ? undefined : wordsIn(of, of.original)}
      value={wordsIn(of, lang)}
      error={error}
      onChange={(words) => onChange(withWords(of, lang, words))}
    />
  );
}

function AreaForm({
  area,
  n,
  lang,
  last,
  empty,
  onChange,
  onMove,
  onRemove,
}: {
  area: Area;
  n: number;
  lang: Lang;
  last: boolean;
  empty: boolean;
  onChange: (area: Area) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const id = useId();
  const name = t('form.area', { n });
  const { shape } = area;
  return (
    <li>
      <div className="board-form-area">
        <Words
          label={name}
          of={area.prompt}
          lang={lang}
          max={boardLimits.promptChars}
          error={empty ? t('fault.prompt', { n }) : undefined}
          onChange={(prompt) => onChange({ ...area, prompt })}
        />
        <label className="fld" htmlFor={id}>
          <span className="lb">
            <span>{t('form.shape')}</span>
          </span>
          <select
            className="inp"
            id={id}
            value={shape.kind}
            onChange={(event) => {
              const kind = (['column', 'matrix', 'free'] as const).find((each) => each === event.currentTarget.value);
              if (kind !== undefined && kind !== shape.kind) onChange({ ...area, shape: shapeOf(kind, lang) });
            }}
          >
            {(['column', 'matrix', 'free'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`shape.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <span className="board-form-acts">
          <Button icon="up" label={t('form.up', { area: name })} off={n === 1 ? t('form.first') : undefined} onPress={() => onMove(-1)} />
          <Button
            icon="downward"
            label={t('form.down', { area: name })}
            off={last ? t('form.last') : undefined}
            onPress={() => onMove(1)}
          />
          <Button icon="trash" label={t('form.removeArea', { area: name })} onPress={onRemove} />
        </span>
      </div>
      {shape.kind === 'matrix' ? (
        <div className="board-form-axes">
          {(['x', 'y'] as const).flatMap((axis) =>
            ([0, 1] as const).map((end) => (
              <Words
                key={`${axis}${end}`}
                label={t(`form.${axis}${end}`)}
                of={shape[axis][end]}
                lang={lang}
                max={boardLimits.axisChars}
                onChange={(text) => {
                  const [low, high] = shape[axis];
                  onChange({ ...area, shape: { ...shape, [axis]: end === 0 ? [text, high] : [low, text] } });
                }}
              />
            )),
          )}
        </div>
      ) : null}
    </li>
  );
}
