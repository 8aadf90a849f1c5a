import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { access, keepers } from './certification.access.ts';
import { fields, type CertificationAudit } from './audit.fields.ts';

type Of = Rule<CertificationAudit>;
const after = (audit: CertificationAudit, { input }: Pick<Context, 'input'>) =>
  ({ ...audit, ...input }) as CertificationAudit;

const inOrder =
  (from: 'plannedOn' | 'heldOn' | 'windowFrom', to: 'plannedUntil' | 'heldUntil' | 'dueOn'): Of =>
  (audit, _actor, context) => {
    const { [from]: first, [to]: last } = after(audit, context);
    return first !== null && last !== null && last < first
      ? no('problem.dates_reversed', { from: first, to: last }, to)
      : undefined;
  };

/** A body may agree to a later day; what it puts at risk is then known, and the reason kept. */
const lateHasItsReason: Of = (audit, _actor, context) => {
  const { dueOn, plannedUntil, lateReason } = after(audit, context);
  return dueOn !== null && plannedUntil !== null && plannedUntil > dueOn && lateReason === null
    ? no('certification_audit.after_its_day', { date: dueOn }, 'lateReason')
    : undefined;
};

const isOver: Of = (audit, _actor, context) => {
  const { heldUntil } = after(audit, context);
  return heldUntil !== null && heldUntil > dayIn(context.settings, context.at)
    ? no('certification_audit.not_over', {}, 'heldUntil')
    : undefined;
};

/** Major nonconformities are corrected, and the correction seen, before anything is decided (ISO/IEC 17021-1). */
const nothingIsOpen: Of = ({ majors }, _actor, { facts }) => {
  const open = Number(facts['open']);
  if ((majors ?? 0) > 0 && Number(facts['raised']) < (majors ?? 0))
    return no('certification_audit.majors_not_raised', {
      count: majors ?? 0,
      raised: Number(facts['raised']),
    });
  return open > 0 ? no('certification_audit.majors_open', { count: open }) : undefined;
};

async function nonconformities(tx: Tx, { id }: CertificationAudit) {
  const [row] = await tx.run<{ raised: number; open: number }>(
    'certification_audit_nonconformities',
    `select count(*)::int as raised, count(*) filter (where r.state <> 'closed')::int as open
     from nonconformity t join record r on r.id = t.id where t.source_id = $1 and t.grade = 'major' and r.state <> 'dismissed'`,
    [id],
  );
  return row ?? { raised: 0, open: 0 };
}

const decidedAfterIt: Of = (audit, _actor, context) => {
  const { heldUntil, decidedOn } = after(audit, context);
  if (heldUntil !== null && decidedOn !== null && decidedOn < heldUntil)
    return no('problem.dates_reversed', { from: heldUntil, to: decidedOn }, 'decidedOn');
  return decidedOn !== null && decidedOn > dayIn(context.settings, context.at)
    ? no('certification_audit.not_over', {}, 'decidedOn')
    : undefined;
};

/** No interval is longer than the body's: the next surveillance counts from the last day of this one. */
async function moveNext(work: Work, { certificateId, kind, heldUntil }: CertificationAudit): Promise<void> {
  if (kind !== 'surveillance_1' || heldUntil === null) return;
  const [next] = await work.run<{ id: string; dueOn: string; months: number }>(
    'certification_audit_next',
    `select a.id, a.due_on::text as "dueOn", c.interval_months as months from certification_audit a join record r on r.id = a.id
     join certificate c on c.id = a.certificate_id where a.certificate_id = $1 and a.kind = 'surveillance_2' and r.state = 'due'`,
    [certificateId],
  );
  if (!next) return;
  const dueOn = addMonths(heldUntil, next.months);
  if (dueOn >= next.dueOn) return;
  await act(work, { type: 'certification-audit', id: next.id }, 'bring_forward', system(), { dueOn, windowFrom: addMonths(dueOn, -3) });
} // prettier-ignore

const about = ['title', 'certificateId', 'kind', 'dueOn', 'windowFrom', 'siteIds', 'ownerId'];
const plan = ['plannedOn', 'plannedUntil', 'auditorDays', 'siteIds', 'leadAuditor', 'lateReason'];
const process = defineProcess<CertificationAudit>()({
  states: { due: 'new', agreed: 'active', held: 'done', closed: 'closed', cancelled: 'closed' },
  initial: 'due',
  create: {
    by: keepers,
    fields: about,
    required: ['title', 'certificateId', 'kind', 'dueOn'],
    checks: [inOrder('windowFrom', 'dueOn')],
  },
  edit: {
    from: ['due', 'agreed'],
    by: keepers,
    fields: ['title', 'siteIds', 'ownerId', 'leadAuditor', 'auditorDays'],
    required: ['title'],
  },
  transitions: {
    agree: {
      from: ['due', 'agreed'],
      to: 'agreed',
      by: keepers,
      fields: plan,
      required: ['plannedOn', 'plannedUntil'],
      checks: [inOrder('plannedOn', 'plannedUntil'), lateHasItsReason],
    },
    hold: {
      from: ['agreed'],
      to: 'held',
      by: keepers,
      fields: ['heldOn', 'heldUntil', 'majors', 'minors', 'observations', 'result', 'summary'],
      required: ['heldOn', 'heldUntil', 'majors', 'minors', 'observations', 'result'],
      checks: [inOrder('heldOn', 'heldUntil'), isOver],
      effect: moveNext,
    },
    close: {
      from: ['held'],
      to: 'closed',
      by: keepers,
      fields: ['decidedOn'],
      required: ['decidedOn'],
      facts: nonconformities,
      checks: [nothingIsOpen, decidedAfterIt],
    },
    /** By the software, when the audit before it was earlier. */
    bring_forward: { from: ['due'], by: ['system'], fields: ['dueOn', 'windowFrom'], required: ['dueOn'] },
    cancel: { from: ['due', 'agreed'], to: 'cancelled', by: keepers, requires: ['reason'] },
  },
  clocks: {},
});

/** One audit by the certification body: when it has to be, when it is, what it found. */
export const certificationAudit = defineRecord({
  type: 'certification-audit',
  plural: 'certification-audits',
  prefix: 'CAU',
  fields,
  base: ['title', 'ownerId'],
  search: ['leadAuditor', 'summary'],
  list: ['number', 'title', 'state', 'certificateId', 'kind', 'dueOn', 'plannedOn', 'heldOn', 'majors', 'minors', 'result', 'ownerId'],
  register: true,
  process,
  access,
}); // prettier-ignore
