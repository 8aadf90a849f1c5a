import type { Same } from '../../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  ask: {
    title: '您需要什么？',
    find: '在服务目录中搜索',
    nothing: '没有找到可供您申请的相应项目，您可以直接告诉我们：',
    report: '告诉服务台',
    hours_approved: '通常在批准后 {{hours}} 个工作小时内完成',
    hours: '通常 {{hours}} 个工作小时内完成',
    needs_approval: '需要审批',
    back: '全部可申请项目',
    send: '提交申请',
    gone: '该项目目前不再向您提供。',
    file_failed: '{{name}} 未被接受：{{why}} 您可以在本页重新添加文件。',
  },
  service_request_portal: {
    approval: { request: '服务请求审批' },
    field: { accessUntil: '有效期至' },
    state: {
      draft: '尚未提交。',
      submitted: '已收到您的申请，您无需做任何事。',
      awaiting_approval: '需要有人审批，我们已通知审批人，您无需做任何事。',
      approved: '已获批准，我们马上开始。',
      fulfilling: '正在为您办理，您无需做任何事。',
      fulfilled: '已办理完成，请告诉我们是否符合您的要求。',
      closed: '已完成并办结。',
      rejected: '未获批准，原因见下方沟通记录。',
      converted: '因需先评估风险，已转为计划变更。',
      cancelled: '此申请已撤回。',
    },
  },
} satisfies Same<typeof en>;
