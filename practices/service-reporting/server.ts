import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { measurementRoutes } from './measurement.api.ts';
import { serviceReporting } from './practice.ts';
import { reportRoutes } from './report.api.ts';
import { reportBlocks } from './report.blocks.ts';
import { reportChain } from './report.chain.ts';
import { reportEvidence } from './report.evidence.ts';
import { reportJobs } from './report.jobs.ts';
import { reportMeasures } from './report.measures.ts';
import { reportNotices } from './report.notices.ts';

export { keepFigures } from './report.jobs.ts';

export const serviceReportingServer = definePracticeServer({
  practice: serviceReporting,
  measures: reportMeasures,
  evidence: reportEvidence,
  notices: reportNotices,
  blocks: reportBlocks,
  chain: reportChain,
  jobs: reportJobs,
  routes: (app, house, words) => {
    measurementRoutes(app, house, words);
    reportRoutes(app, house, words);
  },
});
