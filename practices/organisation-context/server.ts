import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { create } from '../../kernel/record/act.ts';
import { contextRoutes } from './context.api.ts';
import { contextBlocks } from './context.blocks.ts';
import { contextEvidence } from './context.evidence.ts';
import { watchContext } from './context.jobs.ts';
import { contextMeasures } from './context.measures.ts';
import { contextNotices } from './context.notices.ts';
import { kindRoutes } from './kind.api.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { organisationContext } from './practice.ts';
import { presetsFor } from './presets/presets.ts';
import { system, type Language } from '../../kernel/access/actor.ts';

const question = { en: en.climate_question, 'zh-CN': zh.climate_question } as const;

export const organisationContextServer = definePracticeServer({
  practice: organisationContext,
  planned: [
    { type: 'context-issue', field: 'reviewDueOn', clause: '4.1', owed: ['active'] },
    { type: 'interested-party', field: 'reviewDueOn', clause: '4.2', owed: ['active'] },
    { type: 'scope-statement', field: 'reviewDueOn', clause: '4.3', owed: ['in_force'] },
    { type: 'obligation', field: 'evaluationDueOn', clause: '6.3', owed: ['applicable'] },
  ],
  evidence: contextEvidence,
  measures: contextMeasures,
  notices: contextNotices,
  blocks: contextBlocks,
  jobs: [watchContext],
  routes: (app, house) => {
    contextRoutes(app, house);
    kindRoutes(app, house);
  },
  /** Amendment 1 asks every organisation; the question waits for its answer from the first day on. */
  setUp: async (work, _actor, { language }) => {
    await create(work, 'context-issue', system(), {
      side: 'external',
      factor: 'climate',
      title: question[language],
    });
  },
});

/** The list of laws and standards in one language, as the page offers it. */
export const lawPresets = (language: Language) => presetsFor('obligation', undefined, language);
