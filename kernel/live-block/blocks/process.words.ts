/** Of the tables that show a life cycle. */
const en = {
  live_block: {
    process: { name: 'Life cycle', hint: 'States, who may do what, and what is refused' },
    process_column: { from: 'From', action: 'Step', to: 'To', by: 'By', conditions: 'Conditions' },
    process_create: 'Create',
    process_any: 'any open state',
    process_system: 'the system',
    process_anybody: 'anybody with an account',
    process_everybody: 'everybody who works in service management',
    process_required: 'Needed: {{fields}}.',
    process_reason: 'With a reason.',
    process_comment: 'With a comment.',
    process_second: 'A second person confirms where the rule demands it.',
    process_refused: 'Refused with: {{refusals}}',
    process_quoted: '“{{text}}”',
  },
} as const;
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
const zh: Same<typeof en> = {
  live_block: {
    process: { name: '生命周期', hint: '状态、谁可以做什么以及拒绝条件' },
    process_column: { from: '起始状态', action: '步骤', to: '目标状态', by: '执行人', conditions: '条件' },
    process_create: '创建',
    process_any: '任一未关闭状态',
    process_system: '系统',
    process_anybody: '任何有账号的人',
    process_everybody: '服务管理全体人员',
    process_required: '必填：{{fields}}。',
    process_reason: '须说明理由。',
    process_comment: '须填写说明。',
    process_second: '规则要求时须经第二人确认。',
    process_refused: '不满足时拒绝：{{refusals}}',
    process_quoted: '“{{text}}”',
  },
};
export const processWords = { en, 'zh-CN': zh };
