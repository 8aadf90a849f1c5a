import { staff } from '../../kernel/access/roles.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import * as actions from './document.actions.ts';
import { codeFits, codeStays } from './document.code.ts';
import { fields, reach, type Document } from './document.fields.ts';
import * as rules from './document.rules.ts';
import * as sets from './document.sets.ts';
import { contentInForce } from './version.store.ts';

/** Whoever works inside may write; those who audit do not write what they audit (S5). */
const writers = staff.filter((role) => role !== 'internal-auditor');
const keepers = [...rules.keepers, 'top-management'];

const owned = Object.entries(fields).flatMap(([key, { about }]) => (about.readOnly === true ? [] : [key]));
const editable = [...owned, 'ownerId'];
/** What may change without a new version: who keeps it, for whom it is, how long. */
const kept = [
  'ownerId',
  'ownerRole',
  ...reach,
  'mustRead',
  'retention',
  'reviewMonths',
  'obligation',
  'clauses',
];
const written = [
  codeFits,
  codeStays,
  rules.hasItsTitles,
  rules.authoritativeIsKept,
  rules.reachIsClear,
  rules.reachIsKept,
  rules.checkIsAhead,
  rules.supersedesAnother,
] as const;

/** 7.5: documents.md 1. The version in force is read on while the next one is written and approved. */
export const documentProcess = defineProcess<Document>()({
  states: {
    draft: 'new',
    in_review: 'waiting',
    approved: 'waiting',
    effective: 'done',
    review_due: 'active',
    revising: 'active',
    obsolete: 'closed',
  },
  initial: 'draft',
  create: {
    by: writers,
    fields: editable,
    required: ['code', 'level', 'documentClass'],
    checks: written,
    set: sets.written,
  },
  edit: {
    from: ['draft', 'revising'],
    by: writers,
    fields: editable,
    required: ['code', 'level', 'documentClass'],
    checks: written,
    set: sets.written,
  },
  transitions: {
    submit: {
      from: ['draft', 'revising'],
      to: 'in_review',
      by: writers,
      fields: ['reviewerIds', 'approverIds', 'takesEffectOn', 'changeNote', 'revision'],
      facts: actions.drawing,
      rules: [rules.isWhole, rules.placesAreFilled],
      checks: [
        rules.saysWhatChanged, rules.externalIsIdentified, rules.effectIsAhead, rules.approverIsNotAuthor,
        rules.reviewerIsNotAuthor, rules.reviewerIsNotApprover, actions.blocksAreWhole,
      ], // prettier-ignore
      set: sets.submitted,
      effect: actions.askPeople,
    },
    take_back: {
      from: ['in_review'],
      by: writers,
      requires: ['reason'],
      set: sets.sentBack,
      effect: actions.askNobody,
    },
    approved: {
      from: ['in_review'],
      to: 'approved',
      by: ['system'],
      facts: actions.approving,
      checks: [actions.blocksAreWhole],
      set: sets.approved,
      effect: actions.afterApproval,
    },
    rejected: { from: ['in_review'], by: ['system'], set: sets.sentBack },
    take_effect: {
      from: ['approved'],
      to: 'effective',
      by: ['system'],
      set: sets.inForce,
      effect: actions.supersede,
    },
    fall_due: { from: ['effective'], to: 'review_due', by: ['system'] },
    announce_review: { from: ['effective'], by: ['system'] },
    remind_review: { from: ['review_due'], by: ['system'] },
    confirm: {
      from: ['effective', 'review_due'],
      to: 'effective',
      by: writers,
      requires: ['comment'],
      comment: 'internal',
      set: sets.reviewed,
    },
    check_source: {
      from: ['effective', 'review_due'],
      to: 'effective',
      by: writers,
      fields: ['lastCheckedOn', 'nextCheckOn'],
      required: ['nextCheckOn'],
      requires: ['comment'],
      comment: 'internal',
      rules: [rules.isExternal],
      checks: [rules.checkIsAhead],
      set: sets.checked,
    },
    manage: {
      from: ['in_review', 'approved', 'effective', 'review_due'],
      by: writers,
      fields: kept,
      requires: ['reason'],
      checks: [codeFits, rules.reachIsClear, rules.reachIsKept],
      set: sets.managed,
    },
    revise: {
      from: ['effective', 'review_due'],
      to: 'revising',
      by: writers,
      fields: ['revision', 'changeId'],
      requires: ['reason'],
      set: sets.revising,
    },
    discard: {
      from: ['revising'],
      to: 'effective',
      by: writers,
      requires: ['reason'],
      rules: [rules.hasSomethingInForce],
      facts: contentInForce,
      set: (_document, _actor, { facts }) => facts as Partial<Document>,
    },
    withdraw: {
      from: ['draft', 'in_review', 'approved', 'effective', 'review_due', 'revising'],
      to: 'obsolete',
      by: keepers,
      requires: ['reason'],
      set: sets.obsolete,
      effect: actions.askNobody,
    },
    supersede: {
      from: ['draft', 'in_review', 'approved', 'effective', 'review_due', 'revising'],
      to: 'obsolete',
      by: ['system'],
      requires: ['reason'],
      set: sets.obsolete,
      effect: actions.askNobody,
    },
  },
  clocks: {},
});
