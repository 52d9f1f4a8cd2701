// One block of the programme being written: title, minutes, activity, what members do, private notes, materials.
// A field is stored when it is left; until then what is typed is only here, and no push touches it (K5).
// Private notes are marked with a lock wherever they stand: they never leave those who lead.
import { useState } from 'react';
import type { AgendaBlockRows } from '../../shared/agenda/view.ts';
import type { Status } from '../../shared/agenda/timeline.ts';
import { activities } from '../../shared/agenda/activities.ts';
import { agendaLimits } from '../../shared/agenda/limits.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { langs, useTexts, type Lang } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong, TextArea } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { AgendaMaterials, type AgendaUpload } from './AgendaMaterials.tsx';
import { CountStepper } from './CountStepper.tsx';
import { useGathered } from './useGathered.ts';
import { withLang } from './withLang.ts';
import './console.css';

export type { AgendaUpload } from './AgendaMaterials.tsx';
type Block = AgendaBlockRows[number];
export interface AgendaBlockProps {
  block: Block;
  /** What it has now. */
  sec: number;
  number: number | null;
  state: Status['kind'];
  may: boolean;
  send: Send;
  upload?: AgendaUpload | undefined;
  onShow?: ((block: string, material: string) => void) | undefined;
  onGone: () => void;
  onAdded: (id: string) => void;
}
type Written = 'title' | 'description' | 'instructions' | 'notes' | 'video';
export function AgendaBlock({ block, sec, number, state, may, send, upload, onShow, onGone, onAdded }: AgendaBlockProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [lang, setLang] = useState<Lang>(block.title.original);
  const [typed, setTyped] = useState<Readonly<Partial<Record<Written, string>>>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [asking, setAsking] = useState<'remove' | 'skip' | null>(null);
  const fixed = state === 'running' || state === 'done';
  const title = block.title[block.title.original] ?? '';

  const told = (reply: Reply): boolean => {
    setRefused(reply.ok ? null : say(reply));
    return reply.ok;
  };
  const edit = async (changes: object): Promise<boolean> => told(await send({ type: 'agenda.edit', block: block.id, changes }));
  const minutes = useGathered(Math.round(sec / 60), (value) => void edit({ plannedSec: value * 60 }));
  const stored = (field: Written): string => (field === 'video' ? (block.video ?? '') : (block[field]?.[lang] ?? ''));
  const shown = (field: Written): string => typed[field] ?? stored(field);
  const forget = (field: Written): void => setTyped(({ [field]: _, ...rest }) => rest);
  const error = (field: Written, max: number): string | undefined => {
    const value = shown(field);
    if (field === 'title' && value.trim() === '' && lang === block.title.original) return t('edit.titleMissing');
    if (field === 'video' && value !== '' && !/^https?:\/\/\S+$/u.test(value)) return t('edit.videoWrong');
    return isTooLong(value, max) ? '' : undefined;
  };
  const keep = async (field: Written, max: number): Promise<void> => {
    const value = typed[field];
    if (value === undefined || error(field, max) !== undefined) return;
    if (value === stored(field)) return forget(field);
    const next = field === 'video' ? (value === '' ? null : value) : withLang(block[field], lang, value);
    if (await edit({ [field]: next })) forget(field);
  };
  const parts = (field: Written, max: number) => ({
    value: shown(field),
    onChange: (value: string) => setTyped((before) => ({ ...before, [field]: value })),
    onBlur: () => void keep(field, max),
    error: error(field, max) || undefined,
    lang,
    dir: field === 'video' ? ('ltr' as const) : ('auto' as const),
  });
  const duplicate = async (): Promise<void> => {
    const id = newId();
    const { materials: _, ...rest } = block;
    if (told(await send({ type: 'agenda.add', after: block.id, block: { ...rest, id, materials: [] } }))) onAdded(id);
  };
  const answered = async (command: { type: string } & Record<string, unknown>): Promise<void> => {
    const ok = told(await send(command));
    setAsking(null);
    if (ok && command.type === 'agenda.remove') onGone();
  };

  return (
    <>
      <Field
        className="agenda-block-title"
        label={number === null ? t('edit.titleOfBreak') : t('edit.titleOf', { number })}
        {...parts('title', limits.titleChars)}
        onEnter={() => void keep('title', limits.titleChars)}
      />
      <div className="agenda-block-two">
        {fixed ? (
          <p className="meta">{t('edit.fixedMinutes')}</p>
        ) : (
          <CountStepper
            label={t('edit.minutes')}
            mark={null}
            value={minutes.value}
            max={agendaLimits.maxSec / 60}
            onChange={(value) => minutes.set(Math.max(1, value))}
            onEnter={minutes.flush}
          />
        )}
        <Activity value={block.activity} off={!may} onChange={(activity) => void edit({ activity })} />
      </div>
      <Segmented
        legend={t('edit.language')}
        value={lang}
        onChange={setLang}
        options={langs.map((one) => ({ value: one, label: t(`edit.${one}`) }))}
      />
      <TextArea label={t('edit.instructions')} hint={t('edit.instructionsHint')} rows={3} {...parts('instructions', limits.notesChars)} />
      <TextArea
        label={t('edit.description')}
        hint={t('edit.descriptionHint')}
        rows={2}
        {...parts('description', limits.descriptionChars)}
      />
      <TextArea
        className="agenda-private"
        label={
          <>
            <Icon name="lock" /> {t('edit.notes')}
          </>
        }
        hint={t('edit.notesHint')}
        rows={3}
        {...parts('notes', limits.notesChars)}
      />
      <AgendaMaterials block={block} may={may} send={send} upload={upload} onShow={onShow} onRefused={setRefused} />
      <Field
        label={t('edit.video')}
        hint={t('edit.videoHint')}
        type="url"
        {...parts('video', agendaLimits.linkChars)}
        onEnter={() => void keep('video', agendaLimits.linkChars)}
      />
      {refused === null ? null : <Band kind="error">{refused}</Band>}
      <p className="meta" role="status">
        {Object.keys(typed).length > 0 ? t('edit.unsaved') : t('edit.saved')}
      </p>
      {may ? (
        <div className="row agenda-block-acts">
          <Button icon="copy" onPress={() => void duplicate()}>
            {t('edit.duplicate')}
          </Button>
          {state === 'ahead' ? <Button onPress={() => setAsking('skip')}>{t('edit.skip')}</Button> : null}
          {fixed ? null : (
            <Button className="agenda-remove" onPress={() => setAsking('remove')}>
              {t('edit.remove')}
            </Button>
          )}
        </div>
      ) : null}
      {asking === 'remove' ? (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={t('edit.removeTitle', { title })}
          footer={
            <>
              <Button variant="help" onPress={() => void answered({ type: 'agenda.remove', block: block.id })}>
                {t('edit.removeYes', { title })}
              </Button>
              <Button onPress={() => setAsking(null)}>{t('edit.cancel')}</Button>
            </>
          }
        >
          <p>{t('edit.removeBody')}</p>
        </Dialog>
      ) : null}
      {asking === 'skip' ? (
        <Skip
          title={title}
          onCancel={() => setAsking(null)}
          onSkip={(reason) => void answered({ type: 'agenda.skip', block: block.id, reason })}
        />
      ) : null}
    </>
  );
}

function Skip({ title, onSkip, onCancel }: { title: string; onSkip: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts(agendaTexts);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = reason.trim() === '' || isTooLong(reason, limits.reasonChars);
  const go = (): void => {
    setAsked(true);
    if (!wrong) onSkip(reason);
  };
  return (
    <Dialog
      open
      onClose={onCancel}
      title={t('edit.skipTitle', { title })}
      footer={
        <>
          <Button variant="primary" onPress={go}>
            {t('edit.skipYes', { title })}
          </Button>
          <Button onPress={onCancel}>{t('edit.cancel')}</Button>
        </>
      }
    >
      <Field
        label={t('remedy.reason')}
        hint={t('remedy.reasonHint')}
        value={reason}
        onChange={setReason}
        max={limits.reasonChars}
        error={asked && wrong ? t('remedy.reasonMissing') : undefined}
        onEnter={go}
      />
    </Dialog>
  );
}

function Activity({ value, off, onChange }: { value: Block['activity']; off: boolean; onChange: (activity: Block['activity']) => void }) {
  const t = useTexts(agendaTexts);
  return (
    <label className="fld">
      <span className="lb">
        <span>{t('edit.activity')}</span>
      </span>
      <select
        className="inp"
        value={value}
        disabled={off}
        onChange={(event) => {
          const chosen = activities.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {activities.map((one) => (
          <option key={one} value={one}>
            {t(`activity.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
