/* Who tells the plenary, in which order, how long each. */
import { useState } from 'react';
import { groupLimits } from '../../shared/groups/limits.ts';
import type { GroupsDriverView } from '../../shared/groups/shown.ts';
import type { GroupId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { Said } from './Said.tsx';
import './console.css';

/** The order and the minutes. What is told is not told again unless it is put in the queue once more. */
export function GroupsReportOrder({ view, send, onClose }: { view: GroupsDriverView; send: Send; onClose: () => void }) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { report } = view;
  const waiting = report.order.filter((group) => !report.done.includes(group));
  const [told] = useState(report.done);
  const [held, setOrder] = useState<readonly GroupId[]>(report.order.length > 0 ? waiting : view.groups.map(({ group }) => group));
  // Who has told while the dialog is open does not tell again.
  const order = held.filter((group) => told.includes(group) || !report.done.includes(group));
  const [sec, setSec] = useState(report.sec > 0 ? report.sec : 120);
  const out = view.groups.filter(({ group }) => !order.includes(group));
  const move = (from: number, to: number): void => {
    const group = order[from];
    if (group === undefined || to < 0 || to >= order.length) return;
    const rest = order.filter((each) => each !== group);
    setOrder([...rest.slice(0, to), group, ...rest.slice(to)]);
  };
  const keep = async (): Promise<void> => {
    if (await ask({ type: 'groups.queueReports', order, sec })) onClose();
  };
  const minutes = Math.ceil((order.length * sec) / 60);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('report.title')}
      footer={
        <>
          <Button variant="primary" off={order.length === 0 ? t('report.empty') : undefined} onPress={() => void keep()}>
            {t('report.keep', { n: order.length, minutes })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <div className="between">
        <span>{t('report.each')}</span>
        <Stepper
          label={t('report.each')}
          value={sec / 30}
          min={groupLimits.reportSecMin / 30}
          max={groupLimits.reportSecMax / 30}
          onChange={(value) => setSec(value * 30)}
          show={(value) => (value % 2 === 0 ? t('minutes', { n: value / 2 }) : t('minutesHalf', { n: Math.floor(value / 2) }))}
        />
      </div>
      <ol className="groups-order">
        {order.map((group, index) => {
          const row = view.groups.find((each) => each.group === group);
          if (row === undefined) return null;
          const name = t('rows.numbered', { number: row.number });
          return (
            <li key={group}>
              <span>
                <b>{row.number}</b> {row.name === null ? name : <Said of={row.name} />}
              </span>
              <Button
                icon="up"
                label={t('plan.up', { table: name })}
                off={index === 0 ? t('plan.first') : undefined}
                onPress={() => move(index, index - 1)}
              />
              <Button
                icon="downward"
                label={t('plan.down', { table: name })}
                off={index === order.length - 1 ? t('plan.last') : undefined}
                onPress={() => move(index, index + 1)}
              />
              <Button
                icon="close"
                label={t('report.leaveOut', { table: name })}
                onPress={() => setOrder(order.filter((each) => each !== group))}
              />
            </li>
          );
        })}
      </ol>
      {out.length === 0 ? null : (
        <div className="row">
          <span className="meta">{t('report.out')}</span>
          {out.map((row) => (
            <Button key={row.group} icon="plus" onPress={() => setOrder([...order, row.group])}>
              {t('rows.numbered', { number: row.number })}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
}
