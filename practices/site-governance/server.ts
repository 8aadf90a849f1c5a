import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { siteGovernance } from './practice.ts';
import { siteRoutes } from './site.api.ts';
import { giveNewSites, watchSites } from './site.jobs.ts';
import { siteMeasures } from './site.measures.ts';
import { siteNotices } from './site.notices.ts';
import { groupRules } from './site.queries.ts';

export const siteGovernanceServer = definePracticeServer({
  practice: siteGovernance,
  planned: [
    { type: 'group-rule', field: 'reviewDueOn', clause: '4.4', owed: ['in_force'] },
    {
      type: 'rule-adoption',
      field: 'adoptBy',
      clause: '4.4',
      owed: ['open', 'exemption_asked'],
      done: ['adopted'],
    },
    { type: 'rule-adoption', field: 'exemptionUntil', clause: '4.4', owed: ['exempt'] },
    { type: 'rule-adoption', field: 'attestDueOn', clause: '4.4', owed: ['adopted'] },
  ],
  snapshots: [groupRules],
  measures: siteMeasures,
  notices: siteNotices,
  subscribers: [giveNewSites],
  jobs: [watchSites],
  routes: siteRoutes,
  chain: {
    through: ['group-rule'],
    edges: [
      `select id as from_id, rule_id as to_id, 'follows_from' as kind from rule_adoption where id = any($1::uuid[])`,
      `select id, rule_id, 'follows_from' from rule_adoption where rule_id = any($1::uuid[])`,
      `select id, adds_to_id, 'follows_from' from group_rule where adds_to_id is not null and id = any($1::uuid[])`,
      `select id, document_id, 'concerns' from group_rule where document_id is not null and id = any($1::uuid[])`,
    ],
  },
});

export { watchSites } from './site.jobs.ts';
