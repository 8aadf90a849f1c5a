import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { plain } from '../../kernel/record/field.ts';

export const approverKinds = ['manager', 'team_lead', 'service_owner', 'person', 'role'] as const;

/** Who approves, in this order. Above a cost only where `aboveCents` says so. */
const approvalStep = z
  .strictObject({
    by: z.enum(approverKinds),
    personId: z.uuid().optional(),
    role: z.enum(roles).optional(),
    quorum: z.union([z.enum(['any', 'all']), z.int().min(1).max(20)]).optional(),
    aboveCents: z.int().min(0).max(2_000_000_000).optional(),
  })
  .superRefine((step, context) => {
    if (step.by === 'person' && step.personId === undefined)
      context.addIssue({ code: 'custom', path: ['personId'], message: 'person', params: { key: 'request.step_person' } });
    if (step.by === 'role' && step.role === undefined)
      context.addIssue({ code: 'custom', path: ['role'], message: 'role', params: { key: 'request.step_role' } });
  }); // prettier-ignore
export const approvalStepsSchema = z.array(approvalStep).max(8);
export type ApprovalStep = z.output<typeof approvalStep>;

const taskKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const task = z.strictObject({
  key: taskKey,
  title: z.strictObject({ en: plain(200), 'zh-CN': plain(200) }),
  description: z.strictObject({ en: plain(2000), 'zh-CN': plain(2000) }).optional(),
  /** Who does it; the model's own team where none is named. */
  teamId: z.uuid().optional(),
  /** Tasks that must be done before; none: at once, in parallel. */
  after: z.array(taskKey).max(20).optional(),
  targetHours: z.int().min(1).max(2000).optional(),
  /** Doing it brings configuration items, assets and licences up to date. */
  updatesAssets: z.boolean().optional(),
});
export type TaskTemplate = z.output<typeof task>;

/** Tasks that wait for each other in a ring would wait for ever; these keys are in one. */
export function inRing(tasks: readonly TaskTemplate[]): string[] {
  const left = new Map(tasks.map((t) => [t.key, t.after ?? []]));
  for (let freed = true; freed;) {
    freed = false;
    for (const [key, after] of left) {
      if (after.some((before) => left.has(before))) continue;
      left.delete(key);
      freed = true;
    }
  }
  return [...left.keys()];
}

export const tasksSchema = z
  .array(task)
  .max(30)
  .superRefine((tasks, context) => {
    const fault = (at: number, path: string, key: string) =>
      context.addIssue({
        code: 'custom',
        path: [at, path],
        message: key,
        params: { key, task: tasks[at]?.title.en ?? '' },
      });
    const ring = inRing(tasks);
    for (const [at, { key, after = [] }] of tasks.entries()) {
      if (tasks.findIndex((t) => t.key === key) < at) fault(at, 'key', 'request.task_twice');
      if (after.some((before) => !tasks.some((t) => t.key === before)))
        fault(at, 'after', 'request.task_after_unknown');
      else if (ring.includes(key)) fault(at, 'after', 'request.task_ring');
    }
  });

export const entitledRolesSchema = z.array(z.enum(roles)).max(roles.length);
