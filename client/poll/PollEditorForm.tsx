// The form of a question: it reads like the question (kind, language, text, choices, who, when, split). It holds nothing: the form's draft
// comes in and goes out. A further round keeps its text and choices (PO4): then only when and how can be changed.
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { dirOf, langs, useTexts } from '../kernel/i18n.ts';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { pollTexts } from './consoleTexts.ts';
import { hasOptions, lacking, type FormDraft } from './draftForm.ts';
import { Conditions, KindSettings, type AttributeNow, type BlockName } from './PollEditorSettings.tsx';
import { PollKinds } from './PollKinds.tsx';
import { PollLines } from './PollLines.tsx';
import { languageNames } from './PollPreview.tsx';

export interface PollEditorFormProps {
  form: FormDraft;
  onChange: (form: FormDraft) => void;
  lang: Lang;
  onLang: (lang: Lang) => void;
  frozen: boolean;
  blocks: readonly BlockName[];
  attributes: readonly AttributeNow[];
  newId: () => string;
}

export function PollEditorForm(props: PollEditorFormProps) {
  const { form, onChange, lang, onLang, frozen, newId } = props;
  const t = useTexts(pollTexts);
  const lack = lacking(form, lang);
  const lackWords =
    lack === null
      ? null
      : lack.question
        ? t('editor.lacksQuestion', { lang: t(`editor.languages.${lang}`) })
        : t('editor.lacks', { lang: t(`editor.languages.${lang}`), n: lack.lines });
  const set = (part: Partial<FormDraft>): void => onChange({ ...form, ...part });
  return (
    <div className="poll-form">
      <div className="poll-form-two">
        {frozen ? (
          <p className="inp poll-kind">{t(`kinds.${form.kind}`)}</p>
        ) : (
          <PollKinds value={form.kind} onChange={(kind) => set({ kind })} />
        )}
        <Segmented
          legend={t('editor.language')}
          hideLegend
          value={lang}
          onChange={onLang}
          options={langs.map((one) => {
            const label = languageNames[one];
            return lacking(form, one) === null ? { value: one, label, lang: one } : { value: one, label, lang: one, icon: 'warn' };
          })}
        />
      </div>
      {frozen ? <p className="meta">{t('editor.frozen')}</p> : null}
      <Field
        className="poll-form-question"
        label={t('editor.question')}
        lang={lang}
        dir={dirOf(lang)}
        max={limits.titleChars}
        value={form.question[lang]}
        placeholder={lang === form.original ? undefined : form.question[form.original]}
        onChange={(value) => (frozen && lang === form.original ? undefined : set({ question: { ...form.question, [lang]: value } }))}
      />
      {hasOptions(form.kind) || form.kind === 'scale' ? (
        <section className="fld">
          <div className="lb">
            <span>{t(form.kind === 'scale' ? 'editor.statements' : 'editor.options')}</span>
            {lackWords === null ? null : <span className="meta">{lackWords}</span>}
          </div>
          <PollLines
            kind={form.kind === 'scale' ? 'statement' : 'option'}
            lines={form.kind === 'scale' ? form.statements : form.options}
            onChange={(lines) => set(form.kind === 'scale' ? { statements: lines } : { options: lines })}
            lang={lang}
            original={form.original}
            frozen={frozen}
            newId={newId}
          />
        </section>
      ) : lackWords === null ? null : (
        <p className="meta">{lackWords}</p>
      )}
      <KindSettings {...props} set={set} />
      <Conditions {...props} set={set} />
    </div>
  );
}
