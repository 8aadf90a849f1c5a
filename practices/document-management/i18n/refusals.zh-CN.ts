import type { Same } from '../../../platform/i18n/words.ts';
import type en from './refusals.en.ts';

export default {
  document: {
    code_form: '“{{code}}”不符合编号规则 SMS-L{层级}-{条款}-{缩写}-{序号}@{场所}，例如 SMS-L2-08-IM。',
    code_level: '编号为第 {{level}} 级，而文件为第 {{given}} 级。',
    code_clause: '编号中的条款 {{clause}} 不在该文件的条款之列。',
    code_stays: '该文件以编号 {{code}} 获得批准，编号不得更改。',
    no_title: '请为每种语言填写标题。',
    authoritative_not_kept: '文件没有所选基准语言的文本。',
    names_nobody: '适用对象为指定对象，请指定角色、团队、组织或人员。',
    secret_needs_names: '秘密文件仅限指定对象，请选择“指定对象”。',
    internal_for_outsiders: '内部文件不对外提供。请设为公开，或设为秘密并指定对象。',
    reach_is_kept: '适用对象已随文件获批，只有文件管理员或体系负责人可以更改。',
    checked_ahead: '{{date}} 尚未到来。',
    next_check_before: '下次核查应晚于上次核查（{{date}}）。',
    places_open: '还有 {{count}} 处待填写：{{places}}。',
    no_text: '有一种语言尚无正文，请补充。',
    no_change_note: '请说明修订内容，供读过上一版本的人了解。',
    effect_before_approval: '不能于 {{date}} 生效：文件须先批准后生效。请选择今天或以后的日期。',
    approver_is_author: '本版的编写人不得批准该版本（S1），请另选批准人。',
    reviewer_is_author: '本版的编写人不得审核该版本，请另选审核人。',
    reviewer_is_approver: '审核与批准不得为同一人，请分别指定。',
    supersedes_itself: '文件不能替代自身。',
    not_external: '该文件为内部文件，没有需要核查的来源。',
    nothing_in_force: '没有可以恢复的现行版本。',
    block_fault: '{{why}}',
    not_addressed: '该文件不需要您确认。',
    not_in_force: '版本 {{version}} 已不是现行版本，请阅读版本 {{now}}。',
    nothing_to_read: '该文件尚无现行版本。',
  },
} satisfies Same<typeof en>;
