// npm run new-practice -- problem-management problem PRB 8.6.3: the files every practice has, ready to be filled.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, root } from './bootstrap.mjs';

const [practice = '', noun = '', prefix = '', clause = ''] = process.argv.slice(2);
const usage = 'Usage: npm run new-practice -- problem-management problem PRB 8.6.3';
if (!/^[a-z]+(-[a-z]+)*$/.test(practice) || !/^[a-z]+(-[a-z]+)*$/.test(noun)) fail(usage);
if (!/^[A-Z]{2,5}$/.test(prefix) || !/^\d+(\.\d+)*$/.test(clause)) fail(usage);

const folder = join(root, 'practices', practice);
if (existsSync(folder)) fail(`practices/${practice} is there already.`);

const camel = (/** @type {string} */ name) =>
  name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const pascal = (/** @type {string} */ name) =>
  camel(name).replace(/^[a-z]/, (letter) => letter.toUpperCase());
const table = noun.replaceAll('-', '_');
const migrations = readdirSync(join(root, 'db/migrations')).sort();
const next = String(Number((migrations.at(-1) ?? '0').slice(0, 4)) + 1).padStart(4, '0');

/** @type {Record<string, string>} */
const files = {
  [`db/migrations/${next}_${table}.sql`]: `-- ${pascal(practice)} (${clause}).
create sequence number_${table};
create table ${table} (
  id          uuid primary key references record,
  description text
);
`,
  [`practices/${practice}/README.md`]: `# ${practice.replaceAll('-', ' ')} (${clause})

**Purpose.**
**Records.** \`${noun}\` (${prefix}): draft → done.
**Roles.**
**Guards.** \`${noun}.rules.ts\`.
**Figures.**
**Meets.**
**Not here.**
`,
  [`practices/${practice}/${noun}.fields.ts`]: `import { longText } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const fields = { description: longText() };
export type ${pascal(noun)} = RecordOf<typeof fields>;
`,
  [`practices/${practice}/${noun}.rules.ts`]: `import { no, type Rule } from '../../kernel/process/process.ts';
import type { ${pascal(noun)} } from './${noun}.fields.ts';

/** ${clause}: what is done must have been described. */
export const isDescribed: Rule<${pascal(noun)}> = (${camel(noun)}) =>
  ${camel(noun)}.description === null ? no('${noun}.not_described') : undefined;
`,
  [`practices/${practice}/${noun}.access.ts`]: `import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

export const access: Access = each(staff, { view: 'all', act: 'all' } as const);
`,
  [`practices/${practice}/${noun}.process.ts`]: `import { defineProcess } from '../../kernel/process/process.ts';
import type { ${pascal(noun)} } from './${noun}.fields.ts';
import { isDescribed } from './${noun}.rules.ts';

const practitioners = ['service-owner', 'sms-manager'];

export const process = defineProcess<${pascal(noun)}>()({
  states: { draft: 'new', done: 'closed' },
  initial: 'draft',
  create: { by: practitioners, fields: ['title', 'description'], required: ['title'] },
  edit: { from: ['draft'], by: practitioners, fields: ['title', 'description'], required: ['title'] },
  transitions: {
    finish: { from: ['draft'], to: 'done', by: practitioners, rules: [isDescribed] },
  },
  clocks: {},
});
`,
  [`practices/${practice}/${noun}.record.ts`]: `import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './${noun}.access.ts';
import { fields } from './${noun}.fields.ts';
import { process } from './${noun}.process.ts';

export const ${camel(noun)} = defineRecord({
  type: '${noun}',
  plural: '${noun}s',
  prefix: '${prefix}',
  fields,
  base: ['title'],
  search: ['description'],
  list: ['number', 'title', 'state', 'updatedAt'],
  process,
  access,
});
`,
  [`practices/${practice}/practice.ts`]: `import { definePractice } from '../../kernel/practice/practice.ts';
import { ${camel(noun)} } from './${noun}.record.ts';

/** (${clause}) */
export const ${camel(practice)} = definePractice({
  name: '${practice}',
  code: '${prefix}',
  clauses: ['${clause}'],
  records: [${camel(noun)}],
  roles: [],
});
`,
  [`practices/${practice}/server.ts`]: `import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { ${camel(practice)} } from './practice.ts';

export const ${camel(practice)}Server = definePracticeServer({ practice: ${camel(practice)} });
`,
  [`practices/${practice}/i18n/en.ts`]: `export default {
  ${JSON.stringify(noun)}: {
    name: '${pascal(noun)}',
    plural: '${pascal(noun)}s',
    field: { description: 'Description' },
    state: { draft: 'Draft', done: 'Done' },
    action: { finish: 'Finish' },
    not_described: 'Describe it first.',
  },
};
`,
  [`practices/${practice}/i18n/zh-CN.ts`]: `import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  ${JSON.stringify(noun)}: {
    name: '${pascal(noun)}',
    plural: '${pascal(noun)}',
    field: { description: '说明' },
    state: { draft: '草稿', done: '完成' },
    action: { finish: '完成' },
    not_described: '请先填写说明。',
  },
} satisfies Same<typeof en>;
`,
  [`practices/${practice}/${noun}.test.ts`]: `import { expect, test } from 'vitest';
import { testHouse } from '../../kernel/testing/house.ts';
import { ${camel(practice)}Server } from './server.ts';

const { person, create, act } = await testHouse([${camel(practice)}Server]);

test('what is done must have been described', async () => {
  const owner = await person('Wen', ['service-owner']);
  const made = await create('${noun}', owner, { title: 'First' });
  await expect(act(made, 'finish', owner)).rejects.toMatchObject({ code: '${noun}.not_described' });
  await act(made, 'edit', owner, { description: 'What it is about' });
  expect(await act(made, 'finish', owner)).toMatchObject({ state: 'done' });
});
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { flag: 'wx' });
  console.log(path);
}
console.log(`
Then: npm run db:types; add ${camel(practice)}Server to app/practices.ts, its words to app/words.ts and, when it has
pages, its web.tsx to app/web.tsx.`);
