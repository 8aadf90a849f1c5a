import { no, type Rule } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { audits } from './audit.roles.ts';
import type { AuditRow } from './audit.store.ts';
import type { AuditFinding } from './finding.fields.ts';

type R = Rule<AuditFinding>;
type Given = Readonly<Record<string, unknown>>;
type Facts = {
  readonly audit?: AuditRow;
  readonly follows?: { readonly number: string; readonly state: string; readonly ownerId: string | null };
};

const after = (finding: AuditFinding, input: Given, field: keyof AuditFinding): unknown =>
  input[field] === undefined ? finding[field] : input[field];

export const isItsAuditor: R = (_finding, actor, { facts }) => {
  const { audit } = facts as Facts;
  return audit && audits(audit, actor) ? undefined : no('internal_audit.not_its_auditor');
};

export const auditRuns: R = (_finding, _actor, { facts }) => {
  const { audit } = facts as Facts;
  return audit?.state === 'executing'
    ? undefined
    : no('audit_finding.not_now', { state: `@internal_audit.state.${audit?.state ?? 'cancelled'}` });
};

/** A nonconformity is one against something: a requirement, or a document of one's own. */
export const demandIsNamed: R = (finding, _actor, { input }) => {
  const requirement = after(finding, input, 'requirement');
  if (typeof requirement === 'string' && !requirementNamed(requirement))
    return no('internal_audit.no_such_requirement', { requirement }, 'requirement');
  const grade = after(finding, input, 'grade');
  const demanded = requirement !== null || after(finding, input, 'documentId') !== null;
  return (grade === 'major' || grade === 'minor') && !demanded
    ? no('audit_finding.demand_needed', {}, 'requirement')
    : undefined;
};

export const notItsOwner: R = (finding, actor, { facts }) =>
  actor.id !== null && [finding.ownerId, (facts as Facts).follows?.ownerId].includes(actor.id)
    ? no('audit_finding.verifier_owns_it')
    : undefined;

const settled: Readonly<Record<string, readonly string[]>> = {
  major: ['closed', 'dismissed'],
  minor: ['closed', 'dismissed'],
  opportunity: ['approved', 'planned', 'implemented', 'measured', 'reported', 'refused', 'withdrawn'],
};

/** Verified is what was followed: the nonconformity closed, the opportunity decided, the observation answered. */
export const isSettled: R = (finding, _actor, { facts }) => {
  const { follows } = facts as Facts;
  const states = settled[finding.grade ?? 'minor'];
  if (!states) return finding.response === null ? no('audit_finding.response_needed') : undefined;
  return follows && states.includes(follows.state)
    ? undefined
    : no('audit_finding.not_settled', { number: follows?.number ?? '–' });
};
