/**
 * Each KPI of the dictionary as plain SQL, written from processes.md 0.5 and 0.6 and from nothing else, for `kpi.test.ts`.
 * `:from` and `:to` are the instants at which the period begins and has ended, `:zone` is where the organisation is,
 * `:today` its day now. Durations are hours, shares percent; no row or null is “n/a”.
 */
const inP = (instant: string) => `${instant} >= :from and ${instant} < :to`;
/** A day falls into the period by the calendar on the organisation's wall. */
const dayInP = (day: string) =>
  `${day} >= (:from at time zone :zone)::date and ${day} < (:to at time zone :zone)::date`;
const day = (instant: string) => `(${instant} at time zone :zone)::date`;
const hours = (from: string, to: string) => `extract(epoch from (${to}) - (${from}))::numeric / 3600`;
const share = (of: string, from: string) =>
  `select 100.0 * count(*) filter (where ${of}) / nullif(count(*), 0) as v ${from}`;
const mean = (of: string, from: string) => `select sum(${of}) / nullif(count(${of}), 0) as v ${from}`;
const count = (from: string) => `select count(*) as v ${from}`;

const incidents = `from record r join incident i using (id)`;
const real = `r.state <> 'cancelled' and r.state <> 'duplicate'`;
const resolved = `${incidents} where i.resolved_at is not null and ${inP('i.ended_at')} and ${real}`;
const withClock = (name: string) =>
  `${incidents} join clock c on c.record_id = r.id and c.name = '${name}' and c.target_ms is not null`;
const resolvedWith = (name: string) =>
  `${withClock(name)} where i.resolved_at is not null and ${inP('i.ended_at')} and ${real}`;

/** Open at the end of P: begun in it or before, and not ended in it or before. */
const openAtEnd = `${incidents} where r.created_at < :to and not coalesce(i.ended_at < :to, false)`;
const aged = (from: number, to: number | null) =>
  count(
    `${openAtEnd} and floor(extract(epoch from :to - r.occurred_at) / 86400) >= ${from}${to === null ? '' : ` and floor(extract(epoch from :to - r.occurred_at) / 86400) <= ${to}`}`,
  );

const byChange = `exists (select from link l, record c where l.from_id = r.id and l.kind = 'caused_by' and c.id = l.to_id and c.type = 'change')`;
const incidentsInP = `${incidents} where ${inP('r.occurred_at')} and ${real}`;
const changes = `from record r join change h using (id)`;
const implemented = `${changes} where ${inP('h.ended_at')}`;
const severeAfter = `exists (select from link l join record v on v.id = l.from_id where l.to_id = r.id and l.kind = 'caused_by' and v.type = 'incident'
  and v.state not in ('cancelled', 'duplicate') and v.priority in (1, 2) and v.occurred_at <= h.ended_at + interval '7 days')`;
const knownThen = `exists (select from problem p join record q on q.id = p.id where q.service_id = r.service_id
  and (p.category_id is null or p.category_id = i.category_id) and p.published_at <= i.resolved_at and coalesce(p.retired_at > i.resolved_at, true))`;

const requests = `from record r join service_request s using (id)`;
const fulfilled = `${requests} where r.state in ('fulfilled', 'closed') and ${inP('s.fulfilled_at')}`;
const promised = `exists (select from clock c where c.record_id = r.id and c.name in ('fulfilment', 'delivery') and c.target_ms is not null)`;
const late = `exists (select from clock c where c.record_id = r.id and c.name in ('fulfilment', 'delivery') and c.target_ms is not null and c.breached_at is not null)`;

const majors = `from record r join major_incident m using (id)`;
const verifications = `from verification v where ${inP('v.checked_at')}`;
const sums = (right: string, all: string) =>
  `select 100.0 * sum(${right}) filter (where ${all} > 0) / nullif(sum(${all}) filter (where ${all} > 0), 0) as v ${verifications}`;

const inForce = `from record r join document d using (id) where d.effective_version is not null and r.state <> 'obsolete'`;
const staffRoles = ':staff';
const asked = `(select count(*) from document_addressees(d.id, :today, ${staffRoles}))`;
const read = `(select count(*) from document_addressees(d.id, :today, ${staffRoles}) a(id) join document_acknowledgement k on k.person_id = a.id
  and k.document_id = d.id and k.major = split_part(d.effective_version, '.', 1)::int)`;

export const plainSql: Readonly<Record<string, string>> = {
  'incident.mtta': mean('c.elapsed_ms / 3600000.0', `${withClock('response')} where ${inP('i.responded_at')} and ${real}`),
  'incident.mttr': mean('c.elapsed_ms / 3600000.0', resolvedWith('resolution')),
  'incident.response_attainment': share('c.breached_at is null', resolvedWith('response')),
  'incident.resolution_attainment': share('c.breached_at is null', resolvedWith('resolution')),
  'incident.first_contact_resolution': share(
    `i.reopen_count = 0 and i.reassignment_count = 0 and i.resolved_at - r.occurred_at <= interval '1 hour'
     and i.resolved_by_id = (case when r.created_by is null or r.created_by = r.requester_id then i.first_assigned_to_id else r.created_by end)`,
    `${resolved} and i.channel <> 'monitoring' and i.channel <> 'supplier' and i.category_id in (select id from category where first_line_solvable)`),
  'incident.reopen_rate': share('i.reopen_count >= 1', resolved),
  'incident.reassignment_rate': mean('i.reassignment_count::numeric', resolved),
  'incident.opened': count(`${incidents} where ${inP('r.created_at')} and ${real}`),
  'incident.backlog': count(openAtEnd),
  'incident.backlog_ratio': `select (${count(openAtEnd)}) / nullif((${count(resolved)})::numeric / (${day(':to')} - ${day(':from')}), 0) as v`,
  'incident.backlog_0_3_days': aged(0, 3),
  'incident.backlog_4_7_days': aged(4, 7),
  'incident.backlog_8_30_days': aged(8, 30),
  'incident.backlog_over_30_days': aged(31, null),
  'incident.open_breached': count(`${openAtEnd} and exists (select from clock c where c.record_id = r.id and c.name = 'resolution' and c.breached_at < :to)`),
  'incident.repeat_rate': share(
    `exists (select from record s join incident j using (id) where s.id <> r.id and s.service_id = r.service_id and j.category_id = i.category_id and j.ci = i.ci
       and s.state not in ('cancelled', 'duplicate') and (s.created_at, s.id) < (r.created_at, r.id) and s.created_at >= r.created_at - interval '30 days')`,
    `${incidents} where ${inP('r.created_at')} and ${real}`),
  'major_incident.count': count(`${majors} where ${inP('m.declared_at')}`),
  'major_incident.time_to_declare': mean(hours('r.occurred_at', 'm.declared_at'), `${majors} where ${inP('m.declared_at')}`),
  'major_incident.time_to_inform': mean(hours('m.declared_at', 'm.management_informed_at'), `${majors} where ${inP('m.management_informed_at')}`),
  'major_incident.reviewed_on_time': share('m.reviewed_at <= m.review_due_at', `${majors} where ${inP('m.review_due_at')}`),
  'change.incidents_from_changes': share(byChange, incidentsInP),
  'change.incidents_per_change': `select (${count(`${incidentsInP} and ${byChange}`)})::numeric / nullif((${count(implemented)}), 0) as v`,
  'change.success_rate': share(
    `not ${severeAfter} and case when h.reviewed_at is null then h.in_window
       else h.result = 'implemented' and h.objective_met = 'yes' and (h.in_window or h.category = 'emergency') and not h.unauthorised end`,
    `${implemented} and r.state = 'closed'`),
  'change.emergency_share': share(`h.category = 'emergency'`, `${implemented} and not h.unauthorised`),
  'difference.unauthorised': count(`from difference f where ${inP('f.first_seen_at')} and (f.kind = 'unlinked_edit' or f.raised_change_id is not null)`),
  'change.lead_time': mean(hours('h.submitted_at', 'h.ended_at'), `${implemented} and h.result = 'implemented' and not h.unauthorised`),
  'release.success': share('e.successful and e.rolled_back_at is null', `from release e where ${inP('e.started_at')} and e.successful is not null`),
  'problem.effectiveness': mean('100 * (1 - p.incidents_after::numeric / p.incidents_before)', `from problem p where ${inP('p.effectiveness_reviewed_at')} and p.incidents_before > 0`),
  'problem.proactive_share': share(`p.origin in ('trend', 'supplier', 'monitoring')`, `from record r join problem p using (id) where ${inP('r.created_at')} and r.state <> 'rejected'`),
  'problem.known_error_use': share(`r.id in (select incident_id from known_error_use)`, `${resolved} and ${knownThen}`),
  'problem.rca_lead_time': mean(hours('r.created_at', 'p.root_cause_at'), `from record r join problem p using (id) where ${inP('p.root_cause_at')}`),
  'service_request.on_time': share(`not ${late}`, `${fulfilled} and ${promised}`),
  'service_request.touch_time': `select sum(k.minutes_spent) / 60.0 / nullif(count(distinct r.id), 0) as v
     from record r join service_request s using (id) join fulfilment_task k on k.request_id = r.id and k.minutes_spent is not null
     where r.state in ('fulfilled', 'closed') and ${inP('s.fulfilled_at')}`,
  'service_request.cost': mean('s.cost_cents / 100.0', fulfilled),
  'verification.attribute_accuracy': sums('v.attributes_right', 'v.attributes_checked'),
  'verification.item_accuracy': sums('v.items_right', 'v.items_checked'),
  'verification.completeness': sums('(v.items_checked - v.items_absent)', '(v.items_checked - v.items_absent + v.unrecorded)'),
  'difference.lag': mean(hours('f.first_seen_at', 'f.resolved_at'), `from record r join difference f using (id) where r.state = 'accepted' and ${inP('f.resolved_at')}`),
  'rating.satisfied': share('g.score in (4, 5)', `from rating g where g.score is not null and ${inP('g.answered_at')}`),
  'rating.response_rate': share('g.score is not null', `from rating g where ${inP('g.asked_at')}`),
  'contract_renewal.retention': share(`r.state = 'renewed'`, `from record r join contract_renewal c using (id) where r.state in ('renewed', 'lost') and ${dayInP('c.term_ends_on')}`),
  'improvement.realised': share(
    `case m.direction when 'at_most' then m.found_value <= m.target_value else m.found_value >= m.target_value end`,
    `from record r join improvement m using (id) where r.state = 'reported' and ${inP('m.reported_at')}`),
  'improvement.lead_time': mean(hours('r.created_at', 'm.implemented_at'), `from record r join improvement m using (id) where ${inP('m.implemented_at')}`),
  'audit_finding.closed_on_time': share(
    `${day('f.verified_at')} <= f.due_on`,
    `from record r join audit_finding f using (id) where r.state in ('open', 'verified') and ${dayInP('f.due_on')}`),
  'nonconformity.overdue': count(`from record r join nonconformity n using (id) where r.state <> 'dismissed' and r.created_at < :to
     and coalesce(r.closed_at >= :to, true) and n.due_on < ${day(':to')} and coalesce(n.actions_done_at >= :to, true)`),
  'nonconformity.recurrence': share(
    `n.repeat_of_id is not null or exists (select from record q join nonconformity o using (id) where q.state <> 'dismissed' and o.requirement = n.requirement
       and (q.created_at, q.id) < (r.created_at, r.id) and r.created_at - q.created_at <= interval '365 days')`,
    `from record r join nonconformity n using (id) where r.state <> 'dismissed' and ${inP('r.created_at')}`),
  'objective.attained': share(
    'o.last_met and o.decision is null',
    `from record r join objective o using (id) where r.state in ('achieved', 'missed', 'closed') and ${dayInP('o.due_on')}`),
  'risk.actions_overdue': share(
    `case when a.done_at is null then a.due_on < :today else ${day('a.done_at')} > a.due_on end`,
    `from record r join action_item a using (id) where r.state <> 'cancelled' and a.source_id in (select id from risk) and ${dayInP('a.due_on')}`),
  'risk.above_unaccepted': count(`from record r join risk k using (id) where k.above_threshold and not k.accepted_by_top and r.state <> 'closed' and r.created_at < :to`),
  'document.overdue': count(`${inForce} and (d.review_due_on < :today or d.next_check_on < :today)`),
  'document.acknowledged': mean(`100.0 * ${read} / ${asked}`, `${inForce} and d.must_read <> 'nobody' and ${asked} > 0`),
  'service_report.on_time': share(
    `${day('p.issued_at')} <= p.due_on`,
    `from record r join service_report p using (id) where r.state <> 'cancelled' and ${dayInP('p.due_on')}`),
}; // prettier-ignore
