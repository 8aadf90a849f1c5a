import type { Work } from '../../kernel/practice/house.ts';
import { readRecord } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ReportDefinition } from './definition.fields.ts';
import { reportDefinition } from './definition.record.ts';
import { contentsOf, differencesOf } from './service-report.contents.ts';
import type { ServiceReport } from './service-report.fields.ts';

export async function definitionById(tx: Tx, id: string | null): Promise<ReportDefinition | undefined> {
  if (id === null) return undefined;
  const [row] = await tx.run<{ number: string }>('definition_number', `select number from record where id = $1 and type = 'report-definition'`, [id]);
  const stored = row && (await readRecord(tx, reportDefinition, row.number));
  return stored?.record as ReportDefinition | undefined;
} // prettier-ignore

/** Of a new report: what it follows, and whether one for the period is there already. */
export async function makingFacts(
  work: Work,
  _report: ServiceReport,
  input: Readonly<Record<string, unknown>>,
) {
  const definitionId = typeof input['definitionId'] === 'string' ? input['definitionId'] : null;
  // Two at the same moment would not see each other otherwise.
  await work.run('lock_definition', 'select 1 from record where id = $1 for update', [definitionId]);
  const twins = await work.run<{ number: string }>(
    'report_twins',
    `select r.number from service_report t join record r on r.id = t.id
     where t.definition_id = $1 and t.period_from = $2 and r.state <> 'cancelled' limit 1`,
    [definitionId, input['periodFrom'] ?? null],
  );
  return { definition: await definitionById(work, definitionId), twin: twins[0]?.number };
}

export async function draftFacts(work: Work, report: ServiceReport) {
  const definition = await definitionById(work, report.definitionId);
  const period = { from: report.periodFrom ?? '', to: report.periodTo ?? '' };
  return { contents: definition && (await contentsOf(work, work.house, definition, period)) };
}

export async function movedFacts(work: Work, { contents, periodFrom, periodTo }: ServiceReport) {
  const period = { from: periodFrom ?? '', to: periodTo ?? '' };
  return { moved: contents === null ? [] : await differencesOf(work, work.house, contents, period) };
}

export async function recipientFacts(work: Work, { definitionId }: ServiceReport) {
  return { recipients: (await definitionById(work, definitionId))?.recipientIds ?? [] };
}

/** What was decided about it and is not done. */
export async function openActions(work: Work, { id }: ServiceReport) {
  const rows = await work.run<{ number: string; state: string }>(
    'report_actions',
    `select r.number, r.state from action_item a join record r on r.id = a.id where a.source_id = $1 order by r.id limit 100`,
    [id],
  );
  return { open: rows.filter(({ state }) => state === 'open').map(({ number }) => number) };
}
