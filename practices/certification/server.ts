import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { certificationRoutes } from './certification.api.ts';
import { watchCertificates } from './certification.jobs.ts';
import { certificationMeasures } from './certification.measures.ts';
import { certificationNotices } from './certification.notices.ts';
import { certification } from './practice.ts';

export { makeYear, proposal } from './year-plan.make.ts';

export const certificationServer = definePracticeServer({
  practice: certification,
  measures: certificationMeasures,
  notices: certificationNotices,
  jobs: [watchCertificates],
  planned: [
    { type: 'certificate', field: 'expiresOn', clause: '9.2', owed: ['valid', 'suspended'] },
    { type: 'certificate', field: 'recertifyBy', clause: '9.2', owed: ['valid'] },
    { type: 'certificate', field: 'suspendedUntil', clause: '9.2', owed: ['suspended'] },
    {
      type: 'certification-audit',
      field: 'dueOn',
      clause: '9.2',
      owed: ['due', 'agreed'],
      done: ['held', 'closed'],
    },
    { type: 'certification-audit', field: 'plannedOn', clause: '9.2', owed: ['agreed'] },
  ],
  routes: certificationRoutes,
});
