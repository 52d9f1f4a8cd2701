/* Whether the laptop may fall asleep: said honestly, because a page cannot know it; kept awake where the browser allows; how to avoid it in words. */
import { useState } from 'react';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { keepAwake, letSleep, promiseAwake, type Awake } from './awake.ts';
import { CheckRow, type CheckState } from './Check.tsx';
import { roomTestTexts } from './texts.ts';

export const awakeState = ({ kept, promised, slept }: Awake): CheckState => (slept && !kept ? 'bad' : kept || promised ? 'ok' : 'fix');

export function AwakeCheck({ timeZone, awake }: { timeZone: string; awake: Awake }) {
  const t = useTexts(roomTestTexts);
  const [how, setHow] = useState(false);
  const { can, kept, promised, failed, slept } = awake;
  const state = awakeState(awake);
  const words =
    slept && !kept
      ? t('awake.slept', { from: hour(slept.from, t.lang, timeZone), to: hour(slept.to, t.lang, timeZone) })
      : kept
        ? t('awake.kept')
        : promised
          ? t('awake.promised')
          : failed
            ? t('awake.failed')
            : t('awake.off');
  return (
    <CheckRow
      state={state}
      title={t(state === 'ok' ? 'awake.titleOk' : state === 'bad' ? 'awake.titleSlept' : 'awake.title')}
      acts={
        <>
          <Button onPress={() => setHow(true)}>{t('awake.how')}</Button>
          {!can ? null : kept ? (
            <Button variant="quiet" onPress={letSleep}>
              {t('awake.let')}
            </Button>
          ) : (
            <Button variant="primary" onPress={keepAwake}>
              {t('awake.keep')}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">{words}</p>
      <Dialog
        open={how}
        onClose={() => setHow(false)}
        title={t('awake.dialog.title')}
        footer={
          <>
            <Button
              variant="primary"
              onPress={() => {
                promiseAwake();
                setHow(false);
              }}
            >
              {t('awake.dialog.done')}
            </Button>
            <Button onPress={() => setHow(false)}>{t('awake.dialog.close')}</Button>
          </>
        }
      >
        <ul className="roomtest-how">
          <li>{t('awake.dialog.power')}</li>
          <li>{t('awake.dialog.windows')}</li>
          <li>{t('awake.dialog.mac')}</li>
          <li>{t('awake.dialog.linux')}</li>
          <li>{t('awake.dialog.other')}</li>
        </ul>
      </Dialog>
    </CheckRow>
  );
}
