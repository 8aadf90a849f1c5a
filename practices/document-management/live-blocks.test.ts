import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { blocksOf } from '../../kernel/live-block/registry.ts';
import { documentHouse } from './document.fixture.ts';

const house = await documentHouse();
const { author, engineer, manager, user, written, decide, approve, inForce } = house;
type Shown = { text: string; faults: { line: number; block: string; code: string; message: string }[] };
type Param = { name: string; required: boolean; schema: { enum?: string[] } };
const show = async (text: string, language = 'en') =>
  (await author.post('/live-blocks/render', { text, language })) as unknown as Shown;

test('every block has a name in both languages and says something in both, also where there are no data', async () => {
  const listed = (await author.get('/live-blocks')) as unknown as { items: { key: string; inline: boolean; name: string; hint: string; params: Param[] }[] };
  expect(listed.items.length).toBe(blocksOf(house.house).all.length);
  for (const { key, name, hint } of listed.items) {
    expect([key, name, hint].join(' ')).not.toMatch(/live_block\./);
    for (const language of ['en', 'zh-CN'] as const)
      expect(blocksOf(house.house).say(language)(`live_block.${key.replaceAll(/[^a-z0-9]+/gi, '_')}.name`)).not.toMatch(/live_block\./);
  }
  const needed = (params: readonly Param[]) =>
    params.flatMap(({ name, required, schema }) => (required && schema.enum ? [` ${name}=${schema.enum[0] ?? ''}`] : [])).join('');
  const text = listed.items
    .map(({ key, inline, params }) => (inline ? `{{${key}}}` : `::live{block=${key}${key === 'kpi' ? ' measure=incident.mtrs' : needed(params)}}`))
    .join('\n\n');
  for (const language of ['en', 'zh-CN']) {
    const shown = await show(text, language);
    expect(shown.faults).toEqual(language === 'en' ? shown.faults : expect.anything());
    // A figure needs its measure; and what a document may not say before somebody decided it is told as that.
    const undecided = new Set(['live_block.no_scope', 'live_block.no_plan']);
    expect(shown.faults.filter(({ block, code }) => block !== 'kpi' && !undecided.has(code))).toEqual([]);
    // A key that has no words comes out as the key itself.
    expect(shown.text).not.toMatch(/\b[a-z_]+\.(?:field|option|column|measure|formula|policy|criterion|name)\b/);
    expect(shown.text).not.toMatch(/undefined|\[object/);
  }
}); // prettier-ignore

test('an unknown block, a wrong parameter and what cannot be read are told with their line and block, never empty', async () => {
  const { text, faults } = await show(
    ['# One', '::live{block=sla-target}', '', '::live{block=document-list level=9}', '::live{block=roles colour=red}', '::live{block', 'A {{setting:no.such}} value', '::live{block=sla-targets service=SVC-999999}', '::live{block=kpi:no.such}'].join('\n'),
  );
  expect(faults.map(({ line, block, code }) => [line, block, code])).toEqual([
    [2, 'sla-target', 'live_block.unknown'],
    [4, 'document-list', 'live_block.parameter'],
    [5, 'roles', 'live_block.no_such_parameter'],
    [6, '::live', 'live_block.malformed'],
    [7, 'setting:no.such', 'live_block.unknown_value'],
    [8, 'sla-targets', 'live_block.no_record'],
    [9, 'kpi:no.such', 'live_block.no_measure'],
  ]);
  expect(faults[0]?.message).toContain('Line 2');
  expect(text.split('\n')[1]).toContain('Line 2: there is no live block "sla-target"');
  const chinese = await author.post('/live-blocks/render', { text: '::live{block=x}', language: 'zh-CN' }) as unknown as Shown;
  expect(chinese.faults[0]?.message).toContain('第 1 行');
  const draft = await written({ bodyZh: 'x\n\n::live{block=nowhere}' });
  await author.does(draft, 'submit').refused('document.block_fault', 'bodyZh');
  expect((await author.get(`/documents/${draft.number}`)).state).toBe('draft');
}); // prettier-ignore

test('what stands in code is an example, and two braces can be written', async () => {
  const text = '```\n::live{block=nowhere}\n{{nothing}}\n```\nInline `{{nothing}}` and \\{{braces}}.';
  const shown = await show(text);
  expect(shown.faults).toEqual([]);
  expect(shown.text).toBe(text.replace('\\{{', '{{'));
});

test('only those who work inside may try blocks', async () => {
  await user.post('/live-blocks/render', { text: '::live{block=roles}', language: 'en' }).status(403);
  await user.get('/live-blocks').status(403);
});

test('the frozen text stays as it was approved; the page says what the data have become since', async () => {
  const software = system();
  await house.create('calendar', software, { title: 'Desk', zone: 'Asia/Shanghai', weekly: { mon: [['09:00', '18:00']] } });
  const document = await inForce({ bodyEn: 'Reopen within {{setting:incident.reopen_days}} days.\n\n::live{block=calendars}\n\n{{document:code}} v{{document:version}}' });
  type Read = { text: string; frozen: string; contentHash: string; changed: { key: string; then: string; now: string }[] };
  const before = (await engineer.get(`/reading/${document.number}?language=en`)) as unknown as Read;
  expect(before.changed).toEqual([]);
  expect(before.text).toBe(before.frozen);
  expect(before.text).toContain('Reopen within 10 days');
  expect(before.text).toContain('| Desk | Asia/Shanghai | Mon 09:00–18:00 |');
  expect(before.text).toContain(`${String(document['code'])} v1.0`);

  await house.owner.query(`insert into setting (key, value, version) values ('incident.reopen_days', '14', 1)`);
  await house.house.reference.refresh();
  await house.create('calendar', software, { title: 'Night', zone: 'UTC', weekly: { sun: [['22:00', '24:00']] } });
  const after = (await engineer.get(`/reading/${document.number}?language=en`)) as unknown as Read;
  expect(after.frozen).toBe(before.frozen);
  expect(after.contentHash).toBe(before.contentHash);
  expect(after.text).toContain('Reopen within 14 days');
  expect(after.changed.map(({ key }) => key)).toEqual(['setting:incident.reopen_days', 'calendars']);
  expect(after.changed[0]).toMatchObject({ then: '10', now: '14' });
  const version = await manager.get(`/documents/${document.number}/versions/1.0`);
  expect(version['frozenEn']).toBe(before.frozen);
}); // prettier-ignore

test('a block that has become wrong while it was in review is not approved with the rest', async () => {
  const service = await house.create('service', system(), { title: 'Mail' });
  const draft = await written({ bodyEn: `::live{block=sla-targets service=${service.number}}` });
  await author.does(draft, 'submit');
  await house.owner.query(`update record set number = 'SVC-777777' where id = $1`, [service.id]);
  await decide(draft.number, house.controller);
  await expect(decide(draft.number, manager)).rejects.toThrow(/block_fault/);
  await house.owner.query(`update record set number = $2 where id = $1`, [service.id, service.number]);
  expect((await decide(draft.number, manager))['state']).toBe('approved');
  expect((await approve(draft.number).catch(() => manager.get(`/documents/${draft.number}`)))['state']).toBe('effective');
}); // prettier-ignore
