import type { Same } from '../../../platform/i18n/words.ts';
import type en from './notices.en.ts';

export default {
  document: {
    measure: {
      current: '按期评审的文件',
      overdue: '评审逾期的文件',
      acknowledged: '必读人员的确认率',
      time_to_approve: '文件批准用时',
      obsolete_linked: '仍被使用的作废文件',
      external_checked: '按期核查的外来文件',
    },
    formula: {
      current: '评审和下次核查均未到期的现行文件 ÷ 现行文件 × 100 %',
      overdue: '目前评审或核查已逾期的现行文件数',
      acknowledged: '对每份必读的现行文件：已确认其主版本的人数 ÷ 必读人数 × 100 %；取各文件的平均值',
      time_to_approve: '期间内获批文件最近版本从提交到批准的时间',
      obsolete_linked: '仍被未关闭记录关联或被现行文件按编号引用的作废文件',
      external_checked: '下次核查未到期的现行外来文件 ÷ 现行外来文件 × 100 %',
    },
  },
  notice: {
    document: {
      approved: {
        name: '我的文件已获批准',
        title: '版本 {{version}} 已批准：{{title}}',
        body: '文件已获批准，自批准的生效日期起执行。',
      },
      rejected: {
        name: '我的文件未获批准',
        title: '未批准：{{title}}',
        body: '文件已退回编写人，原因见下。',
      },
      to_read: {
        name: '有文件需要我阅读',
        title: '请阅读：{{name}}',
        body: '版本 {{version}} 已生效，请阅读并确认。',
        open: '阅读文件',
      },
      review_ahead: {
        name: '我的文件即将评审',
        title: '{{date}} 评审：{{title}}',
        body: '请核对内容是否仍然适用：确认有效，或进行修订。',
      },
      review_due: {
        name: '我的文件需要评审',
        title: '待评审：{{title}}',
        body: '评审到期日为 {{date}}。请核对内容是否仍然适用：确认有效，或进行修订。',
      },
      obsolete: {
        name: '我的文件已作废',
        title: '已作废：{{title}}',
        body: '文件予以保留并标识，只有专门查找才会显示。',
      },
    },
  },
} satisfies Same<typeof en>;
