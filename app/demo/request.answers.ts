import { dayMs, dateOf, type Demo } from './context.ts';
import type { Random } from './random.ts';

/** A question of a request model's form, as far as it is needed to answer it. */
export type Question = {
  readonly key: string;
  readonly kind: string;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string }[];
  readonly when?: { readonly question: string; readonly in: readonly unknown[] };
  readonly min?: number;
  readonly max?: number;
};
type Asked = {
  demo: Demo;
  at: number;
  random: Random;
  language: 'en' | 'zh-CN';
  email: string;
  phone: string;
};

const texts: Readonly<Record<string, { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] }>> = {
  new_name: { en: ['Liam Novak', 'Chloe Tan', 'Arjun Mehta'], 'zh-CN': ['陆晨', '钱雨欣', '孔令杰', '方小雅'] },
  resource: { en: ['campaign@lanternharbour.example', 'Finance folder Q3', 'Kestrel launch'], 'zh-CN': ['大促项目组', '财务共享/对账', '成都仓排班表'] },
  topic: { en: ['Order API', 'Expense rules', 'Return labels'], 'zh-CN': ['订单接口', '报销规则', '退货面单', '发票抬头'] },
  question: { en: ['How long are order logs kept, and who may see them?', 'Which carrier serves Hainan on Sundays?'], 'zh-CN': ['订单日志保留多久，谁可以查看？', '周日海南由哪家承运商配送？', '商家子账号最多能开几个？'] },
  item: { en: ['Route weight Yunlu 20 % to 30 %', 'sms-template-17'], 'zh-CN': ['短信模板 17', '承运商权重 20% 调到 30%', '活动页缓存 10 分钟'] },
  details: { en: ['As agreed in Monday’s meeting; roll back by the old value.'], 'zh-CN': ['按周一会议结论执行，回退即改回原值。'] },
  software: { en: ['Figma', 'Tableau viewer', 'Adobe Acrobat'], 'zh-CN': ['WPS 专业版', 'Tableau 查看者', 'Axure RP'] },
  source: { en: ['https://vendor.example'], 'zh-CN': ['厂商官网'] },
  accessory: { en: ['USB-C dock', 'headset'], 'zh-CN': ['扩展坞', '降噪耳机'] },
  old_tag: { en: ['LH-20431'], 'zh-CN': ['LH-20431', 'LH-19877'] },
  place: { en: ['Singapore, L3'], 'zh-CN': ['上海 10 楼', '成都客服中心 A 区'] },
  content: { en: ['Orders and returns per merchant and week', 'Stock turns per warehouse'], 'zh-CN': ['各商家每周订单与退货', '各仓库存周转', '活动期间支付成功率'] },
  purpose: { en: ['Quarterly review with the merchant.'], 'zh-CN': ['与商家的季度复盘。', '管理层月会。'] },
  hours: { en: ['10:00–12:00', '14:00–15:30'], 'zh-CN': ['10:00–12:00', '14:00–15:30'] },
  diet: { en: ['Two vegetarians.'], 'zh-CN': ['两份素食。', '无忌口。'] },
  supplies: { en: ['Whiteboard pens 10, paper 2 boxes'], 'zh-CN': ['白板笔 10 支、A4 纸 2 箱', '快递封箱带 24 卷'] },
  city: { en: ['Shanghai', 'Chengdu', 'Kuala Lumpur'], 'zh-CN': ['成都', '新加坡', '杭州', '深圳'] },
  reason: { en: ['For the autumn campaign; agreed with my lead.', 'I take over this area from next month.'], 'zh-CN': ['双十一项目需要，已与主管沟通。', '下月起接手该业务。', '配合商家对账。'] },
  other_system: { en: ['Travel portal'], 'zh-CN': ['差旅平台'] },
  countries: { en: ['Malaysia'], 'zh-CN': ['新加坡'] },
  why_plane: { en: ['The train takes nine hours.'], 'zh-CN': ['高铁需九小时，当天要赶回。'] },
  why_now: { en: ['Leaves by mutual consent today.'], 'zh-CN': ['今日协商解除。'] },
}; // prettier-ignore

const otherwise = { en: ['As discussed with my lead.'], 'zh-CN': ['已与主管沟通。'] } as const;

/** Every question that these answers lead to is answered, in the words of whoever asks. */
export function answersTo(questions: readonly Question[], asked: Asked): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const given = question.when && answers[question.when.question];
    const isAsked = !question.when || [given].flat().some((value) => question.when?.in.includes(value));
    if (!isAsked || question.kind === 'attachment') continue;
    if (question.required !== true && asked.random.chance(0.5)) continue;
    answers[question.key] = answer(question, asked);
  }
  return answers;
}

function answer({ key, kind, options, min, max }: Question, asked: Asked): unknown {
  const { demo, at, random, language, email, phone } = asked;
  const values = (options ?? []).map((option) => option.value);
  switch (kind) {
    case 'choice':
      return random.pick(values);
    case 'choices':
      return values.filter((_, i) => i === 0 || random.chance(0.3));
    case 'yes_no':
      return random.chance(0.35);
    case 'number':
      return Math.min(
        max ?? 9000,
        Math.max(min ?? 1, key === 'people' ? random.between(4, 30) : random.between(12, 90) * 100),
      );
    case 'date':
      return dateOf(at + Math.min(max ?? 365, Math.max(min ?? -365, daysTo(key, random))) * dayMs);
    case 'person':
      return demo.id(random.pick(['p.dong', 'p.cao', 'p.tian', 'p.rahman', 'p.shi']));
    default:
      if (key === 'account') return email;
      if (key === 'mobile') return phone;
      return random.pick((texts[key] ?? otherwise)[language]);
  }
}

/** A day in so many days from now, as each question means it. */
function daysTo(key: string, random: Random): number {
  if (key === 'period_from') return -random.between(30, 90);
  if (key === 'period_to') return -random.between(1, 12);
  if (key === 'access_until') return random.between(20, 170);
  return key === 'returns' ? random.between(26, 32) : random.between(3, 24);
}
