import { useWords } from '../../../platform/ui/words.ts';
import type words from '../../proposal/i18n/en.ts';
import type { Proposal } from '../../proposal/propose.ts';

/** `t` for proposals and similar records. */
export const useProposalT = useWords<typeof words>;

export type { Proposal };
export type ProposedValue = Proposal['value'];

/** A proposal's value field by field. */
export const fieldsOf = (field: string, value: ProposedValue): Readonly<Record<string, string | number>> =>
  typeof value === 'object' ? value : { [field]: value };

/** The form holds exactly this already. */
export const isTaken = (
  field: string,
  value: ProposedValue,
  values: Readonly<Record<string, unknown>>,
): boolean => Object.entries(fieldsOf(field, value)).every(([key, one]) => values[key] === one);

export const percent = (share: number) => Math.round(share * 100);
