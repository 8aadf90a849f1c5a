import { defineNotices } from '../../kernel/notification/notice.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { findUnlinkedEdits } from './difference.subscriber.ts';
import { duplicateRoutes } from './duplicate.api.ts';
import { feedRoutes } from './feed.api.ts';
import { previewRoutes } from './feed.preview.api.ts';
import { runFeeds } from './feed.jobs.ts';
import { reconciliationMeasures } from './reconciliation.measures.ts';
import { verificationRoutes } from './verification.api.ts';

const notices = defineNotices(
  // Told by the run itself (`feed.run.ts`).
  { kind: 'feed.differences', staffOnly: true },
  { kind: 'feed.refused', staffOnly: true, urgent: true },
  { kind: 'difference.unlinked', staffOnly: true, urgent: true, on: { type: 'difference', action: ['create'] }, to: [({ event, record }) => (event.changes['kind']?.[1] === 'unlinked_edit' && record.ownerId !== null ? [record.ownerId] : [])] },
  { kind: 'verification.planned', staffOnly: true, on: { type: 'verification', action: ['create'] }, to: [({ event }) => [event.changes['verifierId']?.[1]].filter((id) => typeof id === 'string')] },
  { kind: 'verification.to_correct', staffOnly: true, on: { type: 'verification', action: ['finish_checking'] }, to: ['owner'] },
); // prettier-ignore

/** Door 2, the part of it that compares: feeds, differences, verification, duplicates. */
export const reconciliation = {
  measures: reconciliationMeasures,
  jobs: [runFeeds],
  subscribers: [findUnlinkedEdits],
  notices,
  routes: ((app, house) => {
    feedRoutes(app, house);
    previewRoutes(app, house);
    verificationRoutes(app, house);
    duplicateRoutes(app, house);
  }) satisfies RouteSet,
};
