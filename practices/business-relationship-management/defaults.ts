import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import { relationshipManagers } from './satisfaction.access.ts';
import { ratedTypes } from './survey.fields.ts';

const questions = {
  incident: {
    title: { en: 'After an incident', 'zh-CN': '事件关闭后' },
    en: 'How satisfied are you with how this was solved?',
    zh: '您对这次故障的处理满意吗?',
  },
  'service-request': {
    title: { en: 'After a request', 'zh-CN': '服务请求关闭后' },
    en: 'How satisfied are you with how your request was fulfilled?',
    zh: '您对这次服务请求的办理满意吗?',
  },
} as const;

const statement = {
  en: 'Everybody whose case was closed is asked, at most once in seven days, whatever the channel, service or customer. It tells how closed cases were handled; customers who never report anything are asked in the yearly survey.',
  'zh-CN':
    '凡工单关闭的用户均会被询问,同一人七天内最多一次,不区分渠道、服务和客户。结果反映已关闭工单的处理情况;从不报单的客户在年度调查中询问。',
} as const;

/** A new organisation asks from the first day; with which question, and whom, it can change. */
export async function createSurveys(work: Work, actor: Actor, language: 'en' | 'zh-CN'): Promise<void> {
  // Whoever sets the organisation up decides this once for it.
  const deciding: Actor = { ...actor, holdings: [...actor.holdings, { role: relationshipManagers[0] }] };
  for (const aboutType of ratedTypes) {
    const { title, en, zh } = questions[aboutType];
    const { id } = await create(work, 'survey', deciding, {
      title: title[language],
      questionEn: en,
      questionZh: zh,
      aboutType,
      sampleStatement: statement[language],
    });
    for (const action of ['approve', 'run']) await act(work, { type: 'survey', id }, action, deciding);
  }
}
