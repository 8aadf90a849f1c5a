import { defineProcess } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { contents, type Article } from './article.fields.ts';
import {
  approverIsNotAuthor,
  datesAreAhead,
  hasATitle,
  isAboutSomething,
  isStillValid,
  isWholeInEachLanguage,
  namesItsAudience,
  saysSomething,
  saysWhatChanged,
} from './article.rules.ts';
import { published, reviewed, sentBack, written } from './article.sets.ts';
import { keepVersion, lastVersion } from './version.store.ts';

/** Whoever solves something may write down how. */
const writers = [
  'knowledge-manager', 'service-desk-agent', 'service-desk-lead', 'incident-manager', 'engineer', 'service-owner',
  'service-level-manager', 'business-relationship-manager', 'sms-manager',
]; // prettier-ignore
const approvers = [
  'knowledge-manager',
  'service-desk-lead',
  'incident-manager',
  'service-owner',
  'sms-manager',
];
const whole = [saysSomething, isWholeInEachLanguage, isAboutSomething];
const editable = [...contents, 'ownerId'];

export const articleProcess = defineProcess<Article>()({
  // What is published is done, until its date says that somebody must look at it again.
  states: {
    draft: 'new',
    in_review: 'waiting',
    published: 'done',
    review_due: 'active',
    expired: 'active',
    revising: 'active',
    retired: 'closed',
  },
  initial: 'draft',
  create: {
    by: writers,
    fields: [...editable, 'sourceId'],
    checks: [hasATitle, namesItsAudience],
    set: written,
  },
  edit: {
    from: ['draft', 'revising'],
    by: writers,
    fields: editable,
    checks: [hasATitle, namesItsAudience],
    set: written,
  },
  transitions: {
    submit: {
      from: ['draft', 'revising'],
      to: 'in_review',
      by: writers,
      rules: [...whole, saysWhatChanged],
    },
    approve: {
      from: ['in_review'],
      to: 'published',
      by: approvers,
      fields: ['reviewDueOn', 'expiresOn'],
      rules: [...whole, approverIsNotAuthor],
      checks: [datesAreAhead],
      set: published,
      effect: (work: Work, article, _actor, { at }) => keepVersion(work, article, at),
    },
    send_back: {
      from: ['in_review'],
      by: [...new Set([...approvers, ...writers])],
      requires: ['comment'],
      comment: 'internal',
      set: sentBack,
    },
    // Readers keep the last version until the next one is approved.
    revise: {
      from: ['published', 'review_due', 'expired'],
      to: 'revising',
      by: writers,
      requires: ['reason'],
      set: () => ({ changeNote: null }),
    },
    // The working copy becomes again what readers read.
    discard: {
      from: ['revising'],
      to: 'published',
      by: writers,
      requires: ['reason'],
      rules: [isStillValid],
      facts: lastVersion,
      set: (_article, _actor, { facts }) => facts as Partial<Article>,
    },
    confirm: {
      from: ['published', 'review_due'],
      to: 'published',
      by: writers,
      fields: ['reviewDueOn'],
      requires: ['comment'],
      comment: 'internal',
      rules: [isStillValid],
      checks: [datesAreAhead],
      set: reviewed,
    },
    fall_due: { from: ['published'], to: 'review_due', by: ['system'] },
    announce_expiry: { from: ['published', 'review_due', 'revising', 'in_review'], by: ['system'] },
    expire: { from: ['published', 'review_due'], to: 'expired', by: ['system'] },
    retire: {
      from: ['draft', 'published', 'review_due', 'expired', 'revising'],
      to: 'retired',
      by: approvers,
      requires: ['reason'],
    },
  },
  clocks: {},
});
