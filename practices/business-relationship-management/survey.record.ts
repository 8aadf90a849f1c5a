import { defineRecord } from '../../kernel/record/record.ts';
import { surveyAccess } from './satisfaction.access.ts';
import { surveyFields } from './survey.fields.ts';
import { surveyProcess } from './survey.process.ts';

export const survey = defineRecord({
  type: 'survey',
  plural: 'surveys',
  prefix: 'SUR',
  fields: surveyFields,
  base: ['title'],
  search: ['questionEn', 'questionZh'],
  list: ['number', 'title', 'state', 'aboutType', 'channel', 'sampleShare'],
  process: surveyProcess,
  access: surveyAccess,
});
