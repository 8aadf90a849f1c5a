import type { Same } from '../../../platform/i18n/words.ts';
import type en from './renewal.en.ts';

/** 客户是否续约。 */
const zh: Same<typeof en> = {
  contract_renewal: {
    name: '合同续约',
    plural: '合同续约',
    create: '新建合同续约',
    field: {
      title: '合同',
      ownerId: '负责人',
      customerId: '客户',
      agreementId: '协议',
      termEndsOn: '到期日',
      newAgreementId: '新协议',
      newTermEndsOn: '续约至',
      valueCents: '年度金额',
      currency: '币种',
      lostBecause: '流失原因',
      note: '客户意见',
      decidedOn: '登记日期',
      decidedById: '登记人',
    },
    hint: {
      agreementId: '与客户签订且有截止日期的服务级别协议。',
      note: '用客户的原话说明续约或离开的原因。',
    },
    option: {
      lostBecause: {
        price: '价格',
        quality: '服务质量',
        competitor: '其他服务商',
        own_staff: '转为自行承担',
        no_need: '不再需要',
        other: '其他',
      },
      currency: { CNY: 'CNY', USD: 'USD', EUR: 'EUR', HKD: 'HKD', SGD: 'SGD', JPY: 'JPY', GBP: 'GBP' },
    },
    state: { due: '待定', renewed: '已续约', lost: '已流失', left_out: '不计入' },
    action: {
      renew: '登记续约',
      lose: '登记流失',
      leave_out: '不计入',
      reopen: '重新登记',
    },
    no_customer: '请选择与客户签订的协议；向供应商采购的由我方续约。',
    no_end: '该协议没有截止日期，无需续约。',
    there: '该到期日已由 {{number}} 登记。',
    another_customer: '新协议属于其他客户。',
    measure: { retention: '客户续约率', undecided: '到期未登记的合同' },
    formula: {
      retention: '期内到期并已续约的合同 ÷ 期内到期并已续约或流失的合同 × 100 %',
      undecided: '期末已到期但尚未登记结果的合同数',
    },
  },
  renewal_page: {
    menu: '合同续约',
    retention: '客户续约率',
    months: '近 12 个月',
    before: '此前 12 个月',
    none: '无数据',
    of: '{{n}} 份合同中续约 {{k}} 份',
    undecided: '待定或不计入：{{n}}',
    show: '全部续约',
    empty: '尚无到期合同。与客户签订且有截止日期的协议将在到期前 120 天出现在此。',
  },
  notice: {
    contract_renewal: {
      due: {
        name: '客户合同即将到期',
        title: '{{date}} 到期：{{title}}',
        body: '请与客户沟通并登记是否续约。',
      },
    },
  },
};
export default zh;
