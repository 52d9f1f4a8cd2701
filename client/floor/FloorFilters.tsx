/* Which questions one looks at: of which point, what became of them, where they come from, with which words. Each state says how many. */
import { useTexts } from '../kernel/i18n.ts';
import { Field } from '../ui/Field.tsx';
import { Choose } from './Choose.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import type { FloorBlock } from './FloorPage.tsx';
import { found, places, states, type Filter, type Pile } from './questions.ts';

export interface FloorFiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly piles: readonly Pile[];
  readonly blocks: readonly FloorBlock[];
  readonly running: string | null;
}
/** A select's values are words: "of the whole day" needs one that no id can be. */
const whole = '*';

export function FloorFilters({ filter, onFilter, piles, blocks, running }: FloorFiltersProps) {
  const t = useTexts(floorConsoleTexts);
  const here = blocks.find(({ id }) => id === running);
  const used = new Set<string>(piles.map(({ head }) => head.block ?? ''));
  const options = [
    { value: whole, label: t('filter.allBlocks') },
    ...(here === undefined ? [] : [{ value: here.id, label: t('filter.thisBlock', { title: here.title }) }]),
    ...blocks.filter(({ id }) => id !== running && used.has(id)).map(({ id, title }) => ({ value: id, label: title })),
    ...(used.has('') ? [{ value: '', label: t('filter.noBlock') }] : []),
  ];
  const chosen = filter.block ?? whole;
  return (
    <div className="floor-filters">
      <Choose
        label={t('filter.block')}
        value={options.some(({ value }) => value === chosen) ? chosen : whole}
        options={options}
        onChange={(block) => onFilter({ ...filter, block: block === whole ? null : block })}
      />
      <Choose
        label={t('filter.state')}
        value={filter.state}
        options={states.map((value) => ({
          value,
          label: t('filter.counted', { words: t(`state.${value}`), count: found(piles, { ...filter, state: value }).length }),
        }))}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Choose
        label={t('filter.place')}
        value={filter.place}
        options={places.map((value) => ({ value, label: t(`place.${value}`) }))}
        onChange={(place) => onFilter({ ...filter, place })}
      />
      <Field
        label={t('filter.search')}
        type="search"
        dir="auto"
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
    </div>
  );
}
