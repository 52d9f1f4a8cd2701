/* Who may write a question from a phone: two doors, opened and closed apart. Tables and paper always may. */
import type { FloorDriverView } from '../../shared/floor/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Check } from '../ui/Check.tsx';
import type { Asking } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';

export function FloorDoors({ view, ask }: { view: FloorDriverView; ask: Asking['ask'] }) {
  const t = useTexts(floorConsoleTexts);
  const { members, audience } = view.door;
  const off = view.may.door ? undefined : t('notNow');
  const set = (door: { readonly members: boolean; readonly audience: boolean }): void => {
    if (off === undefined) void ask({ type: 'floor.setDoor', ...door });
  };
  return (
    <fieldset className="floor-doors">
      <legend className="meta">{t('door.label')}</legend>
      <Check label={t('door.members')} checked={members} off={off} onChange={(on) => set({ members: on, audience })} />
      <Check label={t('door.audience')} checked={audience} off={off} onChange={(on) => set({ members, audience: on })} />
    </fieldset>
  );
}
