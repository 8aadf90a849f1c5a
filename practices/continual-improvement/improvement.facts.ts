import { measureNamed } from '../../kernel/measure/condition.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import { readSource, type SourceFacts } from '../../kernel/record/source.ts';
import { figureOf, unitOf, type Said } from './improvement.figures.ts';
import type { Improvement, Source } from './improvement.fields.ts';

/** What a record of this type is as a source. */
const bySourceType: Readonly<Record<string, Source>> = {
  lapse: 'lapse', nonconformity: 'nonconformity', 'audit-finding': 'audit_finding', 'audit-sample': 'audit_finding',
  'management-review': 'review', 'spot-check': 'review', agreement: 'review', 'requirement-assessment': 'review',
  'service-report': 'service_report', rating: 'complaint', complaint: 'complaint', incident: 'incident', 'major-incident': 'incident',
  problem: 'problem', 'trend-analysis': 'problem', change: 'change', 'change-task': 'change', release: 'change',
  'service-request': 'request', article: 'knowledge', risk: 'risk', objective: 'objective', measurement: 'measurement', 'performance-evaluation': 'measurement',
}; // prettier-ignore

export type IdeaFacts = SourceFacts & { readonly kind: Source | undefined };

export async function ideaFacts(work: Work, _improvement: Improvement, input: Input): Promise<IdeaFacts> {
  const facts = await readSource(work, input);
  return { ...facts, kind: facts.sourceRecord && (bySourceType[facts.sourceRecord.type] ?? 'other') };
}

export type TargetFacts = {
  /** Of the measure that is named, if there is one of that name. */
  readonly measure: { readonly unit: string; readonly better: 'higher' | 'lower' } | undefined;
};

export function targetFacts(work: Work, improvement: Improvement, input: Input): Promise<TargetFacts> {
  const key = input['measureKey'] === undefined ? improvement.measureKey : input['measureKey'];
  const measure = typeof key === 'string' ? measureNamed(work.house, key) : undefined;
  return Promise.resolve({ measure: measure && { unit: unitOf(measure), better: measure.better } });
}

export type ComparedFacts = { readonly said: Said | undefined };

/** What the chosen measure says of the period that is named by these two fields. */
export const comparedFacts =
  (from: keyof Improvement, to: keyof Improvement) =>
  async (work: Work, improvement: Improvement, input: Input): Promise<ComparedFacts> => {
    const [first, last] = [input[from] ?? improvement[from], input[to] ?? improvement[to]];
    if (typeof first !== 'string' || typeof last !== 'string' || last < first) return { said: undefined };
    return { said: await figureOf(work, work.house, improvement, first, last) };
  };
