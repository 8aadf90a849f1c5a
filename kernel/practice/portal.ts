import type { Tx } from '../../platform/db/tx.ts';
import type { BaseRecord } from '../record/base.ts';
import type { Fact } from '../record/fact.ts';

/** Whose turn it is, as whoever asked for it sees it: ours, theirs (an answer, a confirmation), or nobody's any more. */
export type Turn = 'us' | 'answer' | 'confirm' | 'over';

/** How a record type shows itself to the people who asked for it. Everything else of it stays inside. */
export type PortalType = {
  readonly type: string;
  /** Whose turn it is in each state. */
  readonly turns: Readonly<Record<string, Turn>>;
  /** Fields that are told besides the title, where they are filled. */
  readonly told: readonly string[];
  /** What whoever asked for it said besides: read with the record, told below its fields. */
  readonly facts?: (tx: Tx, record: BaseRecord) => Promise<readonly Fact[]>;
  /** The clocks whose promises are told, in this order. */
  readonly promises: readonly string[];
  /** Until when it may be taken up again: a field that holds an instant. */
  readonly reopenUntil?: string;
  /** Which of its actions confirm, take it up again, withdraw it and call the process owner, with what else they need to be told. */
  readonly actions: Readonly<
    Partial<
      Record<
        'confirm' | 'reopen' | 'withdraw' | 'dispute',
        { readonly name: string; readonly input?: Readonly<Record<string, unknown>> }
      >
    >
  >;
};

/** The same for every state, made so that a missing one does not compile. */
export const portalType = <S extends string>(
  type: Omit<PortalType, 'turns'> & { readonly turns: Readonly<Record<S, Turn>> },
): PortalType => type;
