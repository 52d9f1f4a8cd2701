/* The keys of a board: the few that one needs at its foot with the people who are here, all of them in a dialog, where they can also be
   switched off (WCAG 2.1.4). Safe for phones. */
import { Fragment } from 'react';
import type { BoardMay } from '../../shared/board/shown.ts';
import { singleKeys } from '../kernel/keys.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { BoardWords } from './words.ts';

export function KeyHints({
  silent,
  may,
  people,
  onAll,
  t,
}: {
  silent: boolean;
  may: BoardMay;
  people: number;
  onAll: () => void;
  t: BoardWords;
}) {
  const on = singleKeys.use() === 'on';
  const hints: readonly (readonly [string, string])[] = silent
    ? [['N', t('keys.short.new')]]
    : [
        ['N', t('keys.short.new')],
        ['← ↑ ↓ →', t('keys.short.go')],
        ...(may.change === 'none'
          ? []
          : ([
              ['M', t('keys.short.take')],
              ['U', t('keys.short.same')],
              ['S', t('keys.short.move')],
            ] as const)),
        ...(may.themes ? ([['T', t('keys.short.theme')]] as const) : []),
        ['E', t('keys.short.list')],
      ];
  return (
    <footer className="board-keys no-print">
      {(on ? hints : []).map(([key, words]) => (
        <span key={key} className="hint">
          <kbd>{key}</kbd> {words}
        </span>
      ))}
      <Button variant="quiet" keyHint={on ? '?' : undefined} onPress={onAll}>
        {t('keys.all')}
      </Button>
      <span className="board-people">
        <Icon name="people" /> {t('count.people', { n: people })}
      </span>
    </footer>
  );
}

export function KeysDialog({ may, onClose, t }: { may: BoardMay; onClose: () => void; t: BoardWords }) {
  const on = singleKeys.use() === 'on';
  const rows: readonly (readonly [string, string])[] = [
    ['N', t('keys.new')],
    ['← ↑ ↓ →', t('keys.go')],
    [t('keys.enter'), t('keys.open')],
    ['M', t('keys.take')],
    ['S', t('keys.move')],
    ['U', t('keys.same')],
    ['T', t('keys.theme')],
    ['F', t('keys.flag')],
    [t('keys.delete'), t('keys.withdraw')],
    ['Z', t('keys.undo')],
    ['E', t('keys.list')],
    ...(may.hide ? ([['H', t('keys.hide')]] as const) : []),
    ...(may.lead ? ([['G', t('keys.here')]] as const) : []),
    [t('keys.space'), t('keys.pan')],
    [t('keys.ctrlWheel'), t('keys.zoom')],
    [t('keys.escape'), t('keys.back')],
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.title')}
      wide
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <dl className="board-all-keys">
        {rows.map(([key, words]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      <Check
        label={t('keys.switch')}
        hint={t('keys.switchHint')}
        checked={on}
        onChange={(checked) => singleKeys.set(checked ? 'on' : 'off')}
      />
    </Dialog>
  );
}
