import type { Bilingual, Option, Question } from '../form.ts';
import type { ApprovalStep, TaskTemplate } from '../request-model.schema.ts';

/** A model as it ships, before it has a team and a calendar. */
export type Shipped = {
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly category: string;
  readonly icon: string;
  readonly instruction: Bilingual;
  readonly questions: readonly Question[];
  readonly approvalSteps?: readonly ApprovalStep[];
  readonly tasks: readonly TaskTemplate[];
  readonly targetHours: number;
  readonly priority?: number;
  readonly costCents?: number;
  readonly costQuestion?: string;
  readonly recertifyMonths?: number;
};

export const both = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

export const ask = (
  key: string,
  kind: Question['kind'],
  label: Bilingual,
  more: Omit<Question, 'key' | 'kind' | 'label'> = {},
): Question => ({ key, kind, label, required: true, ...more });

export const option = (value: string, en: string, zh: string): Option => ({ value, label: both(en, zh) });

export const task = (
  key: string,
  en: string,
  zh: string,
  more: Omit<TaskTemplate, 'key' | 'title'> = {},
): TaskTemplate => ({ key, title: both(en, zh), ...more });

export const reason = ask('reason', 'long', both('Why is it needed?', '申请原因'), {
  help: both('One or two sentences; the approver reads this.', '一两句话即可，供审批人参考。'),
  maxLength: 1000,
});

export const accessUntil = ask('access_until', 'date', both('Needed until', '使用截止日期'), {
  help: both('Access ends on this day. It can be asked for again.', '权限在该日到期，届时可重新申请。'),
  min: 1,
  max: 730,
});
