/** The event log of a ServiceNow instance, column by column. Data: what means what, and nothing else. */

/** Without these it is another file. */
export const needed = ['number', 'incident_state', 'sys_mod_count', 'sys_updated_at', 'opened_at'] as const;

/**
 * Their states and ours. "Awaiting Evidence" goes on as work in progress: a pause stops the customer's clock, and the
 * log does not say that the customer was the one to be waited for. The trail keeps the wording of the log.
 */
export const states: Readonly<Record<string, string>> = {
  'new': 'new',
  'active': 'in_progress',
  'in progress': 'in_progress',
  'work in progress': 'in_progress',
  'assigned': 'assigned',
  'awaiting user info': 'pending_customer',
  'awaiting caller': 'pending_customer',
  'awaiting vendor': 'pending_supplier',
  'awaiting problem': 'pending_problem',
  'awaiting change': 'pending_change',
  'awaiting evidence': 'in_progress',
  'resolved': 'resolved',
  'closed': 'closed',
  'canceled': 'cancelled',
  'cancelled': 'cancelled',
}; // prettier-ignore

/** A waiting state needs a typed reason; the log's states say no more than these. */
export const pendingReasons: Readonly<Record<string, string>> = {
  pending_customer: 'information',
  pending_supplier: 'supplier_analysis',
  pending_problem: 'root_cause',
  pending_change: 'change_approval',
};

/**
 * Their three levels of impact are our lower three (significant, moderate, minor): so the matrix gives the priority
 * that the log states, and an override is only written where it does not.
 */
export const impacts: Readonly<Record<string, number>> = { '1 - High': 2, '2 - Medium': 3, '3 - Low': 4 };
export const urgencies: Readonly<Record<string, number>> = { '1 - High': 1, '2 - Medium': 2, '3 - Low': 3 };
export const priorities: Readonly<Record<string, number>> = {
  '1 - Critical': 1,
  '2 - High': 2,
  '3 - Moderate': 3,
  '4 - Low': 4,
  '5 - Planning': 4,
};

export const channels: Readonly<Record<string, string>> = {
  'phone': 'phone',
  'ivr': 'phone',
  'email': 'email',
  'self service': 'portal',
  'self-service': 'portal',
  'chat': 'chat',
  'virtual agent': 'chat',
  'walk-in': 'walk_in',
  'direct opening': 'walk_in',
  'monitoring': 'monitoring',
  'event': 'monitoring',
}; // prettier-ignore

/** Columns that become fields; every other one is kept in the trail as the log states it. */
export const read = new Set([
  'number', 'incident_state', 'reassignment_count', 'reopen_count', 'sys_mod_count', 'made_sla', 'caller_id', 'opened_by',
  'opened_at', 'sys_created_at', 'sys_updated_by', 'sys_updated_at', 'contact_type', 'location', 'category', 'subcategory',
  'u_symptom', 'cmdb_ci', 'impact', 'urgency', 'priority', 'assignment_group', 'assigned_to', 'knowledge', 'problem_id', 'rfc',
  'caused_by', 'resolved_by', 'resolved_at', 'closed_at', 'active',
]); // prettier-ignore

export const staffColumns = [
  'assigned_to',
  'opened_by',
  'resolved_by',
  'sys_updated_by',
  'sys_created_by',
] as const;

export const backwards = (map: Readonly<Record<string, number>>): Readonly<Record<number, string>> =>
  Object.fromEntries(
    Object.entries(map)
      .toReversed()
      .map(([word, level]) => [level, word]),
  );
