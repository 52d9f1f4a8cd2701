/* Nearer, further, all of it: beside the board, in the same place always. Safe for phones. */
import { useSyncExternalStore } from 'react';
import { percent } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import type { Camera } from './camera.ts';
import type { Surface } from './surface.ts';
import type { BoardWords } from './words.ts';

const closer = 1.25;
export function Zoom({ camera, surface, t }: { camera: Camera; surface: Surface; t: BoardWords }) {
  const hundredths = useSyncExternalStore(camera.onMove, () => Math.round(camera.look().zoom * 100));
  const by = (factor: number): void => {
    const { w, h } = camera.view();
    camera.zoomAt(w / 2, h / 2, factor);
  };
  return (
    <div className="board-zoom no-print" role="group" aria-label={t('zoom.title')}>
      <Button variant="quiet" icon="minus" label={t('zoom.out')} onPress={() => by(1 / closer)} />
      <output>{percent(hundredths / 100, t.lang)}</output>
      <Button variant="quiet" icon="plus" label={t('zoom.in')} onPress={() => by(closer)} />
      <Button variant="quiet" icon="fit" onPress={() => surface.whole()}>
        {t('zoom.all')}
      </Button>
    </div>
  );
}
