import type { Same } from '../../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  reading_portal: {
    title: '与您有关的文件',
    to_read: '请阅读',
    to_read_hint: '并确认已阅读',
    all: '文件',
    search: '搜索文件',
    none: '没有与您有关的文件。',
    none_found: '没有包含这些词语的文件。',
    to_all: '全部文件',
    version: '版本 {{version}}，自 {{date}} 生效',
    approved: '{{people}} 于 {{date}} 批准',
    acknowledge: '我已阅读',
    asked: '请阅读版本 {{version}}。',
    done: '您已于 {{date}} 确认该版本。',
    thanks: '谢谢，已记录。',
    obsolete: '该文件已作废，不得使用。',
    other: '阅读{{language}}文本',
    en: '英文',
    zh: '中文',
  },
} satisfies Same<typeof en>;
