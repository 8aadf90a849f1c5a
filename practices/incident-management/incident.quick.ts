import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { plain } from '../../kernel/record/field.ts';
import { noConfigurationItem } from './incident.fields.ts';
import { severities, severityNames } from './portal/severity.ts';

/** 81: what was broken, for whom, and what was done; six fields and no more. */
export const quickSchema = z.strictObject({
  title: plain(200),
  requesterId: z.uuid(),
  serviceId: z.uuid(),
  categoryId: z.uuid(),
  severity: z.enum(severityNames as [string, ...string[]]),
  /** Filled: it is solved already, and recorded so. */
  resolution: plain(20_000).optional(),
});
type Quick = z.output<typeof quickSchema>;

/** A whole incident by its ordinary acts, each with its guards; what six fields cannot say is said as unknown, never left out. */
export async function recordQuickly(work: Work, actor: Actor, quick: Quick): Promise<BaseRecord> {
  const { title, requesterId, serviceId, categoryId, severity, resolution } = quick;
  const rated = severities[severity as keyof typeof severities];
  const detail = { shortForm: true };
  const made = await create(work, 'incident', actor, { title, requesterId, channel: 'phone' }, { detail });
  const named = { type: 'incident', id: made.id };
  const triaged = await act(work, named, 'triage', actor, { serviceId, categoryId, ...rated });
  if (resolution === undefined) return triaged.record;
  await act(work, named, 'start', actor);
  const solved = await act(work, named, 'resolve', actor, {
    resolution,
    resolutionCode: 'fixed',
    restoredAt: new Date(work.house.now()).toISOString(),
    ci: noConfigurationItem,
    causeClass: 'unknown',
  });
  return solved.record;
}
