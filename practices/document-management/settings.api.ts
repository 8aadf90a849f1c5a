import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { seenVersions, settingsRoutes } from '../../kernel/practice/settings-routes.ts';
import { timeZone } from '../../kernel/record/field.ts';
import { approvalSteps, documentZone, reviewMonths, reviewNotice } from './document.settings.ts';

const deciding = z.array(z.enum(roles)).max(20);
const steps = z.strictObject({
  review: deciding,
  // Nothing comes into force that nobody may approve.
  approve: deciding.min(1),
});

/** Only what is to change; the rest stays as it is. */
const body = z
  .strictObject({
    approval: z.strictObject({ '1': steps, '2': steps, '3': steps, '4': steps }),
    reviewMonths: z.int().min(1).max(60),
    reviewNotice: z.strictObject({ ahead: z.int().min(1).max(365), again: z.int().min(1).max(365) }),
    zone: timeZone().schema,
    versions: seenVersions,
  })
  .partial();

const keys = { approval: approvalSteps, reviewMonths, reviewNotice, zone: documentZone } as const;

/** Who reviews and approves at each level, and when documents fall due for review (7.5.2). */
export const documentSettingsRoutes: RouteSet = (app, house) =>
  settingsRoutes(app, house, {
    plural: 'documents',
    id: 'document_settings',
    summary: {
      shown: 'The settings of documents in force, with who changed what when',
      changed: 'Changes some of them; what was approved by the former ones stays approved',
    },
    keys,
    body,
    roles: ['document-controller', 'sms-manager', 'administrator'],
  });
