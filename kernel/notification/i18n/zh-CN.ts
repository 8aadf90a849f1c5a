import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  mail: {
    name: '失败的邮件',
    open: '打开 {{number}}',
    why_notice: '您收到此邮件，是因为您希望立即收到“{{kind}}”的通知。',
    why_digest: '您收到此邮件，是因为您选择每天用一封邮件汇总这些通知。',
    why_test: '您收到此邮件，是因为您请求发送测试邮件。',
    preferences: '选择要接收的邮件',
    zone: '时间均为 {{zone}} 时区。',
    digest_heading_one: '{{day}}：1 条通知',
    digest_heading_other: '{{day}}：{{count}} 条通知',
    digest_preview: '自上一封每日邮件以来发生的事项。',
    test_heading: 'Servanda 邮件发送正常',
    test_body: '这封测试邮件已通过您的邮件服务器发出。发给人员的通知走同样的途径，并使用各人自己的语言。',
    test_open: '打开邮件页面',
    not_configured: '尚未设置邮件服务器。请设置 SMTP_URL、MAIL_FROM 和 PUBLIC_URL 后启动 Servanda。',
    no_own_address: '您没有电子邮件地址。请在“人员”中您自己的条目里填写。',
    purpose: { notice: '通知', digest: '每日邮件', test: '测试邮件' },
    reason: {
      expired: '一周内未能发出，已不再是新消息。',
      no_address: '此人没有电子邮件地址。',
      person_gone: '此人已停用。',
      empty: '已没有可通知的内容。',
    },
  },
  notification: {
    name: '通知',
    no_such_kind: '没有这种通知；现有：{{kinds}}。',
  },
} satisfies Same<typeof en>;
