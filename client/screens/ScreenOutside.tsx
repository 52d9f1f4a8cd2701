/* A projector opened without its link: said in the wall's own size, with who can help. */
import { useTexts } from '../kernel/i18n.ts';
import { screensTexts } from './texts.ts';

export function ScreenOutside({ code }: { code: string }) {
  const t = useTexts(screensTexts);
  return (
    <div className="hall" data-theme="dark">
      <main className="stage">
        <div className="wall">
          <div className="wall-main">
            <h1>{t('screen.need')}</h1>
            <p className="lead">{t('screen.needHint')}</p>
          </div>
          <footer className="wall-foot">
            <span>{code}</span>
          </footer>
        </div>
      </main>
    </div>
  );
}
