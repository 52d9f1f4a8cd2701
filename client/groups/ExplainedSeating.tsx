/* Why people sit where they sit (GR2: "and explained"), in plain sentences: sizes, mix, nobody alone, pairs kept, who had met before.
   What could not be better says so; what could be is said in ochre, with where. */
import type { Explanation } from '../../shared/groups/allocation.ts';
import type { GroupId, MemberId } from '../../shared/kernel/ids.ts';
import { percent, useTexts } from '../kernel/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { useAttributeName } from './attributeName.ts';

type Words = ReturnType<typeof useTexts<typeof groupsConsoleTexts.it>>;
interface Sentence {
  readonly good: boolean;
  readonly words: string;
}
export interface ExplainedNames {
  readonly numberOf: (group: GroupId) => number;
  readonly seatOf: (member: MemberId) => string;
  readonly attribute: (name: string) => string;
}

export const sentencesOf = (said: Explanation, names: ExplainedNames, t: Words): readonly Sentence[] => {
  const { sizes } = said;
  const list: Sentence[] = [
    {
      good: sizes.even,
      words:
        sizes.smallest === sizes.largest
          ? t('why.sizesSame', { n: sizes.largest })
          : t('why.sizes', { from: sizes.smallest, to: sizes.largest }),
    },
  ];
  for (const { attribute, neverAlone, values } of said.mix) {
    if (neverAlone) continue;
    const outside = values.flatMap(({ value, cells }) => cells.filter((cell) => cell.outside).map((cell) => ({ ...cell, value })));
    const bad = outside.filter(({ unavoidable }) => !unavoidable);
    const first = bad[0];
    list.push(
      first === undefined
        ? { good: true, words: t(outside.length === 0 ? 'why.mixed' : 'why.mixedAsFar', { attribute: names.attribute(attribute) }) }
        : {
            good: false,
            words: t('why.mixOff', {
              n: bad.length,
              attribute: names.attribute(attribute),
              number: names.numberOf(first.group),
              value: first.value === '' ? t('why.unwritten') : first.value,
              count: first.count,
              expected: first.floor === first.ceiling ? String(first.floor) : `${first.floor}–${first.ceiling}`,
            }),
          },
    );
  }
  const never = said.mix.filter(({ neverAlone }) => neverAlone).map(({ attribute }) => names.attribute(attribute));
  if (never.length > 0 && said.alone.length === 0) list.push({ good: true, words: t('why.nobodyAlone', { attributes: never.join(', ') }) });
  for (const { group, member, attribute, value, unavoidable } of said.alone)
    list.push({
      good: unavoidable,
      words: t(unavoidable ? 'why.aloneMust' : 'why.alone', {
        seat: names.seatOf(member),
        number: names.numberOf(group),
        attribute: names.attribute(attribute),
        value,
      }),
    });
  if (said.pins.asked > 0 && said.pins.broken.length === 0) list.push({ good: true, words: t('why.pins', { n: said.pins.asked }) });
  for (const { kind, pair, impossible } of said.pins.broken)
    list.push({
      good: false,
      words: `${t(`why.broken.${kind}`, { a: names.seatOf(pair[0]), b: names.seatOf(pair[1]) })}${impossible === null ? '' : ` ${t(`why.proof.${impossible}`)}`}`,
    });
  if (said.preferences !== null) list.push({ good: said.preferences.none === 0, words: t('why.preferences', { ...said.preferences }) });
  if (said.pairs > 0 && said.repeatedToday + said.repeatedBefore > 0)
    list.push({
      good: true,
      words: t('why.pairs', {
        pairs: said.pairs,
        fresh: said.newPairs,
        share: percent(said.newPairs / said.pairs, t.lang),
        today: said.repeatedToday,
      }),
    });
  else if (said.pairs > 0) list.push({ good: true, words: t('why.allNew') });
  return list;
};

export function ExplainedSeating({ said, numberOf, seatOf }: { said: Explanation } & Omit<ExplainedNames, 'attribute'>) {
  const t = useTexts(groupsConsoleTexts);
  const attribute = useAttributeName();
  return (
    <ul className="groups-why" aria-label={t('why.title')}>
      {sentencesOf(said, { numberOf, seatOf, attribute }, t).map(({ good, words }, index) => (
        <li key={index} className={good ? '' : 'tag time'}>
          <Icon name={good ? 'check' : 'warn'} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
