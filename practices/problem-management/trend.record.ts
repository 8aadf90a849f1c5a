import { z } from 'zod';
import { each } from '../../kernel/access/roles.ts';
import { plain } from '../../kernel/record/field.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { asText } from '../../kernel/record/text.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { acceptCandidate, rejectCandidate } from './trend.effects.ts';
import { fields, stages, type TrendAnalysis } from './trend.fields.ts';

const analysts = ['problem-manager', 'sms-manager', 'incident-manager', 'service-owner'] as const;
const iso = (at: number) => new Date(at).toISOString();
type R = Rule<TrendAnalysis>;

const mostDays = 1100;
const periodIsPast: R = (_analysis, _actor, { input, at }) => {
  if (input['periodFrom'] === undefined || input['periodTo'] === undefined) return undefined;
  const from = Date.parse(asText(input['periodFrom']));
  const to = Date.parse(asText(input['periodTo']));
  if (!(from < to)) return no('trend.period_reversed', {}, 'periodTo');
  if (to > at + 60_000) return no('trend.period_ahead', { now: iso(at) }, 'periodTo');
  return to - from > mostDays * 86_400_000
    ? no('trend.period_too_long', { days: mostDays }, 'periodTo')
    : undefined;
};

type Undecided = { readonly undecided: number };
const undecided = async (work: Work, { id }: TrendAnalysis): Promise<Undecided> => {
  const [row] = await work.run<{ n: number }>(
    'trend_undecided',
    `select count(*) as n from trend_candidate where analysis_id = $1 and state = 'proposed'`,
    [id],
  );
  return { undecided: row?.n ?? 0 };
};
const candidatesDecided: R = (_analysis, _actor, { facts }) => {
  const { undecided: count } = facts as Undecided;
  return count > 0 ? no('trend.undecided', { count }) : undefined;
};

/** As long before the period as it is long. */
const before = ({ periodFrom, periodTo }: TrendAnalysis) =>
  periodFrom === null || periodTo === null ? null : iso(2 * Date.parse(periodFrom) - Date.parse(periodTo));

const figures = {
  incidents: z.int(),
  previousIncidents: z.int(),
  explained: z.int(),
  candidates: z.int(),
  tookMs: z.int(),
};

const process = defineProcess<TrendAnalysis>()({
  states: { queued: 'new', running: 'active', ready: 'active', failed: 'waiting', closed: 'closed' },
  initial: 'queued',
  create: {
    by: [...analysts, 'system'],
    fields: ['title', 'kind', 'periodFrom', 'periodTo', 'serviceId', 'leastCount', 'ownerId'],
    required: ['title', 'periodFrom', 'periodTo'],
    checks: [periodIsPast],
    set: (analysis, actor) => ({
      ownerId: analysis.ownerId ?? actor.id,
      kind: actor.id === null ? analysis.kind : 'on_demand',
      previousFrom: before(analysis),
    }),
  },
  edit: {
    from: ['queued', 'running', 'ready', 'failed'],
    by: analysts,
    fields: ['title', 'conclusions', 'ownerId'],
    required: ['title'],
  },
  transitions: {
    begin: {
      from: ['queued', 'running'],
      to: 'running',
      by: ['system'],
      set: (_analysis, _actor, { at }) => ({
        startedAt: iso(at),
        stage: 'counting',
        progress: 0,
        fault: null,
      }),
    },
    advance: {
      from: ['running'],
      by: ['system'],
      input: { stage: z.enum(stages), progress: z.int().min(0).max(100) },
      set: (_analysis, _actor, { input }) => ({
        stage: input['stage'] as (typeof stages)[number],
        progress: Number(input['progress']),
      }),
    },
    finish: {
      from: ['running'],
      to: 'ready',
      by: ['system'],
      input: figures,
      set: (_analysis, _actor, { input, at }) => ({
        ...(input as Pick<TrendAnalysis, keyof typeof figures>),
        finishedAt: iso(at),
        stage: null,
        progress: 100,
      }),
    },
    fail: {
      from: ['queued', 'running'],
      to: 'failed',
      by: ['system'],
      input: { fault: z.string() },
      set: (_analysis, _actor, { input }) => ({ fault: String(input['fault']).slice(0, 1000), stage: null }),
    },
    run_again: {
      from: ['failed'],
      to: 'queued',
      by: analysts,
      set: () => ({ fault: null, progress: 0 }),
    },
    /** One of its candidates becomes a problem, with its incidents linked. */
    accept_candidate: {
      from: ['ready'],
      by: analysts,
      input: { candidate: z.strictObject({ id: z.uuid(), title: plain(200).optional() }) },
      effect: acceptCandidate,
    },
    /** Not proposed again until it has become clearly worse. */
    reject_candidate: {
      from: ['ready'],
      by: analysts,
      input: { candidate: z.strictObject({ id: z.uuid() }) },
      requires: ['reason'],
      effect: rejectCandidate,
    },
    /** An analysis that concludes nothing was not made. */
    close: {
      from: ['ready'],
      to: 'closed',
      by: analysts,
      fields: ['conclusions'],
      required: ['conclusions'],
      facts: undecided,
      checks: [candidatesDecided],
    },
  },
  clocks: {},
});

/** 8.6.3: what the incidents of a period have in common, what follows from it, and what was concluded. */
export const trendAnalysis = defineRecord({
  type: 'trend-analysis',
  plural: 'trend-analyses',
  prefix: 'TRD',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['conclusions'],
  list: ['number', 'title', 'state', 'kind', 'periodFrom', 'periodTo', 'incidents', 'candidates', 'ownerId'],
  process,
  access: {
    ...each(analysts, { view: 'all', act: 'all' } as const),
    ...each(
      ['service-desk-agent', 'service-desk-lead', 'engineer', 'administrator', 'top-management', 'service-level-manager',
       'business-relationship-manager', 'internal-auditor'],
      { view: 'all', act: 'own' } as const,
    ), // prettier-ignore
  },
});
