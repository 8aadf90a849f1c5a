import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  risk: {
    demand: {
      from_context: '已评估的风险和机遇有来源并按期评审',
      both_kinds: '风险和机遇均已识别',
      of_organisation: '记录了组织的风险',
      of_services: '每项在用服务都有服务要求未满足的现行风险',
      of_parties: '每份合同和内部协议都有该方的现行风险',
      of_other_parties: '记录了其他方的风险',
      customer_impact: '每项均说明对客户的影响',
      criteria: '已规定风险接受准则（版本 {{version}}）',
      accepted_by_top: '超过阈值的仅由授权人接受并有理由',
      method_documented: '方法已形成现行文件（…-06-RM）',
      treated: '计划的应对有措施且未逾期',
      high_is_treated: '超过阈值的风险在 30 天内处置或接受',
      effect_judged: '措施完成后已评价有效性和残余风险',
    },
    lack: {
      from_context: '无来源或逾期未评审',
      both_kinds: '缺少一类',
      of_organisation: '没有',
      of_services: '没有现行风险',
      of_parties: '没有该方的现行风险',
      of_other_parties: '没有',
      customer_impact: '未说明',
      criteria: '没有准则',
      accepted_by_top: '未经授权人接受',
      method_documented: '无此现行文件',
      treated: '无措施或逾期',
      high_is_treated: '等待超过 30 天',
      effect_judged: '未评价',
    },
  },
};
export default zh;
