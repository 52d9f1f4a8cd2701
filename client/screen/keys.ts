// The single keys of the walls, for the console's one key table (decisions: off while typing, can be switched off).
// B black, J join code, arrows pages. W is the field of own words: the console focuses it.
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import type { Send } from '../kernel/send.ts';

/** Key → what it does now; a key that would do nothing is not there. Arrows are those of a reader from left to right. */
export function screenKeys(
  view: ScreenDriverView,
  send: Send,
): Readonly<Partial<Record<'b' | 'j' | 'ArrowLeft' | 'ArrowRight', () => void>>> {
  if (!view.may.drive) return {};
  const { slides } = view;
  const turn = (to: number) => () => {
    if (slides !== null) void send({ type: 'screen.page', material: slides.material, from: slides.page, to });
  };
  return {
    b: () => void send({ type: 'screen.blank', screen: null, on: !view.blank }),
    j: () => void send({ type: 'screen.joinStrip', on: !view.strip }),
    ...(slides?.onWall === true && slides.page > 1 ? { ArrowLeft: turn(slides.page - 1) } : {}),
    ...(slides?.onWall === true && slides.page < slides.pages ? { ArrowRight: turn(slides.page + 1) } : {}),
  };
}
