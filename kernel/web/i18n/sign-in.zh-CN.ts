import type { Same } from '../../../platform/i18n/words.ts';
import type en from './sign-in.en.ts';

export default {
  sign_in: {
    title: '登录',
    email: '电子邮箱',
    password: '密码',
    submit: '登录',
    second_title: '第二步验证',
    totp_hint: '请输入身份验证器应用当前显示的六位数字。',
    totp_code: '验证码',
    backup_hint: '请输入一个备用码，每个只能使用一次。',
    backup_code: '备用码',
    use_backup: '使用备用码',
    use_totp: '使用身份验证器应用',
    demo_as: '演示：以谁的身份查看',
    demo_hint: '这里的每个人都可一键进入，仅演示环境才有。',
  },
} satisfies Same<typeof en>;
