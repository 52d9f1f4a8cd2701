// What belongs to a kind of question (how many, which scale), and what is chosen before opening: who, when, live or hidden, split by.
// Chosen before, because afterwards it would tell more than was promised (PO1, PO6).
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { dirOf, useTexts } from '../kernel/i18n.ts';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { FormDraft } from './draftForm.ts';

/** An attribute of the roll with how many of each value are present: a split that would show nothing is said before opening. */
export interface AttributeNow {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly present: number }[];
}
export interface BlockName {
  readonly id: string;
  readonly title: string;
}
export interface SettingProps {
  form: FormDraft;
  lang: Lang;
  frozen: boolean;
  blocks: readonly BlockName[];
  attributes: readonly AttributeNow[];
  set: (part: Partial<FormDraft>) => void;
}

export function KindSettings({ form, lang, frozen, set }: SettingProps) {
  const t = useTexts(pollTexts);
  if (frozen) return null;
  switch (form.kind) {
    case 'single':
    case 'yesno':
      return null;
    case 'multiple': {
      const most = form.options.length;
      return (
        <div className="poll-form-two">
          <div className="fld">
            <span className="lb">
              <span>{t('editor.min')}</span>
            </span>
            <Stepper
              label={t('editor.min')}
              value={form.min}
              min={1}
              max={form.max}
              atLeast={t('editor.atLeast')}
              atMost={t('editor.atMost')}
              onChange={(min) => set({ min })}
            />
          </div>
          <div className="fld">
            <span className="lb">
              <span>{t('editor.max')}</span>
            </span>
            <Stepper
              label={t('editor.max')}
              value={form.max}
              min={form.min}
              max={most}
              atLeast={t('editor.atLeast')}
              atMost={t('editor.atMost')}
              onChange={(max) => set({ max })}
            />
          </div>
        </div>
      );
    }
    case 'scale':
      return (
        <>
          <Segmented
            legend={t('editor.from')}
            value={form.scale}
            onChange={(scale) => set({ scale })}
            options={[
              { value: 'five', label: t('editor.scales.five') },
              { value: 'seven', label: t('editor.scales.seven') },
              { value: 'ten', label: t('editor.scales.ten') },
            ]}
          />
          <div className="poll-form-two">
            <Field
              label={t('editor.low')}
              lang={lang}
              dir={dirOf(lang)}
              max={limits.attributeChars}
              value={form.low[lang]}
              onChange={(value) => set({ low: { ...form.low, [lang]: value } })}
            />
            <Field
              label={t('editor.high')}
              lang={lang}
              dir={dirOf(lang)}
              max={limits.attributeChars}
              value={form.high[lang]}
              onChange={(value) => set({ high: { ...form.high, [lang]: value } })}
            />
          </div>
        </>
      );
    case 'text':
      return (
        <div className="fld">
          <span className="lb">
            <span>{t('editor.maxChars')}</span>
          </span>
          <Stepper
            label={t('editor.maxChars')}
            value={form.maxChars}
            min={80}
            max={limits.answerChars}
            step={50}
            onChange={(maxChars) => set({ maxChars })}
          />
        </div>
      );
    case 'words':
      return (
        <div className="fld">
          <span className="lb">
            <span>{t('editor.entries')}</span>
          </span>
          <Stepper
            label={t('editor.entries')}
            value={form.maxEntries}
            min={1}
            max={limits.entries}
            onChange={(maxEntries) => set({ maxEntries })}
          />
        </div>
      );
    default:
      return form.kind satisfies never;
  }
}

/** Who, when, live or hidden, split by: chosen before opening, because afterwards they would tell more than was promised (PO1, PO6). */
export function Conditions({ form, frozen, blocks, attributes, set }: SettingProps) {
  const t = useTexts(pollTexts);
  const minutes = form.closeAfterSec === null ? 0 : Math.round(form.closeAfterSec / 60);
  const thin = attributes
    .filter(({ name }) => form.splitBy.includes(name))
    .flatMap(({ name, values }) => {
      const small = values.filter(({ present }) => present < 5).length;
      return small > 0 ? [t('editor.splitFew', { attribute: name, small, all: values.length })] : [];
    });
  const splittable = form.kind !== 'text' && form.kind !== 'words';
  return (
    <>
      <div className="poll-form-two poll-conditions hair">
        {frozen ? null : (
          <Segmented
            legend={t('editor.who')}
            value={form.electorate}
            onChange={(electorate) => set({ electorate })}
            options={[
              { value: 'members', label: t('editor.members') },
              { value: 'audience', label: t('editor.audience') },
            ]}
          />
        )}
        <label className="fld">
          <span className="lb">
            <span>{t('editor.block')}</span>
          </span>
          <select
            className="inp"
            value={form.block ?? ''}
            onChange={(event) => set({ block: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          >
            <option value="">{t('editor.noBlock')}</option>
            {blocks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <div className="fld">
          <Segmented
            legend={t('editor.closes')}
            value={form.closeAfterSec === null ? 'byYou' : 'itself'}
            onChange={(value) => set({ closeAfterSec: value === 'byYou' ? null : 180 })}
            options={[
              { value: 'byYou', label: t('editor.byYou') },
              { value: 'itself', label: t('editor.itself') },
            ]}
          />
          {form.closeAfterSec === null ? null : (
            <span className="row">
              <span>{t('editor.after')}</span>
              <Stepper
                label={t('editor.after')}
                value={minutes}
                min={1}
                max={60}
                onChange={(value) => set({ closeAfterSec: value * 60 })}
              />
            </span>
          )}
        </div>
        <Segmented
          legend={t('editor.results')}
          value={form.live ? 'live' : 'hidden'}
          onChange={(value) => set({ live: value === 'live' })}
          options={[
            { value: 'hidden', label: t('editor.hidden'), icon: 'eyeoff' },
            { value: 'live', label: t('editor.live'), icon: 'eye' },
          ]}
        />
      </div>
      {splittable && attributes.length > 0 ? (
        <fieldset className="fld hair poll-form-split">
          <legend className="sr-only">{t('editor.split')}</legend>
          {form.electorate === 'audience' ? (
            <p className="meta">{t('editor.splitAudience')}</p>
          ) : (
            <>
              <div className="row">
                <b className="meta" aria-hidden="true">
                  {t('editor.split')}
                </b>
                {attributes.map(({ name }) => (
                  <Check
                    key={name}
                    label={name}
                    checked={form.splitBy.includes(name)}
                    onChange={(on) => set({ splitBy: on ? [...form.splitBy, name] : form.splitBy.filter((one) => one !== name) })}
                  />
                ))}
              </div>
              <p className="meta">{thin.length > 0 ? thin.join(' ') : t('editor.splitHint')}</p>
            </>
          )}
        </fieldset>
      ) : null}
    </>
  );
}
