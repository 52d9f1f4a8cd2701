/* Size of the text, chosen on the phone and remembered there: three steps on <html>, as a share of the browser's own size,
   so that who already reads large in every page starts from that. All lengths of text are in rem, so everything follows. Safe for phones. */
import { setting } from '../kernel/setting.ts';

export type TextSize = 'normal' | 'large' | 'largest';
export const textSizes: readonly TextSize[] = ['normal', 'large', 'largest'];
const percentOf: Readonly<Record<TextSize, number>> = { normal: 100, large: 125, largest: 150 };

export const textSize = setting<TextSize>({
  key: 'textSize',
  initial: 'normal',
  allowed: textSizes,
  apply(size) {
    if (typeof document !== 'undefined') document.documentElement.style.fontSize = `${percentOf[size]}%`;
  },
});
