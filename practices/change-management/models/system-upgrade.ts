import type { Language } from '../../../kernel/access/actor.ts';
import type { TemplateItem } from '../change.plans.ts';

const item = (key: string, en: string, zh: string, hintEn: string, hintZh: string): TemplateItem => ({
  key,
  title: { en, 'zh-CN': zh },
  hint: { en: hintEn, 'zh-CN': hintZh },
  required: true,
});

/** The seven things that an upgrade must not forget (capability 71). */
const items = [
  item('risks', 'Risks: conflicts of software, safety of data', '风险：软件冲突、数据安全', 'Versions that do not go together; what happens to the data, and where the verified copy is.', '哪些版本相互冲突；数据会怎样，经过验证的备份在哪里。'),
  item('low_use', 'A time of low use', '低峰时间', 'When the fewest people work with it, and where that is seen.', '何时使用人数最少，依据是什么。'),
  item('responsible', 'Who is responsible', '负责人', 'Who leads it, who stands in, how both are reached during the window.', '谁主持，谁替补，窗口期内如何联系。'),
  item('emergency_plan', 'Plan for an emergency', '应急方案', 'What keeps users working if it fails: who decides, what runs instead.', '若失败如何让用户继续工作：谁决定，用什么替代。'),
  item('monitoring', 'Monitoring while it runs', '实时监控', 'Which figures are watched, by whom, and which value stops the upgrade.', '监看哪些指标，由谁看，到什么数值就停止升级。'),
  item('user_feedback', 'Feedback of users', '用户反馈', 'Who tries it first, how users report, until when somebody is listening.', '谁先试用，用户如何反映，何时之前有人受理。'),
  item('record', 'Record of all that is done', '全程记录', 'Where each step is written down while it happens, and what evidence is kept.', '每一步在何处实时记录，保留哪些证据。'),
] as const; // prettier-ignore

const words = {
  en: {
    title: 'System upgrade',
    description: 'Upgrade of an application, a database, an operating system or firmware. Seven things are asked that upgrades tend to forget.',
    objective: 'The new version runs, all functions that users rely on work, and no data is lost or altered.',
    steps: [
      'Verify the full copy of data and configuration by restoring it elsewhere',
      'Tell users, switch on the maintenance page, stop scheduled jobs',
      'Install the new version and migrate the data',
      'Run the smoke test and compare the counts of records before and after',
      'Switch off the maintenance page and watch the figures for an hour',
    ],
  },
  'zh-CN': {
    title: '系统升级',
    description: '应用、数据库、操作系统或固件的升级。逐项询问升级时容易遗漏的七件事。',
    objective: '新版本稳定运行，用户依赖的功能全部可用，数据无丢失、无改动。',
    steps: [
      '在另一环境还原数据与配置的完整备份并验证可用',
      '通知用户，启用维护页面，停止定时任务',
      '安装新版本并迁移数据',
      '执行冒烟测试，核对升级前后的记录数量',
      '关闭维护页面，连续观察监控指标一小时',
    ],
  },
} as const; // prettier-ignore

/** In the language in which the organisation set itself up; its seven points exist in both. */
export const systemUpgrade = (language: Language) => {
  const { title, description, objective, steps } = words[language];
  return {
    title,
    use: 'template',
    description,
    objective,
    items: [...items],
    implementationPlan: steps.map((step) => ({ title: step })),
  };
};
