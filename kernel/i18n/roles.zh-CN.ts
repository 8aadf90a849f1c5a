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
    'problem-manager': '问题经理',
    'configuration-manager': '配置经理',
    'change-manager': '变更经理',
    'cab-member': '变更咨询委员会（CAB）成员',
    'ecab-member': '紧急变更咨询委员会（ECAB）成员',
    'knowledge-manager': '知识经理',
    'document-controller': '文件管理员',
    'asset-manager': '资产经理',
    'release-manager': '发布经理',
    'transition-manager': '转换经理',
    engineer: '工程师',
    'internal-auditor': '内审员',
    'external-auditor': '外部审核员',
    consultant: '咨询顾问',
    'customer-contact': '客户代表',
    'unit-manager': '部门负责人',
    user: '用户',
  },
} satisfies Same<typeof en>;
