import type { Same } from '../../../platform/i18n/words.ts';
import type en from './mails.en.ts';

export default {
  mails: {
    title: '邮件',
    menu: '邮件',
    server: '邮件服务器',
    works: '正常',
    waits: '无法连接',
    none: '尚未设置邮件服务器',
    none_hint:
      '通知目前只在 Servanda 中送达。如需同时发送邮件，请设置 SMTP_URL、MAIL_FROM 和 PUBLIC_URL 后启动 Servanda。',
    host: '服务器',
    sender: '发件人',
    last_sent: '最近发送',
    never: '尚未发送',
    queued: '等待发送',
    failed: '失败',
    sent: '已发送',
    fault: '服务器暂不接收邮件：{{reason}}。邮件不会丢失，服务器恢复后会自动发送。',
    send_test: '给我发一封测试邮件',
    test_queued: '测试邮件正在发往 {{address}}。',
    list: '邮件列表',
    all: '全部',
    to: '收件人',
    about: '内容',
    state: '状态',
    queued_at: '入队时间',
    tries_one: '已尝试 {{count}} 次',
    tries_other: '已尝试 {{count}} 次',
    next_try: '{{at}} 再试',
    reason: '服务器的答复',
    retry: '重新发送',
    retried: '已重新排队。',
    empty: '这里没有邮件',
    more: '显示更早的',
  },
} satisfies Same<typeof en>;
