/* What a balanced assignment looks at: attributes of the roll to mix, those of whom nobody may be alone at a table, pairs of seats that
   must or must not sit together. Chosen by a person; kept with the session, so that the next round begins from here. */
import { useState } from 'react';
import type { Mix } from '../../shared/groups/events.ts';
import { groupLimits } from '../../shared/groups/limits.ts';
import type { SeatingRow } from '../../shared/groups/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useAttributeName } from './attributeName.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';

export interface GroupsMixProps {
  readonly mix: Mix;
  readonly attributes: readonly string[];
  readonly seating: readonly SeatingRow[];
  readonly onChange: (mix: Mix) => void;
}
const toggled = (list: readonly string[], one: string, on: boolean): string[] =>
  on ? [...list, one] : list.filter((each) => each !== one);

export function GroupsMix({ mix, attributes, seating, onChange }: GroupsMixProps) {
  const t = useTexts(groupsConsoleTexts);
  const name = useAttributeName();
  const full = mix.attributes.length >= groupLimits.attributes;
  return (
    <div className="groups-mix">
      {attributes.length === 0 ? (
        <p className="soft">{t('mix.noAttributes')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('mix.attribute')}</th>
              <th scope="col">{t('mix.mixed')}</th>
              <th scope="col">{t('mix.neverAlone')}</th>
            </tr>
          </thead>
          <tbody>
            {attributes.map((attribute) => (
              <tr key={attribute}>
                <th scope="row">{name(attribute)}</th>
                <td>
                  <Check
                    label={<span className="sr-only">{t('mix.mixedOf', { attribute: name(attribute) })}</span>}
                    checked={mix.attributes.includes(attribute)}
                    off={full && !mix.attributes.includes(attribute) ? t('mix.full', { n: groupLimits.attributes }) : undefined}
                    onChange={(on) => onChange({ ...mix, attributes: toggled(mix.attributes, attribute, on) })}
                  />
                </td>
                <td>
                  <Check
                    label={<span className="sr-only">{t('mix.neverAloneOf', { attribute: name(attribute) })}</span>}
                    checked={mix.neverAlone.includes(attribute)}
                    onChange={(on) => onChange({ ...mix, neverAlone: toggled(mix.neverAlone, attribute, on) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="meta">{t('mix.neverAloneHint')}</p>
      <Pins mix={mix} seating={seating} onChange={onChange} />
    </div>
  );
}

function Pins({ mix, seating, onChange }: Omit<GroupsMixProps, 'attributes'>) {
  const t = useTexts(groupsConsoleTexts);
  const [kind, setKind] = useState<'together' | 'apart'>('together');
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const at = (typed: string) => seating.find(({ seat }) => seat.toLowerCase() === typed.trim().toLowerCase());
  const seatOf = (member: string): string => seating.find((row) => row.member === member)?.seat ?? '?';
  const add = (): void => {
    const [one, two] = [at(a), at(b)];
    const unknown = one === undefined ? a : two === undefined ? b : null;
    if (unknown !== null || one === undefined || two === undefined) return setWrong(t('mix.noSeat', { seat: unknown ?? '' }));
    if (one.member === two.member) return setWrong(t('mix.sameSeat'));
    if ([...mix.together, ...mix.apart].some((pair) => pair.includes(one.member) && pair.includes(two.member)))
      return setWrong(t('mix.twice'));
    if (mix[kind].length >= groupLimits.pins) return setWrong(t('mix.fullPins', { n: groupLimits.pins }));
    onChange({ ...mix, [kind]: [...mix[kind], [one.member, two.member]] });
    setA('');
    setB('');
    setWrong(null);
  };
  const pins = (['together', 'apart'] as const).flatMap((each) => mix[each].map((pair) => ({ each, pair })));
  return (
    <fieldset className="groups-pins">
      <legend>{t('mix.pairs')}</legend>
      <ul>
        {pins.map(({ each, pair }) => {
          const words = t(`mix.${each}Of`, { a: seatOf(pair[0]), b: seatOf(pair[1]) });
          return (
            <li key={pair.join()}>
              <span>{words}</span>
              <Button
                icon="close"
                label={t('mix.removePair', { pair: words })}
                onPress={() => onChange({ ...mix, [each]: mix[each].filter((other) => other !== pair) })}
              />
            </li>
          );
        })}
      </ul>
      <div className="groups-pin-new">
        <Segmented
          legend={t('mix.kind')}
          hideLegend
          value={kind}
          onChange={setKind}
          options={[
            { value: 'together', label: t('mix.together') },
            { value: 'apart', label: t('mix.apart') },
          ]}
        />
        <Field label={t('mix.seatA')} value={a} onChange={setA} inputMode="numeric" onEnter={add} />
        <Field label={t('mix.seatB')} value={b} onChange={setB} inputMode="numeric" onEnter={add} error={wrong ?? undefined} />
        <Button icon="plus" onPress={add}>
          {t('mix.add')}
        </Button>
      </div>
    </fieldset>
  );
}
