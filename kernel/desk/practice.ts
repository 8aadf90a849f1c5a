import { customField } from '../custom-field/custom-field.record.ts';
import { eventRule } from '../event-rule/event-rule.record.ts';
import { definePractice } from '../practice/practice.ts';
import { answerTemplate } from '../template/answer-template.record.ts';
import { timeRate } from '../time/time-rate.record.ts';
import { webhook } from '../webhook/webhook.record.ts';

/** What an organisation arranges for its own desk: fields of its own, answers written once (7.5.3), what time costs (8.4.1). */
export const desk = definePractice({
  name: 'desk',
  code: 'DSK',
  clauses: ['7.5.3', '8.4.1'],
  records: [customField, answerTemplate, timeRate, eventRule, webhook],
  roles: [],
});
