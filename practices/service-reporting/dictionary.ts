import type { Direction } from './figures.ts';

/** What a measurement plan begins with: the KPIs of processes.md 0.6 and 21 that the practices feed, in the units they are told in. */
type Entry = {
  readonly measure: string;
  readonly subject: 'system' | 'service' | 'process';
  readonly direction: Direction;
  readonly target: number | null;
};

const atLeast = (subject: Entry['subject'], measure: string, target: number): Entry => ({
  measure,
  subject,
  direction: 'at_least',
  target,
});
const atMost = (subject: Entry['subject'], measure: string, target: number): Entry => ({
  measure,
  subject,
  direction: 'at_most',
  target,
});
const watched = (subject: Entry['subject'], measure: string): Entry => ({
  measure,
  subject,
  direction: 'observe',
  target: null,
});

/** Targets are the product's, to be replaced by the organisation's own. */
export const dictionary: readonly Entry[] = [
  atMost('service', 'incident.mtta', 1),
  atMost('service', 'incident.mttr', 16),
  atLeast('service', 'incident.response_attainment', 95),
  atLeast('service', 'incident.resolution_attainment', 95),
  atLeast('process', 'incident.first_contact_resolution', 60),
  atMost('process', 'incident.reopen_rate', 5),
  atMost('process', 'incident.reassignment_rate', 2),
  watched('service', 'incident.opened'),
  watched('process', 'incident.backlog'),
  atMost('process', 'incident.backlog_ratio', 5),
  watched('process', 'incident.backlog_0_3_days'),
  watched('process', 'incident.backlog_4_7_days'),
  watched('process', 'incident.backlog_8_30_days'),
  atMost('process', 'incident.backlog_over_30_days', 0),
  atMost('service', 'incident.open_breached', 0),
  atMost('process', 'incident.repeat_rate', 20),
  atMost('service', 'major_incident.count', 1),
  atMost('process', 'major_incident.time_to_declare', 0.5),
  atMost('process', 'major_incident.time_to_inform', 0.5),
  atLeast('process', 'major_incident.reviewed_on_time', 100),
  atMost('process', 'change.incidents_from_changes', 5),
  atMost('process', 'change.incidents_per_change', 0.1),
  atLeast('process', 'change.success_rate', 95),
  atMost('process', 'change.emergency_share', 5),
  atMost('process', 'difference.unauthorised', 0),
  atMost('process', 'change.lead_time', 240),
  atLeast('process', 'release.success', 95),
  atLeast('process', 'problem.effectiveness', 50),
  atLeast('process', 'problem.proactive_share', 20),
  atLeast('process', 'problem.known_error_use', 50),
  atMost('process', 'problem.rca_lead_time', 480),
  atLeast('service', 'service_request.on_time', 95),
  atMost('process', 'service_request.touch_time', 2),
  watched('process', 'service_request.cost'),
  atLeast('process', 'verification.attribute_accuracy', 98),
  atLeast('process', 'verification.item_accuracy', 95),
  atLeast('process', 'verification.completeness', 98),
  atMost('process', 'difference.lag', 120),
  atLeast('service', 'rating.satisfied', 85),
  atLeast('service', 'rating.response_rate', 20),
  atLeast('system', 'contract_renewal.retention', 90),
  atLeast('system', 'improvement.realised', 70),
  atMost('system', 'improvement.lead_time', 2160),
  atLeast('system', 'audit_finding.closed_on_time', 90),
  atMost('system', 'nonconformity.overdue', 0),
  atMost('system', 'nonconformity.recurrence', 10),
  atLeast('system', 'objective.attained', 80),
  atMost('system', 'risk.actions_overdue', 10),
  atMost('system', 'risk.above_unaccepted', 0),
  atMost('system', 'document.overdue', 0),
  atLeast('system', 'document.acknowledged', 95),
  atLeast('system', 'service_report.on_time', 95),
];
