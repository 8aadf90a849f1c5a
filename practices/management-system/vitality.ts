import type { Actor } from '../../kernel/access/actor.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';

export const pulses = ['alive', 'quiet', 'silent', 'unused'] as const;
export type Pulse = (typeof pulses)[number];
type Traces = { readonly last: string | null; readonly month: number; readonly before: number };
type Living = Traces & { readonly practice: string; readonly pulse: Pulse };

const dayMs = 86_400_000;
/** Nobody touched it for half a year; or it had so many new records in the two months before and none in the last. */
const longestMs = 182 * dayMs;
const inUse = 10;

/** Whether a process goes on leaving traces. One without new records is not silent where its owner confirmed that nothing occurred. */
export function pulseOf({ last, month, before }: Traces, now: number, confirmed: boolean): Pulse {
  if (last === null) return 'unused';
  if (confirmed) return 'alive';
  if (now - Date.parse(last) > longestMs || (before >= inUse && month === 0)) return 'silent';
  return before >= inUse && month < before / 4 ? 'quiet' : 'alive';
}

/** The record types of the processes whose owner confirmed, for the month that ends today, that nothing occurred (4.4, 0.1.6). */
export async function confirmedQuiet(tx: Tx, house: House): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ type: string }>(
    'vitality_confirmed',
    'select distinct unnest(record_types) as type from sms_process where silent_to >= $1::date - 31',
    [dayIn(house.reference.settings, house.now())],
  );
  return new Set(rows.map(({ type }) => type));
}

type Share = { readonly value: number | null; readonly of: number };
const worth: Readonly<Record<Pulse, number>> = { alive: 1, quiet: 0.5, silent: 0, unused: 0 };
const share = (top: number, of: number): Share => ({ value: of === 0 ? null : (top / of) * 100, of });

/**
 * 4.4 b, row 76: how much of what was set up is lived. The mean of three shares, each of what there is: processes in use
 * that go on leaving records (quieter ones half), documents in force that were reviewed in time, and requirements whose
 * steps their records show. Where there is nothing to count a part is left out; nothing at all is no indicator.
 */
export async function vitality(tx: Tx, house: House, actor: Actor, living: readonly Living[], requirements: { readonly met: number; readonly of: number }) {
  const used = living.filter(({ pulse }) => pulse !== 'unused');
  const current = measureNamed(house, 'document.current');
  const now = new Date(house.now()).toISOString();
  const documents = current ? await evaluate(tx, house, current, actor, {}, { from: now, to: now }) : undefined;
  const parts = {
    activity: share(used.reduce((sum, { pulse }) => sum + worth[pulse], 0), used.length),
    documents: { value: documents?.value ?? null, of: documents?.n ?? 0 },
    requirements: share(requirements.met, requirements.of),
  };
  const values = Object.values(parts).flatMap(({ value }) => value ?? []);
  return {
    value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    parts,
    silent: living.filter(({ pulse }) => pulse === 'silent').map(({ practice }) => practice),
  };
} // prettier-ignore
