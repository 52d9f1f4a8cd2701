// The question on the phone of who listens: another electorate, another tally, never mixed with the members' (PO2).
// No base and no seats: only how many answered. Nothing when no question was put yet. Safe for phones.
import { PhoneQuestion } from './PhoneQuestion.tsx';
import type { PollPhoneProps } from './phoneProps.ts';

export function PollAudience(props: PollPhoneProps) {
  const round = props.view.now;
  return round === null ? null : <PhoneQuestion {...props} round={round} aside={null} />;
}
