import { applyEventRules } from '../event-rule/apply-rules.ts';
import { activeRules } from '../event-rule/event-rule.snapshot.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { exceptionRoutes } from '../practice/routes/exceptions.ts';
import { templateRoutes } from '../practice/routes/templates.ts';
import { viewRoutes } from '../practice/routes/views.ts';
import { queueForWebhooks } from '../webhook/follow-trail.ts';
import { forgetDeliveries } from '../webhook/tidy.ts';
import { activeWebhooks } from '../webhook/webhook.snapshot.ts';
import { desk } from './practice.ts';

export const deskServer = definePracticeServer({
  practice: desk,
  snapshots: [activeRules, activeWebhooks],
  subscribers: [applyEventRules, queueForWebhooks],
  jobs: [forgetDeliveries],
  notices: [{ kind: 'event_rule.told' }, { kind: 'webhook.disabled', urgent: true, staffOnly: true }],
  routes: (app, house) => {
    templateRoutes(app, house);
    viewRoutes(app, house);
    exceptionRoutes(app, house);
  },
});
