import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  approval: {
    name: '审批',
    asked_for: '申请内容',
    due: '期限',
    outcome: { approved: '已批准', rejected: '已驳回' },
    own: '这是您本人申请的，或为您办理的；须由他人决定（职责分离）。',
    not_asked: '您不在此项审批的审批人之列。',
    decided_already: '您已对此作出决定，决定不可更改。',
    deputy_decided: '您的代理人已代您作出决定，决定不可更改。',
    step_not_open: '您所在的第 {{step}} 步尚未开始；须先批准第 {{open}} 步。',
    step_over: '此步骤已由其他人决定。',
    ended_approved: '此项已获批准，无需再作决定。',
    ended_rejected: '此项已被驳回，无需再作决定。',
    cancelled: '不再需要审批：申请已撤回或已进入其他状态。',
    moved_on: '记录此间已转为“{{state}}”，无可审批。',
    asked_already: '{{number}} 已在审批中，须先结束该审批。',
    nobody_eligible:
      '无人可以审批：{{names}} 中有 {{found}} 人可以决定，而需要 {{needed}} 人。申请人、受益人及已停用人员不得审批。请指定其他审批人，为审批人所在团队设置负责人，或指定服务管理体系经理或最高管理者的任职人。',
    approver_is_here: '该审批人仍在岗；只有停用人员的席位才能改由他人审批。',
    may_not_decide: '此人是申请人或受益人，不得审批（职责分离）。请另选他人。',
    is_asked: '此人已在审批人之列，请另选他人。',
    deputy_is_oneself: '请指定他人；您不能做自己的代理人。',
    deputy_is_away:
      '{{name}} 于 {{from}} 至 {{to}} 外出并已有自己的代理人；代理人的代理人不得决定。请指定在岗人员。',
    delegation_overlaps: '{{name}} 已是您 {{from}} 至 {{to}} 的代理人；请先结束该代理。',
    delegation_past: '这些日期已过；最后一天须为今天或以后。',
    link_unknown: '此链接无效。请打开最新的邮件，或登录后查看您的审批。',
    link_used: '此链接已使用，您的决定已保存。登录后可查看结果。',
    link_expired: '此链接已过期；链接七天内有效。请登录后决定。',
  },
  delegation: { name: '代理人' },
  notice: {
    approval: {
      asked: {
        name: '请我审批',
        title: '请审批：{{number}} {{title}}',
        body: '{{purpose}}：等待您的决定。',
        open: '查看并审批',
      },
      reminder: {
        name: '审批到期提醒',
        title: '仍在等待您审批：{{number}} {{title}}',
        body: '{{purpose}}：等待您的决定。',
        open: '查看并审批',
      },
      flagged: {
        name: '审批人已停用，无人可审批',
        title: '无人可审批：{{number}} {{title}}',
        body: '{{purpose}}：审批人已停用，其代理人和团队负责人均不能代为审批。请打开记录并指定审批人。',
      },
      decided: {
        name: '我的申请已批准或驳回',
        title: '{{number}} {{title}}：{{outcome}}',
        body: '{{by}} 的决定：{{outcome}}（{{purpose}}）。',
      },
    },
  },
} satisfies Same<typeof en>;
