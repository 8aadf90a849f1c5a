import { system, type Actor } from '../../kernel/access/actor.ts';
import { mayView } from '../../kernel/access/access.ts';
import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import { refusal } from '../../kernel/process/refusal.ts';
import { no } from '../../kernel/process/process.ts';
import { act, problemOf } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { notFound } from '../../platform/http/problem.ts';
import { linkIncidents } from './problem.links.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { said } from './problem.words.ts';

type Incident = BaseRecord & {
  readonly ci: string | null;
  readonly problemRef: string | null;
  readonly causeClass: string | null;
};

/** A class of causes as incidents have it; what they do not name is software, people's handling or unknown. */
const classes: Readonly<Record<string, string>> = {
  hardware: 'hardware', software: 'software', configuration: 'configuration', network: 'network', capacity: 'capacity',
  supplier: 'supplier', environment: 'power_or_environment', security: 'security', data: 'data', design: 'software',
  human_action: 'handling',
}; // prettier-ignore

/**
 * The workaround is applied: the incident is linked to its problem and the use counted; resolved with the workaround as
 * its solution where whoever asks may resolve it now, else its problem is named and the rest stays to be done.
 */
export async function applyWorkaround(
  work: Work,
  actor: Actor,
  numbers: { readonly incident: string; readonly problem: string },
): Promise<{ resolved: boolean; incident: BaseRecord }> {
  const { house } = work;
  const at = house.now();
  const type = typeNamed(house, 'incident');
  // The incident before its problem, as everywhere: two agents apply the same workaround at once.
  const stored = await lockRecord(work, type, { number: numbers.incident });
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', numbers.incident);
  const incident = stored.record as Incident;
  const problem = await inForceNamed(work, actor, numbers.problem);
  const context = { at, input: {}, facts: {}, settings: house.reference.settings, clocks: stored.clocks };
  const resolves = refusal(type, 'resolve', incident, actor, context) === undefined;
  const named = { type: 'incident', id: incident.id };
  const { record } = resolves
    ? await act(work, named, 'resolve', actor, {
        resolution: problem.workaround,
        resolutionCode: 'workaround',
        restoredAt: new Date(at).toISOString(),
        ci: incident.ci ?? problem.ci ?? 'none',
        causeClass: incident.causeClass ?? classes[problem.causeClass ?? ''] ?? 'unknown',
        problemRef: problem.number,
      })
    : await act(work, named, 'edit', actor, {
        problemRef: problem.number,
        comment: said(actor.language, 'problem_record.used_comment', { number: problem.number }),
      });
  await linkIncidents(work, problem, [incident.id], actor, at);
  const first = await work.run(
    'known_error_used',
    `insert into known_error_use (problem_id, incident_id, at, by_id) values ($1, $2, $3, $4)
     on conflict do nothing returning at`,
    [problem.id, incident.id, new Date(at).toISOString(), actor.id],
  );
  if (first.length > 0)
    await act(work, { type: 'problem', id: problem.id }, 'count_use', system(), {
      incident: incident.number,
    });
  return { resolved: resolves, incident: record };
}

async function inForceNamed(work: Work, actor: Actor, number: string): Promise<ProblemRecord> {
  const type = typeNamed(work.house, 'problem');
  const stored = await lockRecord(work, type, { number });
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('problem', number);
  const problem = stored.record as ProblemRecord;
  if (problem.publishedAt === null || problem.retiredAt !== null || problem.workaround === null)
    throw problemOf(no('problem.no_known_error'));
  return problem;
}
