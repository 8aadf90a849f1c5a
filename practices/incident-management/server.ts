import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { routes } from './incident.api.ts';
import { closeResolved, resumePauses } from './incident.jobs.ts';
import { measures } from './incident.measures.ts';
import { escalateByClock, resumeOnReply } from './incident.subscribers.ts';
import { servicenowIncidentLog } from './import/servicenow.ts';
import { incidentManagement } from './practice.ts';

export const incidentManagementServer = definePracticeServer({
  practice: incidentManagement,
  measures,
  subscribers: [resumeOnReply, escalateByClock],
  jobs: [resumePauses, closeResolved],
  importers: [servicenowIncidentLog],
  routes,
});
