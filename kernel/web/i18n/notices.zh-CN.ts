import type { Same } from '../../../platform/i18n/words.ts';
import type en from './notices.en.ts';

export default {
  notices: {
    title: '通知',
    unread_one: '通知，{{shown}} 条未读',
    unread_other: '通知，{{shown}} 条未读',
    none: '没有新通知',
    none_hint: '与您有关的事项发生时会显示在这里。',
    read_all: '全部标为已读',
    only_unread: '仅看未读',
    more: '显示更早的',
    settings: '通知设置',
    settings_hint: '发邮件的通知也会显示在铃铛中。每日邮件在您所在时区早上八点发出。',
    kind: '通知内容',
    how: '通知方式',
    mode_off: '不通知',
    mode_in_app: '仅在 Servanda 中',
    mode_mail: '立即发邮件',
    mode_digest: '汇入每日邮件',
    urgent: '紧急',
    usual: '默认',
    back_to_usual: '恢复默认设置',
  },
} satisfies Same<typeof en>;
