import type { Same } from '../../../platform/i18n/words.ts';
import type en from './notices.en.ts';

export default {
  notice: {
    due: { response: '响应期限', resolution: '解决期限' },
    incident: {
      received: {
        name: '您的报告已收到',
        title: '已收到您的报告：{{title}}',
        body: '编号为 {{number}}。您可以在其页面上查看进展、回复我们并添加文件。',
      },
      assigned: {
        name: '事件分派给我',
        title: '已分派给您：{{title}}',
        body: '您现在是 {{number}} 的负责人。请确认接手、开始处理，或提出责任异议。',
      },
      assigned_team: {
        name: '事件分派到我的团队',
        title: '您的团队有新事件：{{title}}',
        body: '{{number}} 已分派到您的团队，尚无负责人。',
      },
      commented: {
        name: '有人就我的报告留言',
        title: '新留言：{{title}}',
        body: '{{by}} 就 {{number}} 留言。',
      },
      answered: {
        name: '有人评论我负责的事件',
        title: '新评论：{{title}}',
        body: '{{by}} 评论了 {{number}}。',
      },
      waiting: {
        name: '我的报告等待我答复',
        title: '需要您的答复：{{title}}',
        body: '在您答复之前，我们无法继续处理 {{number}}；在此期间，承诺时限暂停计时。',
      },
      not_taken_up: {
        name: '移交后尚未确认接手',
        title: '尚未接手：{{title}}',
        body: '{{number}} 于 {{since}} 移交给 {{owner}}，至今未确认接手。请确认接手、由他人接手，或提出责任异议。',
      },
      disputed: {
        name: '有人对事件的责任归属有异议',
        title: '责任异议：{{title}}',
        body: '{{by}} 对 {{number}} 的责任归属有异议，请您裁定由谁负责。',
      },
      development_told: {
        name: '开发方已处理您事件的开发问题',
        title: '开发进展：{{title}}',
        body: '{{number}} 的开发问题 {{key}} 现为：{{state}}。',
      },
      merged_resolved: {
        name: '您与他人合并的报告已解决',
        title: '已解决：{{title}}',
        body: '您报告的 {{number}} 与他人报告的 {{parent}} 是同一故障，现已解决。如您处仍有问题，请重新报告并注明 {{number}}。',
      },
      resolved: {
        name: '我的报告已解决',
        title: '已解决，请确认：{{title}}',
        body: '{{number}} 在我们这边已经解决。请确认一切恢复正常；如仍有问题，请重新打开并告诉我们。',
      },
      reopened: {
        name: '事件被重新打开',
        title: '已重新打开：{{title}}',
        body: '{{number}} 其实尚未解决，计时从原处继续。',
      },
      closing: {
        name: '我的报告即将关闭',
        title: '即将关闭：{{title}}',
        body: '我们还没有收到您对 {{number}} 是否确已解决的答复。如不重新打开，它将于 {{closesAt}} 自动关闭。',
      },
      closed: {
        name: '我的报告因无答复而关闭',
        title: '已关闭：{{title}}',
        body: '由于未收到对通知的答复，{{number}} 已关闭。如仍未解决，请在其页面上重新打开。',
      },
      warning: {
        name: '承诺时限即将用尽',
        title: '{{clock}}即将到期：{{title}}',
        body: '{{number}} 的承诺时限已用去四分之三。',
      },
      breached: {
        name: '承诺已违反',
        title: '{{clock}}已超时：{{title}}',
        body: '{{number}} 已超过承诺时限。请告知客户何时可以解决。',
      },
      escalated: {
        name: '事件升级给我',
        title: '已升级给您：{{title}}',
        body: '{{number}} 需要您作出决定或提供帮助。',
      },
      second_person: {
        name: '需要第二人确认',
        title: '请您确认：{{title}}',
        body: '{{by}} 请求对 {{number}} 执行以下操作，须由另一人确认：{{action}}。',
      },
    },
  },
} satisfies Same<typeof en>;
