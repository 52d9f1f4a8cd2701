// The picture by which a hall is tried before the doors (K12): the smallest text to be read from the last row, the four corners
// (a projector that cuts them cuts names and hours), the four marks that must stay different whatever the lamp does to colours (SC5).
import { useEffect, useState } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { PatternKey } from '../ui/SeatLine.tsx';
import { wallTexts } from './wallTexts.ts';

const patterns = ['solid', 'hatched', 'outlined', 'dotted'] as const;
const size = () => ({
  width: Math.round(window.innerWidth * window.devicePixelRatio),
  height: Math.round(window.innerHeight * window.devicePixelRatio),
});

/** `label`: how people call this screen; empty for none. `bell`: what to do if the bell cannot ring here, or null. */
export function TestScene({ label, bellBlocked }: { label: string; bellBlocked: boolean }) {
  const t = useTexts(wallTexts);
  const [real, setReal] = useState(size);
  useEffect(() => {
    const measure = () => setReal(size());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return (
    <>
      {['a', 'b', 'c', 'd'].map((corner) => (
        <i key={corner} className={`test-corner ${corner}`} aria-hidden="true" />
      ))}
      <div className="wall-main scene-test">
        <h1>{t('test.title')}</h1>
        <p className="test-body">{t('test.body')}</p>
        <p className="test-small">{t('test.small')}</p>
        <p className="test-patterns">
          {t('test.patterns')}
          {patterns.map((pattern) => (
            <span key={pattern} className="nb">
              <PatternKey pattern={pattern} /> {t(`test.${pattern}`)}
            </span>
          ))}
        </p>
        <p className="test-body">{t('test.corners')}</p>
      </div>
      <footer className="wall-foot">
        <span>{bellBlocked ? t('bell.blocked') : null}</span>
        <span>
          <b>{label === '' ? t('test.unnamed') : label}</b> ·{' '}
          <bdi dir="ltr">{t('test.size', { width: String(real.width), height: String(real.height) })}</bdi>
        </span>
      </footer>
    </>
  );
}
