import { beforeAll, expect, test } from 'vitest';
import { gapsOf } from '../document.gaps.ts';
import { renderLive } from '../../../kernel/live-block/render.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { wordOf } from '../../../platform/paper/word.ts';
import { unzip } from '../../../platform/paper/unzip.ts';
import { documentHouse } from '../document.fixture.ts';
import { aboutOf } from '../document.frozen.ts';
import { draftOf, generateSet } from './generate.ts';
import { frame, headings } from './frame.ts';
import { templates, templateNamed } from './library.ts';

let house: Awaited<ReturnType<typeof documentHouse>>;
beforeAll(async () => {
  house = await documentHouse();
}, 120_000);

/** documents.md 3 to 5: every row, with words that its text must hold in each language. */
const rows: Readonly<Record<string, readonly [en: readonly string[], zh: readonly string[]]>> = {
  'SMS-L1-00-MAN': [['Introduction', 'Process map', 'Clause-to-document matrix', 'Structure', 'Policy', 'Integration'], ['概述', '过程图', '条款与文件对照表', '组织结构', '方针', '整合']],
  'SMS-L1-04-CTX': [['External issues', 'Internal issues', 'Climate', 'Interested parties', 'Review'], ['外部因素', '内部因素', '气候变化', '相关方', '评审']],
  'SMS-L1-04-SCP': [['Services', 'Locations', 'Customers', 'Technologies', 'No clause of', 'other parties', 'supporting the provision of'], ['服务', '场所', '客户', '技术', '不删减', '其他方', '支持从']],
  'SMS-L1-05-POL': [['purpose', 'Framework for objectives', 'satisfy applicable requirements', 'improve the SMS', 'Signed'], ['宗旨', '目标框架', '满足适用的要求', '持续改进', '签发']],
  'SMS-L1-05-ORG': [['raci-matrix', 'role-catalogue', 'deput', 'approval limits', 'Letter of appointment'], ['raci-matrix', '代理', '批准限额', '任命书']],
  'SMS-L1-06-OBJ': [['Metric and formula', 'Baseline', 'Target', 'Period', 'Owner', 'Plan to achieve', 'Evaluation'], ['指标与公式', '基线', '目标值', '周期', '责任人', '实现计划', '评价']],
  'SMS-L1-06-SMP': [['Services', 'limitations', 'Obligations', 'Authorities', 'human', 'technical', 'information', 'financial', 'other parties', 'Technology', 'audited', 'Calendar'], ['服务清单', '限制', '合规义务', '权限', '人力', '技术', '信息', '财务', '其他方', '审核', '年度日历']],
  'SMS-L1-08-CHP': [['under control', 'Categories', 'Emergency changes', 'major impact'], ['控制对象', '类别', '紧急变更', '重大影响']],
  'SMS-L1-08-ISP': [['authority', 'Objectives', 'Principles', 'suppliers', 'Obligations', 'Review'], ['批准', '目标', '原则', '供应商', '合规义务', '评审']],
  'SMS-L2-04-PRM': [['Criteria per process', 'Interactions'], ['各过程的准则', '过程间的相互作用']],
  'SMS-L2-06-RM': [['threshold', 'customers', 'quarter'], ['阈值', '客户', '季度']],
  'SMS-L2-07-DOC': [['Codes', 'Approval', 'Retention', 'external'], ['编号', '批准', '保存期限', '外来文件']],
  'SMS-L2-07-HR': [['profile', 'effectiveness'], ['能力要求', '有效性']],
  'SMS-L2-07-COM': [['What', 'When', 'To whom', 'How', 'Who'], ['内容', '时机', '对象', '方式', '责任人']],
  'SMS-L2-07-KM': [['review', 'retired'], ['评审', '退役']],
  'SMS-L2-08-SVC': [['Requirements and criticality', 'Prioritisation'], ['服务要求与关键性', '优先级排序']],
  'SMS-L2-08-PTY': [['Selection criteria', 'measures'], ['选择准则', '指标']],
  'SMS-L2-08-CAT': [['dependencies', 'outcome'], ['依赖', '结果']],
  'SMS-L2-08-AM': [['Licences', 'Disposal'], ['许可证', '处置']],
  'SMS-L2-08-CFG': [['Classes', 'Attributes by criticality', 'access', 'Verif'], ['配置项类型', '按关键性规定属性', '访问', '核查']],
  'SMS-L2-08-BRM': [['Sampling method', 'definition', 'escalat'], ['抽样方法', '定义', '升级']],
  'SMS-L2-08-SLM': [['Clock rules', 'Review'], ['计时规则', '评审']],
  'SMS-L2-08-SUP': [['Alignment check', 'Disputes', 'Internal suppliers'], ['一致性核对', '争议', '内部供应商']],
  'SMS-L2-08-FIN': [['Cost model', 'allocat', 'Variance'], ['成本模型', '分摊', '偏差']],
  'SMS-L2-08-DM': [['Forecast method'], ['预测方法']],
  'SMS-L2-08-CAP': [['Thresholds', 'lead time'], ['阈值', '提前期']],
  'SMS-L2-08-CHG': [['Assessment checklist', 'Approval matrix', 'Emergency', 'Reviews', 'trend'], ['影响评估清单', '批准矩阵', '紧急', '实施后评审', '趋势']],
  'SMS-L2-08-SDT': [['| a |', '| h |', 'Removal', 'Transfer', 'Acceptance'], ['| a |', '| h |', '移除', '转移', '验收']],
  'SMS-L2-08-REL': [['Types and frequency', 'Baseline', 'measures'], ['类型与频次', '基线', '测量']],
  'SMS-L2-08-IM': [['Priority', 'Escalation', 'Clock'], ['优先级', '升级', '计时']],
  'SMS-L2-08-MI': [['Criteria', 'MIM', 'top management', 'Report and review'], ['判定准则', '重大事件经理', '最高管理者', '报告与评审']],
  'SMS-L2-08-SR': [['Models', 'Approvals'], ['请求模型', '批准']],
  'SMS-L2-08-PM': [['Trend analysis', 'Root cause', 'Known errors', 'effectiveness'], ['趋势分析', '根本原因', '已知错误', '有效性']],
  'SMS-L2-08-AVL': [['Formula', 'measuring point'], ['计算公式', '测量点']],
  'SMS-L2-08-SCM': [['Business impact', 'plan', 'test', 'Retest rule'], ['业务影响', '计划', '测试', '重新测试规则']],
  'SMS-L2-08-SCM-PLN': [['Invocation: criteria and responsibilities', 'Steps', 'degraded', 'Recovery requirements', 'Return to normal', 'Contacts and offline access'], ['启动准则与职责', '步骤', '降级', '恢复要求', '恢复正常', '联系人与离线获取']],
  'SMS-L2-08-ISM': [['Risk method', 'controls', 'external', 'Security incidents'], ['风险评估方法', '控制措施', '外部方', '信息安全事件']],
  'SMS-L2-09-MON': [['Object', 'formula', 'Source', 'When', 'Evaluator'], ['对象', '公式', '数据源', '时机', '评价人']],
  'SMS-L2-09-AUD': [['programme', 'Impartiality', 'Grading', 'closed'], ['审核方案', '公正性', '分级', '关闭']],
  'SMS-L2-09-MR': [['| 12 |', 'decisions'], ['| 12 |', '决定']],
  'SMS-L2-09-RPT': [['Report list', 'Purpose'], ['报告清单', '目的']],
  'SMS-L2-10-NC': [['Grading', 'cause', 'extent', 'effectiveness'], ['分级', '原因', '影响范围', '有效性']],
  'SMS-L2-10-CI': [['Approval criteria', 'objective'], ['批准准则', '目标']],
  ...Object.fromEntries(
    [
      '06-RM-01', '06-OBJ-01', '07-HR-01', '07-HR-02', '07-DOC-01', '08-SVC-01', '08-CAT-01', '08-CFG-01', '08-CFG-02', '08-BRM-01', '08-BRM-02',
      '08-BRM-03', '08-SLM-01', '08-SUP-01', '08-SUP-02', '08-SUP-03', '08-FIN-01', '08-CAP-01', '08-CHG-01', '08-CHG-02', '08-CHG-03', '08-CHG-04',
      '08-SDT-01', '08-SDT-02', '08-SDT-03', '08-REL-01', '08-IM-01', '08-IM-02', '08-IM-03', '08-SR-01', '08-PM-01', '08-AVL-01', '08-SCM-01', '08-SCM-02',
      '08-SCM-03', '08-ISM-01', '08-ISM-02', '08-ISM-03', '08-ISM-04', '08-ISM-05', '09-AUD-01', '09-AUD-02', '09-AUD-03', '09-MR-01', '09-RPT-01', '10-NC-01', '10-CI-01',
    ].map((code) => [`SMS-L3-${code}`, [[], []]]),
  ),
  'SMS-L3-08-CAT-01': [['Description', 'outcome', 'Dependencies'], ['描述', '结果', '依赖']],
  'SMS-L3-08-SLM-01': [['Service level targets', 'Workload limits', 'Exceptions'], ['服务级别目标', '工作量限制', '例外']],
  'SMS-L3-09-AUD-02': [['261'], ['261']],
  'SMS-L3-09-MR-01': [['| 12 |'], ['| 12 |']],
  'SMS-L3-09-RPT-01': [['Figures against targets', 'trend', 'Workload', 'Actions'], ['目标与结果', '趋势', '工作量', '措施']],
}; // prettier-ignore

test('every row of the four-level set has a template in both languages that holds what its row names', () => {
  expect(templates().map(({ code }) => code)).toEqual(Object.keys(rows).toSorted((a, b) => a.localeCompare(b, 'en'))); // prettier-ignore
  for (const { code, bodyEn, bodyZh } of templates()) {
    const [en = [], zh = []] = rows[code] ?? [];
    for (const word of en) expect(bodyEn.toLowerCase(), `${code}: ${word}`).toContain(word.toLowerCase());
    for (const word of zh) expect(bodyZh, `${code}: ${word}`).toContain(word);
  }
});

test('every process has the common frame, and both languages ask for the same things to be filled in', () => {
  for (const template of templates()) {
    const { code, level, bodyEn, bodyZh } = template;
    if (level === 2)
      for (const part of frame) {
        expect(bodyEn, code).toContain(`## ${headings[part]?.en}\n`);
        expect(bodyZh, code).toContain(`## ${headings[part]?.['zh-CN']}\n`);
      }
    expect(gapsOf(bodyEn).length, code).toBe(gapsOf(bodyZh).length);
    expect(bodyEn.match(/^## /gm)?.length, code).toBe(bodyZh.match(/^## /gm)?.length);
    expect(bodyEn.match(/^::live.*$/gm), code).toEqual(bodyZh.match(/^::live.*$/gm));
    expect(`${bodyEn}${bodyZh}`, code).not.toMatch(/undefined|\[\[|\]\]/);
    // An English text holds no Chinese, and what is named by code is there.
    expect(bodyEn.replaceAll(/【.*?】/g, ''), code).not.toMatch(/[\u4E00-\u9FFF]/);
    for (const [named = ''] of bodyEn.matchAll(/SMS-L[123]-\d\d-[A-Z]+(?:-PLN)?(?:-\d\d)?/g))
      expect(templateNamed(named), `${code} names ${named}`).toBeDefined();
  }
});

test('every live block of every template says something about this organisation', async () => {
  for (const template of templates())
    for (const language of ['en', 'zh-CN'] as const) {
      const text = language === 'en' ? template.bodyEn : template.bodyZh;
      const about = aboutOf({ ...template, version: '1.0', owner: null, effectiveOn: null, reviewDueOn: null }, language);
      const found = await onConnection(house.house.pool, (tx) => renderLive(tx, text, { house: house.house, language, about }));
      expect(found.faults, `${template.code} ${language}`).toEqual([]);
      expect(found.text, template.code).not.toMatch(/::live|\{\{/);
    }
}, 60_000); // prettier-ignore

test('the life cycle of a process is drawn from the engine: who may do what, and what is refused', async () => {
  const text = '::live{block=process:incident}\n\n::live{block=process:change}';
  const read = (language: 'en' | 'zh-CN') =>
    onConnection(house.house.pool, (tx) => renderLive(tx, text, { house: house.house, language }));
  const [en, zh] = [await read('en'), await read('zh-CN')];
  expect(en.text).toContain('| From | Step | To | By | Conditions |');
  expect(zh.text).toContain('| 起始状态 | 步骤 | 目标状态 | 执行人 | 条件 |');
  expect(zh.text).not.toMatch(/\b(?:incident|change)\.(?:state|action)\./);
});

test('a set is drafted once: who begins again finds it there, and nothing is made twice', async () => {
  const { manager } = house;
  const asked = { languages: 'both', authoritative: 'zh', existing: 'skip' } as const;
  const codes = ['SMS-L1-04-SCP', 'SMS-L2-08-IM'];
  const first = await manager.post('/document-templates/drafts', { codes, ...asked });
  expect(first['items']).toMatchObject([{ outcome: 'created' }, { outcome: 'created' }]);
  const again = await manager.post('/document-templates/drafts', { codes, ...asked });
  expect(again['items']).toMatchObject([{ outcome: 'skipped' }, { outcome: 'skipped' }]);
  const library = (await manager.get('/document-templates'))['items'] as {
    code: string;
    document: unknown;
  }[];
  expect(library.filter(({ document }) => document !== null).map(({ code }) => code)).toEqual(codes);
  const seen = await manager.get('/document-templates/SMS-L1-04-SCP?language=en');
  expect(seen['gaps']).not.toEqual([]);
  await manager.get('/document-templates/SMS-L9').refused('document_paper.no_template');
  await house.user.get('/document-templates').refused('problem.not_your_role');
});

test('a document in force is offered as a new version, with its code', async () => {
  const document = await house.inForce({ code: 'SMS-L2-08-PTY', clauses: ['8.2.3'] });
  const asked = { codes: ['SMS-L2-08-PTY'], languages: 'both', authoritative: 'en' };
  const left = await house.manager.post('/document-templates/drafts', { ...asked, existing: 'skip' });
  expect(left['items']).toMatchObject([{ outcome: 'skipped' }]);
  const made = await house.manager.post('/document-templates/drafts', { ...asked, existing: 'revise' });
  expect(made['items']).toMatchObject([{ outcome: 'revised', number: document.number }]);
  const after = await house.manager.get(`/documents/${document.number}`);
  expect(after).toMatchObject({ state: 'revising', effectiveVersion: '1.0' });
  expect(after['bodyEn']).toContain('Selection criteria');
});

test('every template can become a draft', async () => {
  const results = await generateSet(house.house, house.manager.actor, templates().map(({ code }) => code), { languages: 'both', authoritative: 'en', existing: 'skip' });
  expect(results).toHaveLength(Object.keys(rows).length);
}, 60_000); // prettier-ignore

const fetched = async (path: string, by = house.manager) => {
  const answer = await house.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${by.token}` } });
  return answer;
}; // prettier-ignore

test('what is in force is printed as it was approved, with who approved it; a draft says that it is one', async () => {
  const document = await house.inForce();
  const pdf = await fetched(`/documents/${document.number}/paper?format=pdf&language=zh-CN`);
  expect(pdf.statusCode).toBe(200);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toContain('事件管理程序 1.0 zh-CN.pdf');
  const word = await fetched(`/documents/${document.number}/paper?format=docx&language=en`);
  const text = unzip(word.rawPayload, { entries: 50, inflated: 1e8 }, () => true).get('word/document.xml')?.toString();
  expect(text).toContain('Zhang Wei');
  expect(text).toContain('Chen Jie');
  const again = await fetched(`/documents/${document.number}/paper?format=docx&language=en`);
  expect(again.rawPayload.equals(word.rawPayload)).toBe(true);
  const draft = await house.written();
  const unapproved = await fetched(`/documents/${draft.number}/paper?format=docx&language=en`);
  const header = unzip(unapproved.rawPayload, { entries: 50, inflated: 1e8 }, () => true).get('word/header1.xml')?.toString();
  expect(header).toContain('DRAFT');
  expect((await fetched(`/documents/${draft.number}/paper`, house.user)).statusCode).toBe(404);
  expect((await fetched(`/documents/${document.number}/paper?format=exe`)).statusCode).toBe(422);
}, 60_000); // prettier-ignore

test('many are one archive with an index of hashes', async () => {
  const answer = await fetched('/documents/papers?formats=pdf&languages=zh-CN&level=1');
  const files = unzip(answer.rawPayload, { entries: 500, inflated: 1e9 }, (name) =>
    name.startsWith('index.'),
  );
  expect([...files.keys()].filter((name) => name.endsWith('.pdf'))).toHaveLength(9);
  expect(files.get('index.csv')?.toString().split('\r\n')[1]).toMatch(/"[0-9a-f]{64}"$/);
  const index = files.get('index.html')?.toString() ?? '';
  // Each clause with the documents that answer it, each document with its files.
  expect(index).toMatch(/<td>8\.7\.3\.1<\/td>.*#SMS-L1-08-ISP/);
  expect(index).toContain(encodeURIComponent('SMS-L1-05-POL'));
  expect((await fetched('/documents/papers?codes=NONE')).statusCode).toBe(404);
  expect((await fetched('/documents/papers', house.user)).statusCode).toBe(403);
}, 60_000);

const sent = async (files: readonly (readonly [string, Buffer])[]) => {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await house.app.inject({
    method: 'POST', url: '/api/v1/document-files', payload: Buffer.from(await request.arrayBuffer()),
    headers: { authorization: `Bearer ${house.controller.token}`, 'content-type': request.headers.get('content-type') ?? '' },
  }); // prettier-ignore
  return JSON.parse(answer.payload) as { items: readonly (Record<string, unknown> & { refused?: string })[] };
};

test('a Word file comes back as a draft; what is wrong with another is said beside it', async () => {
  const template = templateNamed('SMS-L2-08-DM');
  const paper = { language: 'zh-CN', title: '需求管理程序', publisher: 'x', subtitle: 'x', facts: [], tables: [], contents: '目录', header: { left: '', right: '' }, footer: '', body: template?.bodyZh ?? '', at: 0 } as const;
  const docx = await wordOf(paper, [], 1);
  const { items } = await sent([['旧文件_需求管理程序.docx', docx], ['bad.docx', Buffer.from('nonsense')], ['note.md', Buffer.from('---\ncode: SMS-L3-07-DOC-09\n---\n# Naming files\n\nBy date.')], ['x.exe', Buffer.from('x')]]);
  expect(items[0]).toMatchObject({ title: '需求管理程序', language: 'zh', level: 2 });
  expect(String(items[0]?.['code'])).toMatch(/^SMS-L2-08-DM/);
  expect(items[1]?.refused).toContain('.docx');
  expect(items[2]).toMatchObject({ title: 'Naming files', code: 'SMS-L3-07-DOC-09', level: 3, body: 'By date.' });
  expect(items[3]?.refused).toBeDefined();
  const { taken: _t, lost: _l, ...one } = items[2] ?? {};
  const made = await house.controller.post('/document-files/drafts', one);
  expect((await house.controller.get(`/documents/${made.number}`)).state).toBe('draft');
  await house.controller.post('/document-files/drafts', one).refused('document_paper.code_taken', 'code');
}, 60_000); // prettier-ignore

test('a draft of a template that is not there, and a choice of none, are refused', async () => {
  await expect(draftOf(house.house, house.manager.actor, 'SMS-L2-99-NO', { languages: 'both', authoritative: 'en', existing: 'skip' })).rejects.toMatchObject({ code: 'document_paper.no_template' });
  await house.manager.post('/document-templates/drafts', { codes: [] }).status(422);
}); // prettier-ignore
