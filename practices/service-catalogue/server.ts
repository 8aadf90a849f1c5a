import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { serviceCatalogue } from './practice.ts';
import { currency, overdueForReview } from './service.measures.ts';
import { services } from './service.snapshot.ts';

export const serviceCatalogueServer = definePracticeServer({
  practice: serviceCatalogue,
  snapshots: [services],
  measures: [currency, overdueForReview],
});
