import { definePractice } from '../../kernel/practice/practice.ts';
import { asset } from './asset.record.ts';
import { licence } from './licence.record.ts';
import { maintenancePlan } from './maintenance-plan.record.ts';
import { maintenanceTask } from './maintenance-task.record.ts';
import { stockTake } from './stock-take.record.ts';

/** 8.2.5: assets serve the requirements and obligations that they were bought for. */
export const assetManagement = definePractice({
  name: 'asset-management',
  code: 'AM',
  clauses: ['8.2.5'],
  records: [asset, licence, stockTake, maintenancePlan, maintenanceTask],
  roles: ['asset-manager', 'service-desk-lead', 'service-desk-agent', 'engineer', 'service-owner'],
});
