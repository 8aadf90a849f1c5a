import { definePractice } from '../../kernel/practice/practice.ts';
import { accessGrant } from './access-grant.record.ts';
import { fulfilmentTask } from './fulfilment-task.record.ts';
import { requestModel } from './request-model.record.ts';
import { serviceRequest } from './service-request.record.ts';

/** 8.6.2: standard demands, recorded apart from incidents and fulfilled on a prepared path. */
export const serviceRequestManagement = definePractice({
  name: 'service-request-management',
  code: 'SR',
  clauses: ['8.6.2'],
  records: [serviceRequest, requestModel, fulfilmentTask, accessGrant],
  roles: ['service-desk-lead', 'service-desk-agent', 'engineer', 'service-owner'],
});
