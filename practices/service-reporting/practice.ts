import { definePractice } from '../../kernel/practice/practice.ts';
import { reportDefinition } from './definition.record.ts';
import { performanceEvaluation } from './evaluation.record.ts';
import { measurement } from './measurement.record.ts';
import { serviceReport } from './service-report.record.ts';

/** What is measured and how, what it says of system and services (9.1), and who is told what of it (9.4). */
export const serviceReporting = definePractice({
  name: 'service-reporting',
  code: 'RPT',
  clauses: ['9.1', '9.4'],
  records: [measurement, performanceEvaluation, reportDefinition, serviceReport],
  roles: [],
});
