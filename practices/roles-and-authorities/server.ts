import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { rolesAndAuthorities } from './practice.ts';
import { makeProcessesAndRoles } from './presets/making.ts';
import { rolesRoutes } from './roles.api.ts';
import { rolesBlocks } from './roles.blocks.ts';
import { rolesEvidence } from './roles.evidence.ts';
import { endLetters } from './roles.jobs.ts';
import { rolesMeasures } from './roles.measures.ts';
import { rolesNotices } from './roles.notices.ts';

export const rolesAndAuthoritiesServer = definePracticeServer({
  practice: rolesAndAuthorities,
  evidence: rolesEvidence,
  measures: rolesMeasures,
  notices: rolesNotices,
  blocks: rolesBlocks,
  jobs: [endLetters],
  routes: rolesRoutes,
  setUp: (work, _actor, { language }) => makeProcessesAndRoles(work, language),
});
