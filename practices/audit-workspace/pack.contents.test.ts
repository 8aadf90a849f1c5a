import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { attach } from '../../kernel/attachment/attachment.ts';
import { trailSettled } from '../../kernel/testing/settled.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { unzip } from '../../platform/paper/unzip.ts';
import { auditHouse, type Row } from './audit.fixture.ts';
import { makePacks } from './pack.run.ts';
import { packPieces } from './pack.store.ts';

const h = await auditHouse();
const controller = await h.someone('Wang Fang', ['document-controller']);
const photo = Buffer.from('\u0089PNG, or so: the rack of Hangzhou'.repeat(50_000));
let incident: Row;

/** From its draft to its being in force, decided by two people who did not write it. */
async function inForce(code: string, more: object = {}): Promise<void> {
  const made = await h.agent.post('/documents', {
    code, level: 2, documentClass: 'procedure', titleEn: `Procedure ${code}`, titleZh: `程序 ${code}`, clauses: ['8.6.1'],
    bodyEn: '# Purpose\n\nIncidents are resolved.', bodyZh: '# 目的\n\n事件得到解决。', ...more,
  });
  await h.agent.does(made, 'submit');
  for (const by of [controller, h.keeper]) {
    const { items } = (await h.keeper.get(`/documents/${made.number}/approvals`)) as unknown as { items: { id: string; state: string }[] };
    await by.post(`/approvals/${items.find(({ state }) => state === 'open')?.id ?? ''}/approve`, {});
  }
  const effective = await h.keeper.get(`/documents/${made.number}`);
  if (effective.state !== 'effective') throw new Error(`${code} is ${effective.state}`);
} // prettier-ignore

const attached = (number: string, name: string, content: Buffer) =>
  begin(h.house, (work) =>
    attach(work, { type: 'incident', number }, { ...system(), id: h.agent.id }, { name, mediaType: 'image/png', content, public: false }),
  ); // prettier-ignore

type Pack = Row & Readonly<Record<'leftOut' | 'restarts' | 'fault', unknown>>;
async function packed(input: object, who = h.outsider) {
  const asked = await who.post('/evidence-packs', { title: 'Evidence', ...input });
  await trailSettled(h.house);
  await makePacks(h.house);
  const pack = (await who.get(`/evidence-packs/${asked.number}`)) as unknown as Pack;
  return { pack, files: await filesOf(pack.id) };
}

async function filesOf(id: string): Promise<ReadonlyMap<string, Buffer | undefined>> {
  const pieces: Buffer[] = [];
  for await (const piece of packPieces(h.house, id)) pieces.push(piece);
  return unzip(Buffer.concat(pieces), { entries: 5000, inflated: 1e9 }, () => true);
}

beforeAll(async () => {
  await h.opened([h.outsider], { clauses: [] });
  await inForce('SMS-L2-08-IM');
  await inForce('SMS-L2-08-SEC', { confidentiality: 'secret', audience: 'named', audiencePersonIds: [h.boss.id], bodyEn: '# Keys\n\nThe vault opens with 4711.' });
  await h.agent.post('/documents', { code: 'SMS-L2-08-DR', level: 2, documentClass: 'procedure', languages: 'en', titleEn: 'A draft', bodyEn: 'Nobody decided this.', clauses: ['8.6.1'] });
  incident = (await h.incident('The rack is on fire'));
  const other = (await h.incident('And the one beside it'));
  await attached(incident.number, '../rack: 1.png', photo);
  h.at('2026-03-02T01:05:00Z');
  await attached(other.number, 'same.png', photo);
}, 120_000); // prettier-ignore

test('a document in force is in the pack in both its languages, as PDF and as text; a draft is not', async () => {
  const { pack, files } = await packed({ scope: 'clause', clause: '8.6.1' });
  expect(pack, String(pack.fault)).toMatchObject({ state: 'ready' });
  for (const language of ['en', 'zh-CN']) {
    const pdf = files.get(`documents/SMS-L2-08-IM_1.0.${language}.pdf`);
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.get(`documents/SMS-L2-08-IM_1.0.${language}.md`)?.toString()).toContain(
      language === 'en' ? 'Incidents are resolved.' : '事件得到解决。',
    );
  }
  expect([...files.keys()].filter((name) => name.includes('-DR'))).toEqual([]);
  expect(files.get('index.html')?.toString()).toContain('documents/SMS-L2-08-IM_1.0.zh-CN.pdf');
});

test('attached files are in it with their contents, each content once, and none leaves its folder', async () => {
  const { files } = await packed({ scope: 'process', process: 'IM' });
  const names = [...files.keys()].filter((name) => name.startsWith('attachments/'));
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(new RegExp(`^attachments/${incident.number}/[0-9a-f]{8}-[^/]*rack- 1\\.png$`));
  expect(files.get(names[0] ?? '')?.equals(photo)).toBe(true);
  const list = files.get('attachments.csv')?.toString() ?? '';
  expect(list.split('\r\n').filter((line) => line.includes(String(names[0])))).toHaveLength(2);
  expect(list).toContain(createHash('sha256').update(photo).digest('hex'));
});

test('what is marked secret stays in the house unless somebody says otherwise, and the pack says how much', async () => {
  const told = (files: ReadonlyMap<string, Buffer | undefined>) =>
    [...files].filter(([, content]) => content?.includes('4711')).map(([name]) => name);
  const { pack, files } = await packed({ scope: 'everything' });
  expect(pack).toMatchObject({ state: 'ready', leftOut: 1 });
  expect(told(files)).toEqual([]);
  expect([...files.keys()].join('\n')).not.toContain('-SEC');
  expect(files.get('index.html')?.toString()).toContain('1 document is marked secret');
  const whole = await packed({ scope: 'everything', withSecret: true });
  expect(whole.pack).toMatchObject({ state: 'ready', leftOut: 0 });
  expect(told(whole.files)).toEqual(expect.arrayContaining(['documents/SMS-L2-08-SEC_1.0.en.md', 'records/documents.jsonl', 'trail/documents.jsonl']));
}, 120_000); // prettier-ignore

test('made by the command line, it holds what an auditor sees, without what is secret', async () => {
  const cli = { ...system('cli'), id: null };
  const made = await begin(h.house, (work) =>
    create(work, 'evidence-pack', cli, { title: 'By hand', scope: 'everything' }),
  );
  await makePacks(h.house);
  const files = await filesOf(made.id);
  expect([...files.keys()]).toContain('documents/SMS-L2-08-IM_1.0.en.pdf');
  expect([...files.values()].some((content) => content?.includes('4711'))).toBe(false);
}, 120_000);

test('what a worker that ended left behind unfinished is taken away, and the pack tells that it was taken up again', async () => {
  const asked = (await h.outsider.post('/evidence-packs', { title: 'Cut off', scope: 'clause', clause: '8.6.1' }));
  await begin(h.house, (work) => act(work, { type: 'evidence-pack', id: asked.id }, 'begin', system(), {}));
  await h.house.pool.query(`insert into evidence_pack_piece (pack_id, position, bytes) values ($1, 0, 'half of something')`, [asked.id]);
  await trailSettled(h.house);
  await makePacks(h.house);
  expect(await h.outsider.get(`/evidence-packs/${asked.number}`)).toMatchObject({ state: 'ready', restarts: 1, fault: null });
  expect([...(await filesOf(asked.id)).keys()]).toContain('manifest.json');
}, 120_000); // prettier-ignore
