import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { catalogueEvidence } from './service.evidence.ts';
import { catalogueBlocks } from './catalogue.blocks.ts';
import { followThePlan } from './maintenance-notice.jobs.ts';
import { offeredRoutes } from './offered.api.ts';
import { serviceCatalogue } from './practice.ts';
import { currency, overdueForReview } from './service.measures.ts';
import { services } from './service.snapshot.ts';
import { catalogueStatus } from './status.source.ts';

export const serviceCatalogueServer = definePracticeServer({
  practice: serviceCatalogue,
  evidence: catalogueEvidence,
  blocks: catalogueBlocks,
  snapshots: [services],
  jobs: [followThePlan],
  routes: offeredRoutes,
  status: catalogueStatus,
  measures: [currency, overdueForReview],
});
