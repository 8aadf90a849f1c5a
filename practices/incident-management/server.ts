import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { learnJob } from '../../kernel/proposal/learn.job.ts';
import { incidentBlocks } from './incident.blocks.ts';
import { routes } from './incident.api.ts';
import { remindOfHandOvers } from './incident.hand-over.ts';
import { closeResolved, resumePauses } from './incident.jobs.ts';
import { incidentEvidence } from './incident.evidence.ts';
import { measures } from './incident.measures.ts';
import { notices } from './incident.notices.ts';
import { developmentRoutes } from './development.api.ts';
import { deskRoutes, mergeRoutes } from './incident.desk.api.ts';
import { incidentProposals } from './incident.proposals.ts';
import { escalateByClock, resumeOnReply, tellMergedReporters } from './incident.subscribers.ts';
import { servicenowIncidentLog } from './import/servicenow.ts';
import { incidentInPortal } from './incident.portal.ts';
import { incidentChain } from './incident.chain.ts';
import { incidentStatus } from './incident.status.ts';
import { majorRoutes } from './major.api.ts';
import { majorNotices } from './major.kinds.ts';
import { majorMeasures } from './major.measures.ts';
import { proposeMajors, warnOfMajorClocks } from './major.subscribers.ts';
import { incidentSettingsRoutes } from './incident.settings.api.ts';
import { majorSettingsRoutes } from './major.settings.api.ts';
import { majorTargets } from './major.targets.ts';
import { massRoutes } from './mass.api.ts';
import { beginMassJobs, resumeMassJobs } from './mass.run.ts';
import { incidentManagement } from './practice.ts';
import { promiseRoutes } from './promise.api.ts';

export { repeats } from './incident.settings.ts';

export const incidentManagementServer = definePracticeServer({
  practice: incidentManagement,
  planned: [
    {
      type: 'major-incident',
      field: 'reviewDueAt',
      clause: '8.6.1',
      owed: ['restored', 'review_due'],
      done: ['reviewed', 'closed'],
    },
  ],
  blocks: incidentBlocks,
  measures: [...measures, ...majorMeasures],
  evidence: incidentEvidence,
  targets: majorTargets,
  subscribers: [
    resumeOnReply,
    escalateByClock,
    tellMergedReporters,
    proposeMajors,
    warnOfMajorClocks,
    beginMassJobs,
  ],
  jobs: [resumePauses, closeResolved, remindOfHandOvers, resumeMassJobs, learnJob(incidentProposals)],
  notices: [...notices, ...majorNotices],
  importers: [servicenowIncidentLog],
  routes: (app, house) => {
    routes(app, house);
    mergeRoutes(app, house);
    deskRoutes(app, house);
    developmentRoutes(app, house);
    majorRoutes(app, house);
    majorSettingsRoutes(app, house);
    incidentSettingsRoutes(app, house);
    massRoutes(app, house);
    promiseRoutes(app, house);
  },
  proposals: [incidentProposals],
  portal: [incidentInPortal],
  status: incidentStatus,
  chain: incidentChain,
});
