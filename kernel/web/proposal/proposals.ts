import { useWords } from '../../../platform/ui/words.ts';
import type words from '../../proposal/i18n/en.ts';

/** `t` for proposals and similar records. */
export const useProposalT = useWords<typeof words>;

type Scalar = string | number;
export type ProposedValue = Scalar | Readonly<Record<string, Scalar>>;
export type Proposal = {
  readonly field: string;
  readonly value: ProposedValue;
  readonly label: string;
  readonly confidence: number;
  readonly accuracy: {
    readonly top1: number;
    readonly top3: number;
    readonly n: number;
    readonly baseline: number;
  };
  readonly reasons: readonly string[];
  readonly others: readonly {
    readonly value: ProposedValue;
    readonly label: string;
    readonly confidence: number;
  }[];
};

/** A proposal's value field by field. */
export const fieldsOf = (field: string, value: ProposedValue): Readonly<Record<string, Scalar>> =>
  typeof value === 'object' ? value : { [field]: value };

/** The form holds exactly this already. */
export const isTaken = (
  field: string,
  value: ProposedValue,
  values: Readonly<Record<string, unknown>>,
): boolean => Object.entries(fieldsOf(field, value)).every(([key, one]) => values[key] === one);

export const percent = (share: number) => Math.round(share * 100);
