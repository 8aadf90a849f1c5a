import { execFileSync } from 'node:child_process';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { Zip } from '../zip/zip.ts';
import { columnShares, partsOf } from './chapters.ts';
import { fromMarkdown } from './from-markdown.ts';
import { fromWord } from './from-word.ts';
import type { Paper } from './paper.ts';
import { print, printBook, readWord } from './press.ts';
import { unzip } from './unzip.ts';

const rows = Array.from(
  { length: 60 },
  (_, i) => `| ${i + 1} | 事件经理 | 核对优先级矩阵 \\| 说明理由 |`,
).join('\n');
const body = `## 目的

恢复服务，见“服务级别协议”；**重大事件**另行处理。

## 范围

### 服务

1. 服务台
2. 二线
   - 网络

> 引用

\`\`\`
#raw { } "quoted" \\
\`\`\`

| 步骤 | 责任人 | 做什么 |
| --- | --- | --- |
${rows}

## 记录 #pagebreak() $x$ @label <b> \\*

见 [网站](https://example.org/?a=1&b=2)。
`;
const paper = (language: Paper['language'] = 'zh-CN'): Paper => ({
  language,
  title: '事件管理程序 “甲” & <乙>',
  publisher: '示例公司',
  subtitle: 'SMS-L2-08-IM · 1.0',
  facts: [['版本', '1.0']],
  tables: [{ title: '审批记录', head: ['角色', '姓名'], rows: [['批准', '王芳']] }],
  contents: '目录',
  header: { left: 'SMS-L2-08-IM', right: '内部' },
  footer: '打印件不受控',
  body,
  at: Date.UTC(2026, 0, 2),
});

const partOf = (file: Buffer, name: string) =>
  unzip(file, { entries: 100, inflated: 1e8 }, () => true)
    .get(name)
    ?.toString() ?? '';
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
async function archive(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new Zip();
  const bytes: Buffer[] = [];
  for (const [name, text] of Object.entries(parts)) for await (const chunk of zip.entry(name, [text])) bytes.push(chunk);
  return Buffer.concat([...bytes, zip.end()]);
} // prettier-ignore

test('a paper becomes Word and PDF, the same bytes each time', async () => {
  const first = await print(paper(), ['pdf', 'docx']);
  const second = await print(paper(), ['pdf', 'docx']);
  expect(first.pdf?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.pageCount).toBeGreaterThan(4);
  expect(first.pdf?.equals(second.pdf ?? Buffer.alloc(0))).toBe(true);
  expect(first.docx?.equals(second.docx ?? Buffer.alloc(0))).toBe(true);
  // Fonts are embedded, or the Chinese of it is lost on another machine.
  expect(first.pdf?.toString('latin1')).toMatch(/\/FontName\/[A-Z]{6}\+NotoSansSC-Regular|\/FontName \/[A-Z]{6}\+NotoSansSC-Regular|FontFile2|FontFile3/);
}); // prettier-ignore

test('a book of many entries has its Chinese text, is the same bytes each time, and nothing in it is read as markup', async () => {
  const long = 'a'.repeat(300);
  const entries = Array.from({ length: 40 }, (_, i) => ({
    title: `INC-${i}  支付网关 #pagebreak() "引号" \\`,
    aside: '已关闭',
    facts: [['服务', '网上商店'], ['Hash', long]] as const,
    texts: [['症状', '第一行\n第二行 $x$ @label']] as const,
    tables: [{ title: '评论', head: ['时间', '内容'], shares: [0.3, 0.7], rows: [['2026-02-03', '已通知二线']] }],
  }));
  const book = { language: 'zh-CN' as const, title: '事件 · 1', publisher: '灯塔港', header: { left: '事件', right: '灯塔港' }, footer: 'PCK-000001', at: Date.UTC(2026, 0, 2), entries };
  const first = await printBook(book);
  expect(first.pdf?.equals((await printBook(book)).pdf ?? Buffer.alloc(0))).toBe(true);
  expect(first.pageCount).toBeGreaterThan(3);
  const text = textOf(first.pdf);
  if (text === undefined) return;
  for (const words of ['INC-39', '支付网关 #pagebreak() "引号" \\', '第二行 $x$ @label', '已通知二线', '灯塔港']) expect(text).toContain(words);
}); // prettier-ignore

test('the Word file has numbered headings, a filled table of contents, repeated table heads and page numbers', async () => {
  const { docx = Buffer.alloc(0), pageCount } = await print(paper(), ['docx']);
  const text = partOf(docx, 'word/document.xml');
  expect(text).toContain('<w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart');
  expect(text.match(/PAGEREF _Toc/g)).toHaveLength(4);
  expect(text).toContain(
    ` PAGEREF _Toc00000004 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${pageCount}</w:t>`,
  );
  expect(text).toContain('<w:tblHeader/>');
  expect(text).toContain('“甲” &amp; &lt;乙&gt;');
  expect(partOf(docx, 'word/footer1.xml')).toContain('NUMPAGES');
  expect(partOf(docx, 'word/header1.xml')).toContain('内部');
  expect(partOf(docx, 'word/styles.xml')).toContain('w:eastAsia="Microsoft YaHei"');
});

test('a Word file that was printed is read back: headings, lists, table, link', async () => {
  const { docx = Buffer.alloc(0) } = await print(paper(), ['docx']);
  const read = await readWord(docx);
  expect(read.title).toBe('事件管理程序 “甲” & <乙>');
  expect(read.body).toContain('# 目的');
  expect(read.body).toContain('## 服务');
  expect(read.body).toContain('1. 服务台\n2. 二线');
  expect(read.body).toContain('| 1 | 事件经理 | 核对优先级矩阵 \\| 说明理由 |');
  expect(read.body).toContain('**重大事件**');
  expect(read.body).toContain('[网站](https://example.org/?a=1&b=2)');
});

test('what is no Word file, old, protected, damaged or a bomb is refused by its name', async () => {
  const { docx = Buffer.alloc(0) } = await print(paper(), ['docx']);
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect(await code(readWord(Buffer.from('hello')))).toBe('paper.not_word');
  expect(await code(readWord(await archive({ 'a.txt': 'x' })))).toBe('paper.not_word');
  expect(await code(readWord(Buffer.concat([ole, Buffer.alloc(600)])))).toBe('paper.old_word');
  expect(await code(readWord(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])))).toBe('paper.encrypted');
  expect(await code(readWord(docx.subarray(0, docx.length / 2)))).toBe('paper.broken_archive');
  const spoilt = Buffer.from(docx);
  spoilt.fill(0xff, 200, 400);
  expect(await code(readWord(spoilt))).toBe('paper.broken_archive');
  expect(await code(readWord(await archive({ 'word/document.xml': '<w:document' })))).toMatch(/^paper\.broken/);
  expect(await code(readWord(await archive({ 'word/document.xml': `<w:p>${' '.repeat(30e6)}</w:p>` })))).toBe('paper.inflates_too_far');
  expect(await code(readWord(await archive({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' })))).toBe('paper.unsafe');
  expect(await code(fromWord(Buffer.alloc(26 * 1024 * 1024)))).toBe('paper.too_large');
  // Sizes that an archive says of itself are not believed.
  const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1024 * 1024);
}); // prettier-ignore

test('a Markdown file gives its front matter, title and text; one that is broken is refused', async () => {
  const file = await fromMarkdown(Buffer.from('---\ncode: SMS-L2-07-DOC\nlanguage: zh-CN\n---\n# 文件控制\n\n## 目的\n\n文字'));
  expect(file).toEqual({
    meta: { code: 'SMS-L2-07-DOC', language: 'zh-CN' },
    title: '文件控制',
    body: '## 目的\n\n文字',
  });
  expect((await fromMarkdown(Buffer.from('b1e0bac5', 'hex'))).body).toBe('编号');
  expect(await code(fromMarkdown(Buffer.from('---\na: [1\n---\n')))).toBe('paper.front_matter');
  expect(await code(fromMarkdown(Buffer.from([0xff, 0xff, 0x00])))).toBe('paper.not_text');
}); // prettier-ignore

test('who numbered chapters by hand is not numbered twice', () => {
  const numbers = (text: string) => partsOf(text).flatMap((part) => (part.kind === 'chapter' ? [part.number] : []));
  expect(numbers('# A\n\n## B\n\n# C')).toEqual(['1', '1.1', '2']);
  expect(numbers('# 1. A\n\n# 2. C')).toEqual(['', '']);
}); // prettier-ignore

test('columns are as wide as their text needs', () => {
  const shares = columnShares(['#', '说明'], [['1', '很长的说明'.repeat(40)]]);
  expect(shares[0]).toBeLessThan(0.15);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

const reader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const textOf = (pdf: Buffer = Buffer.alloc(0)) =>
  reader ? execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString() : undefined;
test.skipIf(!reader)('another reader finds the text of the PDF, in order', async () => {
  const { pdf = Buffer.alloc(0) } = await print(paper(), ['pdf']);
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString();
  expect(text).toContain('恢复服务');
  expect(text).toContain('#pagebreak() $x$ @label <b> *');
  expect(text).toMatch(/3 ?\/ ?\d/);
});

/** A picture of one colour. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x7f)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
const png = pngOf(40, 20);
const id = '0198c0de-0000-7000-8000-000000000001';
const pictured = (bytes: Buffer) => ({
  ...paper('en'),
  body: `# Plan\n\nSee ![floor plan](attachment:${id}) and ![lost](attachment:${id.replace(/1$/, '2')}).\n`,
  pictures: { [id]: bytes },
});

test('pictures of a text come out in Word and PDF; one that is missing or none is told by its name', async () => {
  const { pdf, docx } = await print(pictured(png), ['pdf', 'docx']);
  expect(pdf?.toString('latin1')).toMatch(/\/Subtype\s*\/Image/);
  const xml = partOf(docx ?? Buffer.alloc(0), 'word/document.xml');
  expect(xml).toContain('<a:blip r:embed="picture0198c0de000070008000000000000001"/>');
  expect(xml).toContain('[lost]');
  expect(xml).not.toContain('[floor plan]');
  expect(partOf(docx ?? Buffer.alloc(0), '[Content_Types].xml')).toContain('image/png');
  const broken = await print(pictured(Buffer.concat([png.subarray(0, 40), Buffer.alloc(20)])), ['pdf']);
  expect(broken.pdf?.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
  const none = await print(pictured(Buffer.from('<svg onload="x"/>')), ['docx']);
  expect(partOf(none.docx ?? Buffer.alloc(0), 'word/document.xml')).toContain('[floor plan]');
});

test('a column to be written in by hand has room for it', () => {
  const [, , entry = 0] = columnShares(
    ['Field', 'What is entered', 'Entry'],
    [['Number, requester, date', 'CHG number', ''], ['Title, reason, objective', 'how will success be seen?', '']],
  );
  expect(entry).toBeGreaterThan(0.35);
  const [owner = 0, text = 0] = columnShares(['负责人', '内容'], [['林致远', '长'.repeat(200)]]);
  expect(owner * 92).toBeGreaterThan(6);
  expect(text).toBeGreaterThan(owner);
}); // prettier-ignore
