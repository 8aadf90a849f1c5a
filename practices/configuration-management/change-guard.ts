import type { Work } from '../../kernel/practice/house.ts';
import type { Refusal } from '../../kernel/process/process.ts';
import { no } from '../../kernel/process/process.ts';
import type { Ci } from './ci.fields.ts';

/** Which records may be cited as the change or release behind an act on an item, and whether this one covers it. */
export type ChangeGuard = {
  /** Record types it answers for: `change`. */
  readonly types: readonly string[];
  readonly judge: (
    work: Work,
    cited: { readonly id: string; readonly number: string; readonly state: string },
    ci: Ci,
  ) => Promise<Refusal | undefined>;
};

const guards: ChangeGuard[] = [];
/** Called once by the server of a practice that authorises changes; from then on free text is no change any more. */
export function judgeChangesBy(guard: ChangeGuard): void {
  guards.push(guard);
}

/**
 * Why this reference does not authorise anything; undefined where it does. As long as no practice here answers for
 * changes, the number of another system's change is taken as it is given.
 */
export async function changeRefused(work: Work, ci: Ci, cited: unknown): Promise<Refusal | undefined> {
  if (typeof cited !== 'string' || guards.length === 0) return undefined;
  const present = guards.filter((guard) => guard.types.some((type) => work.house.types.has(type)));
  if (present.length === 0) return undefined;
  const [row] = await work.run<{ id: string; number: string; state: string; type: string }>(
    'cited_change',
    'select id, number, state, type from record where number = $1',
    [cited.trim()],
  );
  const guard = row && present.find(({ types }) => types.includes(row.type));
  if (!row || !guard) return no('ci.no_such_change', { number: cited }, 'changeRef');
  return guard.judge(work, row, ci);
}
