import type pg from 'pg';

/**
 * Records that look for the edges of every formula: begun and ended on the very instants and days at which a period
 * begins and ends, in a zone west of Greenwich that changes its clocks within it; cancelled, merged, reopened, rolled
 * back, without a target, without a date. No acts made them: acts would not leave half of what is here.
 */
type Row = Readonly<Record<string, unknown>>;

/** The same each time. */
function dice(seed: number) {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    of: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
    chance: (share: number) => next() < share,
  };
}

const iso = (at: number) => new Date(at).toISOString();
const day = 86_400_000;

export type Edges = {
  /** The instants at which periods begin and end, and the days of the calendar beside them. */
  readonly instants: readonly string[];
  readonly days: readonly string[];
  /** The day that it is there now, in the database's own time. */
  readonly today: string;
  readonly begin: string;
  readonly end: string;
};

export async function adversarial(pool: pg.Pool, edges: Edges, seed = 20_000): Promise<void> {
  const d = dice(seed);
  const first = Date.parse(edges.begin);
  const span = Date.parse(edges.end) - first;
  const near = () => Date.parse(d.of(edges.instants)) + d.of([-1, 0, 0, 1]);
  const instant = () => (d.chance(0.4) ? near() : first + d.below(span));
  const maybe = (share: number, at: () => number) => (d.chance(share) ? iso(at()) : null);
  const days = () => (d.chance(0.15) ? null : d.chance(0.6) ? d.of(edges.days) : iso(first + d.below(span)).slice(0, 10));
  const aroundToday = () => (d.chance(0.2) ? null : iso(Date.parse(edges.today) + d.of([-2, -1, 0, 1, 2]) * day).slice(0, 10));
  const records: Row[] = [];
  const tables = new Map<string, Row[]>();
  let made = 0;

  /** Ids begin with their milliseconds, as everywhere. */
  const put = (table: string, type: string, state: string, fields: Row, more: Row = {}): string => {
    const at = typeof more['created_at'] === 'string' ? Date.parse(more['created_at']) : instant();
    made += 1;
    const id = `${at.toString(16).padStart(12, '0').slice(0, 8)}-${at.toString(16).padStart(12, '0').slice(8)}-7${String(made % 1000).padStart(3, '0')}-8000-${made.toString(16).padStart(12, '0')}`;
    records.push({
      id, type, number: `${type.toUpperCase()}-${made}`, title: type, state, open: false, created_at: iso(at), occurred_at: iso(at), updated_at: iso(at), ...more,
    });
    tables.set(table, [...(tables.get(table) ?? []), { id, ...fields }]);
    return id;
  };
  const many = (n: number, make: (i: number) => void) => Array.from({ length: n }, (_, i) => make(i));
  const known = (type: string, fields: Row = {}) => put(type.replace('-', '_'), type, 'active', fields, { created_at: '2025-01-01T00:00:00Z' });

  const people = [known('person'), known('person'), known('person')];
  const services = [known('service'), known('service')];
  const categories = [known('category', { first_line_solvable: true }), known('category', { first_line_solvable: false })];
  const links: Row[] = [];
  const clocks: Row[] = [];
  const clockOf = (id: string, name: string) =>
    clocks.push({
      record_id: id, name, status: 'stopped', target_ms: d.chance(0.85) ? 14_400_000 : null, started_at: edges.begin, elapsed_ms: d.below(40_000_000),
      moves: [], breached_at: maybe(0.35, instant),
    });
  const someone = () => (d.chance(0.85) ? d.of(people) : null);

  const incidents: string[] = [];
  many(420, () => {
    const created = instant();
    // Reported before it was written down, or so long ago that its age stands at a bound of the ageing.
    const occurred = d.chance(0.3) ? near() - d.of([0, 4, 8, 31]) * day : created - d.of([0, 600_000, 3_600_000, 3_600_001, 90_000_000]);
    const resolvedAt = d.chance(0.75) ? Math.max(occurred, created + d.of([0, 1_800_000, 3_000_000, 5 * day])) : null;
    const ended = resolvedAt === null ? maybe(0.2, instant) : iso(d.chance(0.5) ? resolvedAt : near());
    const id = put('incident', 'incident', d.of(['new', 'assigned', 'pending_customer', 'resolved', 'resolved', 'closed', 'closed', 'closed', 'cancelled', 'duplicate']), {
      channel: d.of(['phone', 'portal', 'mail', 'monitoring', 'supplier']), category_id: d.chance(0.85) ? d.of(categories) : null, ci: d.chance(0.8) ? d.of(['A', 'B', 'C']) : null,
      responded_at: maybe(0.8, instant), first_assigned_to_id: someone(), resolved_by_id: someone(), resolved_at: resolvedAt === null ? null : iso(resolvedAt), ended_at: ended,
      reopen_count: d.of([0, 0, 0, 1, 2]), reassignment_count: d.of([0, 0, 1, 3]), cause_class: d.of([null, 'change', 'software']),
    }, { created_at: iso(created), occurred_at: iso(occurred), created_by: someone(), requester_id: someone(), service_id: d.chance(0.9) ? d.of(services) : null, priority: d.of([1, 2, 3, 4, null]) });
    incidents.push(id);
    if (d.chance(0.9)) clockOf(id, 'response');
    if (d.chance(0.9)) clockOf(id, 'resolution');
  });
  many(40, (i) =>
    put('major_incident', 'major-incident', 'closed', {
      leading_incident_id: incidents[i], declared_at: maybe(0.85, instant), management_informed_at: maybe(0.7, instant), review_due_at: maybe(0.8, instant), reviewed_at: maybe(0.6, instant),
    }));
  many(120, () => {
    const reviewed = d.chance(0.6);
    const [result, category] = [d.of(['implemented', 'implemented', 'backed_out', 'failed']), d.of(['standard', 'normal', 'emergency'])];
    const [inWindow, met, unauthorised] = [d.of([true, true, false, null]), d.of(['yes', 'yes', 'partly', 'no', null]), d.chance(0.1)];
    const closed = d.chance(0.8);
    const ended = d.chance(0.9) ? instant() : null;
    const successful = reviewed ? result === 'implemented' && met === 'yes' && (category === 'emergency' || inWindow === true) && !unauthorised : inWindow === true;
    const id = put('change', 'change', closed ? 'closed' : 'implemented', {
      category, result, in_window: inWindow, objective_met: met, unauthorised, ended_at: ended === null ? null : iso(ended), submitted_at: maybe(0.9, () => (ended ?? instant()) - d.below(20 * day)),
      reviewed_at: reviewed ? iso(instant()) : null, successful: closed ? successful : null,
    });
    if (d.chance(0.4)) {
      const incident = d.of(incidents);
      links.push({ from_id: incident, kind: 'caused_by', to_id: id, at: edges.begin });
      const row = records.findIndex((one) => one['id'] === incident);
      // Exactly seven days after the change, or a moment later: the last that counts and the first that does not.
      if (ended !== null && d.chance(0.6)) records[row] = { ...records[row], occurred_at: iso(ended + 7 * day + d.of([0, 1])), priority: d.of([1, 2, 3]) };
    }
  });
  many(60, () => put('release', 'release', 'closed', { started_at: maybe(0.9, instant), successful: d.of([true, true, false, null]), rolled_back_at: maybe(0.3, instant) }));
  const problems: string[] = [];
  many(60, () => {
    const published = instant();
    problems.push(put('problem', 'problem', d.of(['open', 'known_error', 'closed', 'rejected']), {
      origin: d.of(['trend', 'incidents', 'supplier', 'monitoring', 'major']), category_id: d.chance(0.6) ? d.of(categories) : null,
      published_at: d.chance(0.4) ? iso(published) : null, retired_at: maybe(0.3, () => published + d.below(20 * day)), root_cause_at: maybe(0.6, instant),
      effectiveness_reviewed_at: maybe(0.7, instant), incidents_before: d.of([0, 1, 3, 7, null]), incidents_after: d.of([0, 1, 2, 9]),
    }, { service_id: d.of(services) }));
  });
  const uses = new Map<string, Row>();
  many(150, () => {
    const [problem_id, incident_id] = [d.of(problems), d.of(incidents)];
    uses.set(`${problem_id} ${incident_id}`, { problem_id, incident_id, at: edges.begin });
  });
  many(140, () => {
    const id = put('service_request', 'service-request', d.of(['fulfilled', 'closed', 'closed', 'cancelled', 'converted', 'in_fulfilment']), { fulfilled_at: maybe(0.85, instant), cost_cents: d.of([0, 1234, 99, null]), currency: 'CNY' });
    if (d.chance(0.8)) clockOf(id, d.of(['fulfilment', 'delivery']));
    many(d.below(4), () => put('fulfilment_task', 'fulfilment-task', 'done', { request_id: id, minutes_spent: d.of([0, 7, 45, null]) }));
  });
  many(80, () => put('rating', 'rating', 'answered', { score: d.of([1, 2, 3, 4, 5, null]), asked_at: maybe(0.9, instant), answered_at: maybe(0.8, instant) }));
  many(60, () => put('contract_renewal', 'contract-renewal', d.of(['renewed', 'renewed', 'lost', 'due', 'left_out']), { term_ends_on: days() }));
  many(20, () => {
    const items = d.below(40);
    const checked = d.below(items + 1);
    const attributes = checked * d.below(6);
    put('verification', 'verification', 'closed', { checked_at: maybe(0.85, instant), items, items_checked: checked, items_right: d.below(checked + 1), items_absent: d.below(checked + 1), attributes_checked: attributes, attributes_right: d.below(attributes + 1), unrecorded: d.of([0, 0, 3]) });
  });
  many(60, () => {
    const seen = instant();
    put('difference', 'difference', d.of(['open', 'accepted', 'rejected']), { kind: d.of(['new_item', 'attribute', 'unlinked_edit']), first_seen_at: iso(seen), resolved_at: maybe(0.7, () => seen + d.below(10 * day)), raised_change_id: null });
  });
  many(60, () => {
    const [direction, target, found] = [d.of(['at_least', 'at_most']), d.below(20), d.below(20)];
    put('improvement', 'improvement', d.of(['reported', 'reported', 'measured', 'withdrawn']), {
      direction, target_value: target, found_value: found, target_met: direction === 'at_most' ? found <= target : found >= target, reported_at: maybe(0.85, instant), implemented_at: maybe(0.8, instant),
    });
  });
  const audit = put('internal_audit', 'internal-audit', 'closed', {});
  many(70, () => put('audit_finding', 'audit-finding', d.of(['open', 'verified', 'verified', 'draft', 'withdrawn']), { audit_id: audit, due_on: days(), verified_at: maybe(0.7, instant) }));
  many(90, () => {
    const state = d.of(['open', 'closed', 'closed', 'dismissed']);
    put('nonconformity', 'nonconformity', state, { requirement: d.of(['8.6.1-a', '8.5.1-b', '9.2-c', null]), due_on: days(), actions_done_at: maybe(0.4, instant) }, { closed_at: state === 'closed' ? iso(instant()) : null });
  });
  many(60, () => put('objective', 'objective', d.of(['achieved', 'missed', 'closed', 'active']), { due_on: days(), last_met: d.of([true, false, null]), decision: d.of([null, null, 'extend']) }));
  const risks = many(20, () => 0).map(() => put('risk', 'risk', d.of(['identified', 'treated', 'closed']), { above_threshold: d.chance(0.5), accepted_by_top: d.chance(0.4) }));
  many(120, () => put('action_item', 'action-item', d.of(['open', 'done', 'cancelled']), { source_id: d.of([...risks, d.of(incidents)]), due_on: d.chance(0.3) ? aroundToday() : days(), done_at: maybe(0.6, instant) }));
  many(40, (i) =>
    put('document', 'document', d.of(['effective', 'effective', 'obsolete']), {
      code: `D-${i}`, effective_version: d.of(['1.0', '2.1', null]), review_due_on: aroundToday(), next_check_on: d.chance(0.3) ? aroundToday() : null, must_read: d.of(['audience', 'nobody']), audience: 'named', audience_person_ids: people.slice(0, d.below(4)),
    }));
  many(50, () => put('service_report', 'service-report', d.of(['issued', 'closed', 'cancelled', 'due']), { due_on: days(), issued_at: maybe(0.8, instant) }));

  const client = await pool.connect();
  try {
    await client.query('begin');
    const insert = async (table: string, rows: readonly Row[]) => {
      if (rows.length === 0) return;
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
      await client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::servanda.${table}, $1)`, [JSON.stringify(rows)]);
    };
    await insert('record', records);
    for (const [table, rows] of tables) await insert(table, rows);
    await insert('clock', clocks);
    await insert('link', [...new Map(links.map((link) => [`${String(link['from_id'])} ${String(link['to_id'])}`, link])).values()]);
    await insert('known_error_use', [...uses.values()]);
    await insert('document_acknowledgement', acknowledged(tables.get('document') ?? [], people, d.chance));
    await client.query('commit');
  } finally {
    client.release();
  }
} // prettier-ignore

/** Of the version in force, of the one before, or not at all. */
const acknowledged = (documents: readonly Row[], people: readonly string[], chance: (share: number) => boolean): Row[] =>
  documents.flatMap(({ id, effective_version: version }) =>
    version === null
      ? []
      : people.filter(() => chance(0.6)).map((person) => {
          const major = chance(0.7) ? Number.parseInt(version as string, 10) : 7;
          return { document_id: id, major, person_id: person, version: `${major}.0`, at: '2026-02-01T00:00:00Z' };
        }),
  ); // prettier-ignore
