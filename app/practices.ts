import { actionsServer } from '../kernel/action/server.ts';
import { directoryServer } from '../kernel/directory/server.ts';
import { deskServer } from '../kernel/desk/server.ts';
import type { PracticeServer } from '../kernel/practice/practice-server.ts';
import { businessRelationshipManagementServer } from '../practices/business-relationship-management/server.ts';
import { incidentManagementServer } from '../practices/incident-management/server.ts';
import { serviceCatalogueServer } from '../practices/service-catalogue/server.ts';
import { serviceLevelManagementServer } from '../practices/service-level-management/server.ts';
import { serviceRequestManagementServer } from '../practices/service-request-management/server.ts';

/** Every practice there is, in the order of the standard. */
export const servers: readonly PracticeServer[] = [
  directoryServer,
  actionsServer,
  deskServer,
  serviceCatalogueServer,
  serviceLevelManagementServer,
  businessRelationshipManagementServer,
  incidentManagementServer,
  serviceRequestManagementServer,
];
