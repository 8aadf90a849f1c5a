import type { Tx } from '../../platform/db/tx.ts';

/** How a person hears of a kind of notice: not at all, in the bell, by a mail at once as well, or by one mail a day. */
export const modes = ['off', 'in_app', 'mail', 'digest'] as const;
export type Mode = (typeof modes)[number];

/** A kind of notice; its words are `notice.<kind>.name`, `.title` and `.body` in the practice's own dictionary. */
export type NoticeKind = {
  /** `incident.assigned`; the part before the dot names the practice's type. */
  readonly kind: string;
  /** Mailed at once unless the person chose otherwise. */
  readonly urgent?: boolean;
  /** How people hear of it who chose nothing; in the bell only, when neither this nor `urgent` is given. */
  readonly usual?: Mode;
  /**
   * Where a mail leads instead of to the record. Asked when the mail is made, so that a secret in the address is kept
   * nowhere; undefined: to the record after all.
   */
  readonly mailPath?: (
    tx: Tx,
    now: number,
    given: { readonly personId: string; readonly params: Readonly<Record<string, unknown>> },
  ) => Promise<string | undefined>;
  /** Only those who work inside ever get it, so only they are asked about it. */
  readonly staffOnly?: boolean;
};

export const usualMode = ({ urgent, usual }: NoticeKind): Mode => usual ?? (urgent ? 'mail' : 'in_app');
