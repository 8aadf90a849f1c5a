import { defineSetting } from '../../kernel/practice/settings.ts';

/** Calendar days from the report: until those responsible have read it, and until a finding is to be settled. */
export const auditDays = defineSetting('internal_audit.days', { acknowledge: 14, settle: 60 });
