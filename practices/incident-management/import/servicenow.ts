import {
  defineImporter,
  type ImportRow,
  type ReadHistory,
  type Reading,
  type Rejection,
  type Warning,
} from '../../../kernel/import/importer.ts';
import type { HistoryStep } from '../../../kernel/record/history.ts';
import { pendingReasons as reasons } from '../incident.fields.ts';
import { derivedPriority } from '../incident.priority.ts';
import { dayMs, reopenDays } from '../incident.settings.ts';
import {
  channels,
  impacts,
  needed,
  pendingReasons,
  priorities,
  read,
  staffColumns,
  states,
  urgencies,
} from './servicenow.mapping.ts';
import { report } from './servicenow.report.ts';

/** An incident log of ServiceNow: one row per update, every row the whole incident as it then stood. */
export const servicenowIncidentLog = defineImporter({
  key: 'servicenow-incident-log',
  recordType: 'incident',
  source: 'servicenow',
  matches: (columns) => needed.every((column) => columns.includes(column)),
  groupBy: 'number',
  names: [
    // Staff first: who is named as both works here.
    ...staffColumns.map((column) => ({ type: 'person', path: [column], fields: { kind: 'staff' } })),
    { type: 'person', path: ['caller_id'], fields: { kind: 'user' } },
    { type: 'team', path: ['assignment_group'] },
    { type: 'category', path: ['category'] },
    { type: 'category', path: ['category', 'subcategory'], parentField: 'parentId' },
  ],
  read: readIncident,
  report,
});

type Update = ImportRow & {
  readonly at: number;
  readonly count: number;
  readonly event: string;
  readonly state: string;
  readonly wording: string;
};

function readIncident(rows: readonly ImportRow[], reading: Reading): ReadHistory {
  const warnings: Warning[] = [];
  const rejected: Rejection[] = [];
  const warn = (code: string, row: ImportRow, what = '') =>
    warnings.push({ code, sample: `${row.cells['number'] ?? ''} (${row.row})${what && `: ${what}`}` });
  const updates = inOrder(rows, reading, rejected, warn);
  const first = updates[0];
  if (!first) return { rejected, warnings };
  const { cells } = updates.at(-1) ?? first;
  const ends = endings(updates);
  const steps: HistoryStep[] = [];
  updates.forEach((update, i) => {
    if (i > 0 && updates[i - 1]?.state === 'closed')
      warn(
        update.state === 'closed' ? 'import.changed_after_closing' : 'import.reopened_after_closing',
        update,
      );
    const before = updates[i - 1];
    const person = update.cells['sys_updated_by'];
    steps.push({
      event: update.event,
      at: update.at,
      actorId: reading.idOf('person', [person]),
      state: update.state,
      set: fieldsAfter(update, updates, i, ends, reading, warn),
      source: { row: update.row, state: update.wording, ...stated(update, before) },
    });
  });
  return {
    history: {
      sourceRef: first.cells['number'] ?? '',
      createdBy: reading.idOf('person', [cells['opened_by']]),
      steps,
    },
    rejected,
    warnings,
  };
}

/** The rows in the order in which they happened: by the log's own count of changes, then by time, whatever the file's order. */
function inOrder(
  rows: readonly ImportRow[],
  reading: Reading,
  rejected: Rejection[],
  warn: (code: string, row: ImportRow, what?: string) => void,
): Update[] {
  const read = rows.flatMap((row) => {
    const bad = ['sys_updated_at', 'sys_created_at', 'opened_at', 'resolved_at', 'closed_at'].filter(
      (column) => reading.instant(row.cells[column]) === undefined,
    );
    if (bad.length > 0) {
      rejected.push({
        row: row.row,
        reasons: bad.map((field) => ({ field, code: 'import.no_date', found: row.cells[field] ?? '' })),
      });
      return [];
    }
    const when = reading.instant(
      row.cells['sys_updated_at'] ?? row.cells['opened_at'] ?? row.cells['sys_created_at'],
    );
    if (!when) {
      rejected.push({
        row: row.row,
        reasons: [{ field: 'sys_updated_at', code: 'problem.required', params: { field: 'sys_updated_at' } }],
      });
      return [];
    }
    const count = Number(row.cells['sys_mod_count'] ?? Number.NaN);
    return [{ ...row, at: Date.parse(when), count: Number.isInteger(count) ? count : -1 }];
  });
  const sorted = read.toSorted((a, b) => a.count - b.count || a.at - b.at || a.row - b.row);
  if (sorted.some((row, i) => row !== read[i]))
    warn('import.out_of_order', sorted[0] ?? { row: 0, cells: {} });
  const seen = new Map<string, string>();
  const updates: Update[] = [];
  for (const row of sorted) {
    const content = JSON.stringify(row.cells);
    let event = `${row.count}@${new Date(row.at).toISOString()}`;
    if (seen.get(event) === content) {
      warn('import.duplicate_row', row);
      continue;
    }
    while (seen.has(event)) event += '+';
    seen.set(event, content);
    updates.push({ ...row, event, ...stateOf(row, updates.at(-1), warn) });
  }
  return updates;
}

/** An unknown state (the log has a stray -100) changes nothing: the incident stays as it was, new if it is the first. */
function stateOf(
  row: ImportRow,
  before: Update | undefined,
  warn: (code: string, row: ImportRow, what?: string) => void,
) {
  const wording = row.cells['incident_state'] ?? '';
  const state = states[wording.toLowerCase()];
  if (state !== undefined) return { state, wording };
  warn('import.unknown_state', row, wording);
  return { state: before?.state ?? 'new', wording };
}

/** Where the last resolution, the last closing and the response lie; -1 for none. */
function endings(updates: readonly Update[]) {
  const enters = (state: string) =>
    updates.findLastIndex((u, i) => u.state === state && updates[i - 1]?.state !== state);
  return {
    resolved: enters('resolved'),
    closed: enters('closed'),
    responded: updates.findIndex((u) => u.state !== 'new' && u.state !== 'assigned'),
  };
}

const open = (state: string) => !['resolved', 'closed', 'cancelled'].includes(state);

/** The whole incident after an update. What the log knows only at the end (who resolved it, when) is not told before. */
function fieldsAfter(
  update: Update,
  updates: readonly Update[],
  i: number,
  ends: ReturnType<typeof endings>,
  reading: Reading,
  warn: (code: string, row: ImportRow, what?: string) => void,
) {
  const { cells, state } = update;
  const { idOf, settings } = reading;
  const iso = (at: number) => new Date(at).toISOString();
  const category = cells['category'] ?? null;
  const subcategory = cells['subcategory'] ?? null;
  const leveled = {
    impact: level(impacts, cells['impact']),
    urgency: level(urgencies, cells['urgency']),
    customerId: null,
  };
  const priority = level(priorities, cells['priority']);
  if (cells['priority'] && priority === null)
    warn('import.unknown_value', update, `priority ${cells['priority']}`);
  const overridden =
    priority !== null &&
    derivedPriority(leveled, settings) !== null &&
    derivedPriority(leveled, settings) !== priority;
  const reason = pendingReasons[state];
  const opened =
    reading.instant(cells['opened_at']) ??
    reading.instant(cells['sys_created_at']) ??
    iso(updates[0]?.at ?? update.at);
  const ended = !open(state);
  const resolvedRow =
    updates[
      updates.findLastIndex(
        (u, n) => n <= i && u.state === 'resolved' && updates[n - 1]?.state !== 'resolved',
      )
    ];
  const settled = ended && (ends.resolved < 0 || i >= ends.resolved);
  // Of a resolution that was reopened later the log keeps no more than the row.
  const resolvedAt = settled
    ? (reading.instant(cells['resolved_at']) ?? null)
    : ended && resolvedRow
      ? iso(resolvedRow.at)
      : null;
  const endedAt = ended ? (resolvedAt ?? iso(resolvedRow?.at ?? update.at)) : null;
  const responded = ends.responded >= 0 && ends.responded <= i ? updates[ends.responded] : undefined;
  return {
    title: titleOf(cells),
    occurredAt: opened,
    priority,
    ...leveled,
    priorityOverride: overridden ? priority : null,
    overrideReason: overridden ? `Stated by ServiceNow: ${cells['priority'] ?? ''}` : null,
    teamId: idOf('team', [cells['assignment_group']]),
    ownerId: idOf('person', [cells['assigned_to']]),
    requesterId: idOf('person', [cells['caller_id']]),
    categoryId:
      category === null && subcategory === null
        ? null
        : (idOf('category', [category, subcategory]) ?? idOf('category', [category])),
    symptom: cells['u_symptom'] ?? null,
    channel: channels[(cells['contact_type'] ?? '').toLowerCase()] ?? null,
    location: cells['location']?.slice(0, 200) ?? null,
    ci: cells['cmdb_ci']?.slice(0, 200) ?? null,
    problemRef: cells['problem_id']?.slice(0, 60) ?? null,
    changeRef: cells['rfc']?.slice(0, 60) ?? null,
    causedByRef: cells['caused_by']?.slice(0, 60) ?? null,
    knowledgeUsed: cells['knowledge'] === 'true',
    statedSlaMet:
      cells['made_sla'] === null || cells['made_sla'] === undefined ? null : cells['made_sla'] === 'true',
    reopenCount: whole(cells['reopen_count']),
    reassignmentCount: whole(cells['reassignment_count']),
    pendingReason: reason !== undefined && Object.hasOwn(reasons, state) ? reason : null,
    firstAssignedToId: idOf('person', [
      updates.slice(0, i + 1).find((u) => u.cells['assigned_to'])?.cells['assigned_to'],
    ]),
    respondedAt: responded ? iso(responded.at) : null,
    resolvedAt,
    endedAt,
    restoredAt: resolvedAt,
    resolvedById: settled ? idOf('person', [cells['resolved_by']]) : null,
    reopenUntil:
      state === 'resolved' && endedAt !== null
        ? iso(Date.parse(endedAt) + settings.get(reopenDays).value * dayMs)
        : null,
    ...(state === 'closed' && i >= ends.closed && reading.instant(cells['closed_at'])
      ? { closedAt: reading.instant(cells['closed_at']) }
      : {}),
  };
}

/** Columns without a field here, kept in the trail: all on the first event, then those that changed. */
function stated(update: Update, before: Update | undefined): object {
  const others = Object.entries(update.cells).filter(
    ([column, value]) => !read.has(column) && value !== (before?.cells[column] ?? null),
  );
  return others.length === 0 ? {} : { stated: Object.fromEntries(others) };
}

/** The log has no titles. */
function titleOf(cells: ImportRow['cells']): string {
  const kind = [cells['category'], cells['subcategory']].filter(Boolean).join(' / ');
  const title = [kind, cells['u_symptom']].filter(Boolean).join(': ');
  return (title || cells['number'] || '').slice(0, 200);
}

const level = (levels: Readonly<Record<string, number>>, text: string | null | undefined): number | null =>
  text ? (levels[text] ?? null) : null;
const whole = (text: string | null | undefined): number => {
  const n = Number(text ?? 0);
  return Number.isInteger(n) && n >= 0 && n < 1e9 ? n : 0;
};
