// What this very screen shows, from the two parts of its view: what all show, and what only this one does.
// Pure, so that wall and tests cannot disagree. The strip is not laid over pictures that already say how to enter, or that show nothing.
import type { SaidScene, ScreenWallMine, ScreenWallView } from '../../shared/screen/view.ts';

export interface WallNow {
  readonly scene: SaidScene;
  /** Names the picture for the cross-fade: another name is another picture. */
  readonly name: string;
  readonly strip: boolean;
}

const nameOf = (scene: SaidScene): string => {
  switch (scene.kind) {
    case 'pollOpen':
    case 'pollClosed':
    case 'pollResult':
      return `${scene.kind} ${scene.poll} ${scene.round}`;
    case 'agenda':
      return `agenda ${scene.block ?? ''}`;
    case 'rollCall':
      return `rollCall ${scene.rollCall}`;
    case 'words':
      return `words ${scene.words.s}`;
    // Pages change inside their own frame, which keeps the old one until the new one is drawn.
    case 'slides':
      return `slides ${scene.material}`;
    case 'board':
    case 'canvas':
      return `${scene.kind} ${scene.board}`;
    case 'theme':
      return `theme ${scene.board} ${scene.theme}`;
    case 'report':
      return `report ${scene.group}`;
    case 'join':
    case 'groups':
    case 'boards':
    case 'questions':
    case 'turn':
    case 'suspended':
    case 'thanks':
    case 'test':
    case 'blank':
      return scene.kind;
    default:
      return scene satisfies never;
  }
};

export function wallNow(common: ScreenWallView, mine: Pick<ScreenWallMine, 'own'> | null): WallNow {
  const scene = mine?.own ?? common.scene;
  const strip = common.strip && scene.kind !== 'join' && scene.kind !== 'blank' && scene.kind !== 'test';
  return { scene, name: nameOf(scene), strip };
}
