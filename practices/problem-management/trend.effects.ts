import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { no, type Context } from '../../kernel/process/process.ts';
import { create, problemOf } from '../../kernel/record/act.ts';
import { said } from './problem.words.ts';
import type { TrendAnalysis } from './trend.fields.ts';
import type { Figures } from './trend.figures.ts';
import { incidentsOf, periodOf, type Definition } from './trend.queries.ts';

type Effect = (work: Work, analysis: TrendAnalysis, actor: Actor, context: Context) => Promise<void>;
type Chosen = { readonly id: string; readonly title?: string };
type Stored = Definition & {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly figures: Figures;
};

/** The latest so many are linked; the figures have counted all. */
const mostLinked = 2000;

/** Locked: two people do not decide on the same at once. */
async function undecided(work: Work, analysis: TrendAnalysis, { input }: Context): Promise<Stored> {
  const { id } = input['candidate'] as Chosen;
  const [candidate] = await work.run<Stored>(
    'trend_candidate_lock',
    `select id, way, service_id as "serviceId", category_id as "categoryId", ci, terms, title, state, figures
     from trend_candidate where id = $1 and analysis_id = $2 for update`,
    [id, analysis.id],
  );
  if (!candidate) throw problemOf(no('trend.no_such_candidate', {}, 'candidate'));
  if (candidate.state !== 'proposed') throw problemOf(no('trend.decided_already'));
  return candidate;
}

const decide = (
  work: Work,
  id: string,
  actor: Actor,
  at: number,
  what: { state: 'accepted' | 'rejected'; reason?: unknown; problemId?: string },
) =>
  work.run(
    'trend_candidate_decide',
    'update trend_candidate set state = $2, reason = $3, problem_id = $4, decided_by = $5, decided_at = $6 where id = $1',
    [id, what.state, what.reason ?? null, what.problemId ?? null, actor.id, new Date(at).toISOString()],
  );

export const acceptCandidate: Effect = async (work, analysis, actor, context) => {
  const candidate = await undecided(work, analysis, context);
  const { title } = context.input['candidate'] as Chosen;
  const { n, previous } = candidate.figures;
  const incidents = await incidentsOf(work, periodOf(analysis), candidate, mostLinked);
  const problem = await create(
    work,
    'problem',
    actor,
    {
      title: (title ?? candidate.title).slice(0, 200),
      description: said(actor.language, 'trend.found_by', {
        analysis: analysis.number,
        title: candidate.title,
        n,
        previous,
      }),
      origin: 'trend',
      originId: analysis.id,
      serviceId: candidate.serviceId,
      categoryId: candidate.categoryId,
      ci: candidate.ci,
      incidentIds: incidents.map(({ id }) => id),
    },
    { at: context.at },
  );
  await decide(work, candidate.id, actor, context.at, { state: 'accepted', problemId: problem.id });
};

export const rejectCandidate: Effect = async (work, analysis, actor, context) => {
  const { id } = await undecided(work, analysis, context);
  await decide(work, id, actor, context.at, { state: 'rejected', reason: context.input['reason'] });
};
