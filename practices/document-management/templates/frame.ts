import type { Language } from '../../../platform/i18n/words.ts';

/** The parts that documents of a kind have in common: documents.md 4 (processes) and 5 (forms), in the order of a reader. */
type Pair = Readonly<Record<Language, string>>;
const pair = (en: string, zh: string): Pair => ({ en, 'zh-CN': zh });

export const headings: Readonly<Record<string, Pair>> = {
  purpose: pair('Purpose', '目的'),
  scope: pair('Scope', '适用范围'),
  owner: pair('Owner', '过程负责人'),
  inputs: pair('Inputs and outputs', '输入与输出'),
  activities: pair('Activities and responsibilities', '活动与职责'),
  states: pair('States and guards', '状态与控制条件'),
  'criteria-of-major': pair('Criteria of a major incident', '重大事件判定准则'),
  interfaces: pair('Interfaces', '过程接口'),
  criteria: pair('Criteria and KPIs', '过程准则与绩效指标'),
  records: pair('Records', '记录'),
  forms: pair('Related documents and forms', '相关文件与表单'),
  scaling: pair('Scaling', '按组织规模裁剪执行方式'),
  form: pair('Form', '表单'),
  notes: pair('Notes', '填写说明'),
};

/** What every document of level 2 has, whatever its template leaves out. */
export const frame = [
  'purpose', 'scope', 'owner', 'inputs', 'activities', 'states', 'interfaces', 'criteria', 'records', 'forms', 'scaling',
] as const; // prettier-ignore

export const columns = {
  inputs: pair('Inputs', '输入'),
  outputs: pair('Outputs', '输出'),
  what: pair('What', '内容'),
  step: pair('No.', '序号'),
  who: pair('Responsible', '责任人'),
  activity: pair('Activity', '活动'),
  record: pair('Record or result', '记录或结果'),
  with: pair('With', '接口对象'),
  passes: pair('What passes', '传递内容'),
  profile: pair('Profile', '规模'),
  how: pair('How it is done', '执行方式'),
  field: pair('Field', '项目'),
  content: pair('What is entered', '填写要求'),
  entry: pair('Entry', '填写内容'),
};

export const sentences = {
  accountable: pair(
    'Accountable for this process: **{owner}**. The owner sets its criteria, sees that it runs as described here, and reports on it.',
    '本过程的最终责任人为**{owner}**，负责制定准则、确保过程按本文件运行并报告绩效。',
  ),
  named: pair('Holder at present: {gap}.', '现任职人：{gap}。'),
  holder: pair('name, date of appointment', '姓名、任命日期'),
  states: pair(
    'The life cycle is enforced by the system; the table is drawn from it.',
    '生命周期由系统强制执行，下表取自系统。',
  ),
  order: pair('Order of states: {states}.', '状态顺序：{states}。'),
  notEnforced: pair(
    'Each transition is entered with person and date; no state is skipped. Kept in {gap}.',
    '每次状态变化记录人员和日期，不得跳过状态。记录于{gap}。',
  ),
  register: pair('register or file in which these records are kept', '保存这些记录的登记册或文件'),
  measures: pair('Key figures, computed by the system from its records:', '绩效指标(由系统根据记录计算)：'),
  ownMeasures: pair('Key figures:', '绩效指标：'),
  profiles: pair(
    'All requirements apply in every profile; only depth, form and frequency differ. This organisation: profile {{setting:organisation.profile}}.',
    '各种规模下全部要求均适用，仅深度、形式和频次不同。本组织为 {{setting:organisation.profile}} 型。',
  ),
  parent: pair('Used under {parent}.', '依据 {parent} 使用。'),
  fill: pair('To fill in', '待填写'),
} as const;
