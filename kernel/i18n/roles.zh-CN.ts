import type { Same } from '../../platform/i18n/words.ts';
import type en from './roles.en.ts';

export default {
  role: {
    administrator: '系统管理员',
    'top-management': '最高管理者',
    'sms-manager': '体系负责人',
    'service-owner': '服务负责人',
    'service-level-manager': '服务级别经理',
    'business-relationship-manager': '业务关系经理',
    'service-desk-agent': '服务台座席',
    'service-desk-lead': '服务台主管',
    'incident-manager': '事件经理',
    engineer: '工程师',
    'internal-auditor': '内审员',
    'customer-contact': '客户代表',
    'unit-manager': '部门负责人',
    user: '用户',
  },
} satisfies Same<typeof en>;
