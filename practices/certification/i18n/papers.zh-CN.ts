import type { Same } from '../../../platform/i18n/words.ts';
import type en from './papers.en.ts';

/** What stands on a tender pack; only the server prints it. */
const zh: Same<typeof en> = {
  tender_paper: {
    title: '投标资料',
    certificates: '证书',
    standard: '标准',
    number: '证书编号',
    holder: '获证组织',
    address: '地址',
    body: '认证机构',
    accreditation: '认可信息',
    issued: '颁证日期',
    expires: '有效期至',
    scope: '认证范围',
    what: '项目',
    said: '证书内容',
    check: '查询方法',
    check_hint: '以主管部门查询结果为准，而非本资料。请截取带日期的查询页面。',
    step_open: '打开 {{url}} （中国：认监委全国认证认可信息公共服务平台）。',
    step_search: '查询证书编号 {{number}} 或组织名称“{{holder}}”。',
    step_compare: '将编号、组织、范围、状态和有效期与本资料逐项核对。',
    our_page: '我方证书登记的当前状态：{{url}}',
    figures: '关键指标',
    figures_hint:
      '期间 {{from}} 至 {{to}}（含首尾两日，{{zone}}），由日常工作记录计算；没有统计数量时显示无数据。',
    figure: '指标',
    value: '数值',
    excluded: '排除',
    clause: '条款',
    formula: '公式',
    formulas: '计算方法',
    no_figures: '未选择指标。',
    note: '说明',
    note_words:
      '证书针对上述范围内组织的服务管理体系，不认证任何产品或工具。指标由组织自行统计，不属于证书内容。',
    made: '生成日期',
    buyer: '采购方',
    period: '指标期间',
    contents: '目录',
  },
};
export default zh;
