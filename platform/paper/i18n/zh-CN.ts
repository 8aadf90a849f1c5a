import type { Same } from '../../i18n/words.ts';
import type en from './en.ts';

const zh = {
  paper: {
    too_large: '文件超过 {{megabytes}} MB。',
    not_word: '这不是 Word 文件（.docx）。',
    old_word: '这是旧格式的 Word 文件（.doc）。请另存为 .docx 后上传。',
    encrypted: '文件有密码保护。请取消保护后重新上传。',
    broken_archive: 'Word 文件已损坏：内容无法解压。',
    broken_word: 'Word 文件已损坏，无法读取：{{detail}}',
    inflates_too_far: '文件文本解压后超过 {{megabytes}} MB。',
    unsafe: '文件定义了 XML 实体，正常的 Word 文件不会如此，未予读取。',
    not_text: '这不是 UTF-8 或 GB18030 编码的文本文件。',
    front_matter: '文件开头两行短横线之间的内容无法读取：{{detail}}',
    took_too_long: '读取文件超过 {{seconds}} 秒，已停止。',
    lost: {
      images: '略去 {{count}} 张图片',
      merged: '拆分 {{count}} 个合并单元格',
      footnotes: '{{count}} 条脚注移至文末',
      comments: '略去 {{count}} 条批注',
      styles: '{{count}} 个样式无法识别，其文字按正文保留',
      objects: '展平 {{count}} 个嵌套表格',
      lines: '{{count}} 个多行单元格合并为一行',
    },
  },
} satisfies Same<typeof en>;
export default zh;
