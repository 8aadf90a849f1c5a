import { z } from 'zod';
import {
  boolean,
  choice,
  instant,
  integer,
  internal,
  level,
  longText,
  plain,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const channels = [
  'portal',
  'phone',
  'email',
  'chat',
  'walk_in',
  'monitoring',
  'supplier',
  'api',
] as const;

/** Which reasons a waiting state may have; a pause without a typed reason cannot be audited (0.5). */
export const pendingReasons = {
  pending_customer: ['information', 'access', 'confirmation', 'appointment'],
  agreed_hold: ['agreed_window', 'customer_closed', 'customer_request'],
  pending_supplier: ['supplier_analysis', 'supplier_part', 'supplier_visit'],
  pending_change: ['change_approval', 'change_window'],
  pending_problem: ['root_cause', 'workaround'],
} as const;

export const closureCodes = {
  close: ['confirmed_by_requester', 'confirmed_through_desk', 'no_answer'],
  cancel: ['withdrawn', 'service_request', 'complaint', 'spam', 'recorded_in_error', 'cleared_itself'],
} as const;

/** The configuration item of an incident that concerns none, said explicitly: an empty field would only be forgotten. */
export const noConfigurationItem = 'none';

/** Hierarchic escalation: incident manager, service owner, top management. */
export const escalationLadder = ['incident-manager', 'service-owner', 'top-management'] as const;

const announced = plain(2000);
export const announcementSchema = z.strictObject({ en: announced, 'zh-CN': announced });

export const fields = {
  symptom: longText(),
  /** How somebody else can see a defect of software happen, what should have happened, and in which version (107). */
  reproduceSteps: longText(),
  expectedResult: longText(),
  softwareVersion: text(100),
  channel: choice(...channels),
  categoryId: reference('category'),
  /** 1 extensive … 4 minor. */
  impact: level(1, 4),
  /** 1 high … 3 low. */
  urgency: level(1, 3),
  derivedPriority: internal(readOnly(level(1, 4))),
  priorityOverride: internal(level(1, 4)),
  overrideReason: internal(readOnly(longText(2000))),
  /** Information security is concerned: its own process has to look (8.7.3). */
  security: internal(starting(false, boolean())),
  location: text(200),
  /** The configuration item by its name; `none` says that none is involved. */
  ci: text(200),
  /** The same where it is on record here; imported ones may have no more than the name. */
  ciId: reference('ci'),
  /** Since then it is disputed who has to do it; the process owner decides (5.3). */
  disputedAt: internal(readOnly(instant())),
  /** Since then somebody else has given it to its owner, who has not taken it up yet. */
  handedOverAt: internal(readOnly(instant())),
  resolution: longText(),
  resolutionCode: choice(
    'fixed',
    'workaround',
    'replaced',
    'restored',
    'advice_given',
    'cleared_itself',
    'no_fault_found',
  ),
  causeClass: internal(choice(
    'hardware', 'software', 'configuration', 'network', 'capacity', 'change', 'supplier', 'power_or_environment',
    'security', 'handling', 'data', 'unknown',
  )), // prettier-ignore
  closureCode: choice(...closureCodes.close, ...closureCodes.cancel, 'duplicate'),
  pendingReason: choice(...Object.values(pendingReasons).flat()),
  resumeAt: instant(),
  respondedAt: readOnly(instant()),
  firstAssignedToId: internal(readOnly(reference('person'))),
  restoredAt: instant(),
  resolvedAt: readOnly(instant()),
  resolvedById: readOnly(reference('person')),
  /** When the promise ended: resolved, cancelled or found to be a duplicate. Reports count by it. */
  endedAt: readOnly(instant()),
  /** Until then the same record may be reopened; later it is a new, linked incident. */
  reopenUntil: readOnly(instant()),
  nextNoticeAt: readOnly(instant()),
  closesAt: readOnly(instant()),
  closureNotices: readOnly(starting(0, integer(0, 100))),
  escalationLevel: internal(readOnly(starting(0, integer(0, escalationLadder.length)))),
  reopenCount: readOnly(starting(0, integer())),
  reassignmentCount: internal(readOnly(starting(0, integer()))),
  /** How often the same event came again while this incident was open. */
  repeatCount: internal(readOnly(starting(0, integer()))),
  /** Source + configuration item + symptom of a monitoring event, while the incident is open. */
  dedupKey: internal(readOnly(text(64))),
  parentId: internal(reference('incident')),
  /** The problem or known error behind it. */
  problemRef: internal(text(60)),
  /** The change that is to cure it. */
  changeRef: internal(text(60)),
  /** The change that caused it. */
  causedByRef: internal(text(60)),
  knowledgeUsed: internal(starting(false, boolean())),
  /** Everybody who reports the same is told, in both languages, while it is open. */
  announcedAt: readOnly(instant()),
  announcement: readOnly(structure(announcementSchema)),
  /** What another system stated about its own agreement (imports); our clocks never read it. */
  statedSlaMet: internal(readOnly(boolean())),
};
export type Incident = RecordOf<typeof fields>;

/** Who works on incidents; the others report them and follow their own. */
export const desk = ['service-desk-agent', 'service-desk-lead', 'incident-manager'] as const;
export const handlers = [...desk, 'engineer'] as const;
export const requesters = ['user', 'customer-contact'] as const;
