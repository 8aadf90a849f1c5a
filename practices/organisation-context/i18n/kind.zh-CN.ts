import type { Same } from '../../../platform/i18n/words.ts';
import type en from './kind.en.ts';

/** 组织类型。 */
const zh: Same<typeof en> = {
  kind_page: {
    menu: '组织类型',
    title: '组织类型',
    hint: '示例、义务和常用承诺随组织类型而定，页面用语随服务对象而定。已有记录保持不变。',
    sector: '组织类型',
    any: '不限类型',
    serves: '服务对象',
    provider: '外部客户',
    provider_hint: '服务提供商：页面称“客户”。',
    internal_it: '本组织',
    internal_it_hint: '企业或机构的内部 IT：页面称“业务部门”。',
    save: '保存',
    saved: '已保存',
    follows: '起始内容',
    issues: '环境因素示例',
    obligations: '待确定的义务',
    promises: '常用承诺',
    priority: '优先级',
    respond: '响应时限',
    update: '更新间隔',
    resolve: '恢复时限',
    hours: '计时',
    always: '全天候',
    office: '服务时间',
    more: '另有 {{count}} 项',
    take_issues: '采用示例',
    take_obligations: '采用义务',
    take_agreement: '按此承诺新建协议',
  },
};
export default zh;
