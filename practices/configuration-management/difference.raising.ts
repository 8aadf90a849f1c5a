import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';

export type FoundChange = {
  readonly title: string;
  readonly purpose: string;
  readonly subjectIds: readonly string[];
  readonly ownerId: string | null;
  readonly occurredAt?: string;
};
type Raise = (
  work: Work,
  actor: Actor,
  found: FoundChange,
) => Promise<{ readonly id: string; readonly number: string }>;

let raise: Raise | undefined;
/** Called once by the server of the practice that records changes: change management knows this one, not the reverse. */
export function raiseChangesBy(how: Raise): void {
  raise = how;
}
export const raising = (): Raise | undefined => raise;
