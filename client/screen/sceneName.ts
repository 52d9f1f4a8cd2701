// What a scene is called on the console: "La domanda aperta", "Pagina 7 di 18".
import type { SaidScene } from '../../shared/screen/view.ts';
import type { Translate } from '../kernel/i18n.ts';
import type { screenTexts } from './screenTexts.ts';

export function sceneName(scene: SaidScene, t: Translate<(typeof screenTexts)['it']>): string {
  return scene.kind === 'slides' ? t('scene.slides', { page: scene.page, pages: scene.pages }) : t(`scene.${scene.kind}`);
}
