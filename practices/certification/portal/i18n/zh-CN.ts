import type { Same } from '../../../../platform/i18n/words.ts';
import type en from './en.ts';

const zh: Same<typeof en> = {
  certificate_check: {
    title: '证书查询',
    standing: {
      valid: '有效',
      suspended: '暂停',
      expired: '已过期',
      withdrawn: '已被认证机构撤销',
      cancelled: '组织已注销',
      transferred: '已转换为其他证书',
      replaced: '已换发新证书',
    },
    about: {
      valid: '截至 {{day}}，本证书有效。',
      suspended: '本证书自 {{date}} 起暂停，其间组织不得引用。',
      expired: '本证书有效期至 {{date}}，现已失效。',
      withdrawn: '认证机构已于 {{date}} 撤销本证书，现已失效。',
      cancelled: '组织已于 {{date}} 注销本证书，现已失效。',
      transferred: '本证书已于 {{date}} 终止，由其他认证机构的证书取代。',
      replaced: '本证书已于 {{date}} 终止，由新证书取代。',
    },
    holder: '获证组织',
    address: '地址',
    standard: '标准',
    number: '证书编号',
    scope: '认证范围',
    body: '认证机构',
    accreditation: '认可信息',
    issued: '颁证日期',
    expires: '有效期至',
    check: '向主管部门查询',
    check_hint: '以主管部门查询结果为准。请按证书编号或组织名称查询并逐项核对。',
    note: '证书针对组织的服务管理体系，不针对任何产品或工具。本页由获证组织自行维护。',
    gone: '没有对应的证书',
    gone_hint: '链接有误或已被撤回，请向提供者索取新链接。',
  },
};
export default zh;
