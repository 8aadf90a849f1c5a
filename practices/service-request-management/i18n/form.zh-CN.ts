import type { Same } from '../../../platform/i18n/words.ts';
import type en from './form.en.ts';

export default {
  answer: {
    required: '请回答此问题。',
    text: '此处应填写文字。',
    number: '此处应填写数字。',
    date: '此处应填写日期，例如 2026-03-31。',
    yes_no: '请选择“是”或“否”。',
    option: '请从列表中选择。',
    person: '请选择通讯录中的人员。',
    files: '最多 {{max}} 个文件，文件名不超过 200 个字符。',
    too_long: '最多 {{max}} 个字符。',
    below: '不得小于 {{min}}。',
    above: '不得大于 {{max}}。',
    too_early: '不得早于 {{day}}。',
    too_late: '不得晚于 {{day}}。',
    pattern: '格式不正确。',
  },
  request_form: {
    yes: '是',
    no: '否',
    choose: '请选择',
    choose_many: '可多选',
    person: '输入姓名',
    nobody: '未找到人员',
    files: '选择文件',
    files_hint: '图片或文档，单个文件不超过 25 MB。',
    clear: '清除',
    optional: '选填',
    changed: '填写期间表单已更新。您的回答仍然保留，请核对后重新提交。',
    file_failed: '请求已提交，但文件 {{name}} 未能上传：{{why}}',
    no_questions: '无需填写任何内容。',
  },
} satisfies Same<typeof en>;
