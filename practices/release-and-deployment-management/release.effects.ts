import { askApproval, cancelApprovals } from '../../kernel/approval/approvals.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { changeLink } from '../../kernel/link/link.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Release } from './release.fields.ts';
import { holdersOf, keepChangeRows, ownersOf, problemsSolvedBy, type ProblemRow } from './release.queries.ts';
import { makersOf } from './release.rules.ts';
import { typeRules } from './release.settings.ts';

type Effect = (work: Work, release: Release, actor: Actor, context: Context) => Promise<void>;
const named = ({ id }: Release) => ({ type: 'release', id });
const desk = ['service-desk-lead', 'service-desk-agent'] as const;

export const keepChanges: Effect = (work, release) =>
  keepChangeRows(work, release.id, release.changeIds ?? []);

/** One of those whom its type names, never one who made something of it (S3). */
export const askApprovers: Effect = async (work, release, _actor, { at }) => {
  const { approvers } = work.house.reference.settings.get(typeRules).value[release.kind ?? 'major'];
  const start = release.plannedStartAt === null ? at : Date.parse(release.plannedStartAt);
  await askApproval(work, {
    recordId: release.id,
    purpose: 'release',
    steps: [
      { approverIds: await holdersOf(work, approvers, at), quorum: 'any', ...(start > at ? { dueAt: start } : {}) },
    ],
    notBy: makersOf(release),
    summary: [release.title, release.versionName, release.description]
      .filter((part) => part !== null)
      .join(' – ')
      .slice(0, 1000),
  });
}; // prettier-ignore

export const askNobody: Effect = async (work, release) => cancelApprovals(work, release.id);

/** Whoever answers the telephone, owns what is concerned or carries it out hears of it before. */
const tell =
  (kind: 'release.scheduled' | 'release.rolled_back'): Effect =>
  async (work, release, actor, { at }) => {
    const concerned = [...(release.serviceIds ?? []), ...(release.changeIds ?? [])];
    const people = [
      ...(await holdersOf(work, desk, at)),
      ...(await ownersOf(work, concerned)),
      ...[release.ownerId, release.deployerId].filter((id) => id !== null),
    ];
    await notify(work, {
      kind,
      recordId: release.id,
      personIds: [...new Set(people)].filter((id) => id !== actor.id),
      params: { from: release.plannedStartAt ?? '', to: release.plannedEndAt ?? '' },
      key: `${release.id}:${kind}:${release.plannedStartAt ?? ''}:${at}`,
    });
  };
export const tellSchedule = tell('release.scheduled');
export const tellRollback = tell('release.rolled_back');

/** [STD] How everything concerned was right before it is touched, kept by configuration management. */
export const keepBaseline: Effect = async (work, release, actor, { at }) => {
  const services = [...new Set([release.serviceId, ...(release.serviceIds ?? [])].filter((id) => id !== null))];
  const [only, more] = services;
  const part = only !== undefined && more === undefined;
  const baseline = await create(work, 'baseline', system(), {
    title: `${release.number} ${release.title}`.slice(0, 200),
    purpose: `${release.number}: ${actor.name}`.slice(0, 200),
    ...(part ? { scope: 'service', scopeRootId: only } : { scope: 'everything' }),
  });
  await act(work, named(release), 'baselined', system(), { baseline: baseline.id }, { at });
}; // prettier-ignore

/**
 * The fixes that it brought out: each problem is told by which release, and resolved where its change has been verified.
 * What still lacks something stays with the owner, who is told.
 */
export const solveProblems: Effect = async (work, release, _actor, { at }) => {
  if (release.successful !== true) return;
  for (const problem of await problemsSolvedBy(work, release.id)) {
    await changeLink(work, { type: 'problem', id: problem.id }, system(), 'link', 'solved_by', release.number);
    if (problem.state !== 'fix_planned' || (await resolved(work, problem, release, at))) continue;
    await notify(work, {
      kind: 'release.fix_is_out',
      recordId: problem.id,
      personIds: problem.ownerId === null ? [] : [problem.ownerId],
      params: { release: release.number },
      key: `${problem.id}:${release.id}`,
    });
  }
}; // prettier-ignore

async function resolved(work: Work, problem: ProblemRow, release: Release, at: number): Promise<boolean> {
  const resolution = `${release.number} ${release.title} ${release.versionName ?? ''}`.trim();
  const input = { resolution, verification: release.resultAnalysis };
  try {
    await act(work, { type: 'problem', id: problem.id }, 'resolve', system(), input, {
      at,
      detail: { release: release.number },
    });
    return true;
  } catch (error) {
    if (error instanceof Problem && (error.status === 409 || error.status === 422)) return false;
    throw error;
  }
}
