import { applyEventRules } from '../event-rule/apply-rules.ts';
import { activeRules } from '../event-rule/event-rule.snapshot.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { templateRoutes } from '../practice/routes/templates.ts';
import { viewRoutes } from '../practice/routes/views.ts';
import { desk } from './practice.ts';

export const deskServer = definePracticeServer({
  practice: desk,
  snapshots: [activeRules],
  subscribers: [applyEventRules],
  notices: [{ kind: 'event_rule.told' }],
  routes: (app, house) => {
    templateRoutes(app, house);
    viewRoutes(app, house);
  },
});
