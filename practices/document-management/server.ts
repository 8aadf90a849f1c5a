import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { documentEvidence } from './document.evidence.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { documentBlocks } from './document.blocks.ts';
import { documentRoutes } from './document.api.ts';
import { keepDocumentsCurrent } from './document.jobs.ts';
import { documentMeasures } from './document.measures.ts';
import { documentNotices } from './document.notices.ts';
import { packedDocuments } from './document.packed.ts';
import { documentZone } from './document.settings.ts';
import { documentManagement } from './practice.ts';
import { readingRoutes } from './reading.api.ts';
import { bringInRoutes } from './templates/bring-in.api.ts';
import { paperRoutes } from './templates/papers.api.ts';
import { documentSettingsRoutes } from './settings.api.ts';
import { templateRoutes } from './templates/templates.api.ts';

export { acknowledge } from './acknowledgement.store.ts';
export { readingOf } from './reading.queries.ts';
export { draftOf } from './templates/generate.ts';
export { templates } from './templates/library.ts';

export const documentManagementServer = definePracticeServer({
  practice: documentManagement,
  planned: [{ type: 'document', field: 'reviewDueOn', clause: '7.5.3', owed: ['effective', 'review_due'] }],
  evidence: documentEvidence,
  blocks: documentBlocks,
  packed: packedDocuments,
  measures: documentMeasures,
  notices: documentNotices,
  jobs: [keepDocumentsCurrent],
  routes: (app, house, words) => {
    readingRoutes(app, house);
    documentRoutes(app, house);
    documentSettingsRoutes(app, house);
    templateRoutes(app, house);
    paperRoutes(app, house);
    bringInRoutes(app, house, words);
  },
  setUp: (work, actor, { zone }) => changeSetting(work, actor, documentZone, zone),
});
