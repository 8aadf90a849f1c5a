import type en from './settings.en.ts';

const zh: typeof en = {
  document_settings: {
    title: '文件规则',
    hint: '由谁审核和批准，何时再次评审。已批准的版本保持有效。',
    read_only: '您可以查看这些规则，由文件管理员、体系负责人和管理员更改。',
    approval: '各层级的审核与批准',
    approval_hint: '适用于未自行指定人员的文件。编写过该版本任何内容的人不会被要求审批。',
    level: '第 {{level}} 级',
    review: '由其中一人审核',
    approve: '由其中一人批准',
    nobody: '无',
    dates: '评审',
    months: '评审周期（月）',
    months_hint: '适用于未自行指定周期的文件',
    ahead: '提前多少天通知负责人',
    again: '多少天后再次通知',
    zone: '日期所用时区',
    part: {
      approval: '各层级的审核与批准',
      reviewMonths: '评审周期（月）',
      reviewNotice: '评审前的通知',
      zone: '日期所用时区',
    },
    notice: '提前 {{ahead}} 天，{{again}} 天后再次通知',
  },
};
export default zh;
