import { directoryServer } from '../kernel/directory/server.ts';
import type { PracticeServer } from '../kernel/practice/practice-server.ts';
import { serviceCatalogueServer } from '../practices/service-catalogue/server.ts';

/** Every practice there is, in the order of the standard. */
export const servers: readonly PracticeServer[] = [directoryServer, serviceCatalogueServer];
