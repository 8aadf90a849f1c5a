import { system } from '../access/actor.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { served, type Client } from '../../app/testing/served.ts';

const house = await served();
const { someone } = house;

let ada: Client;
let agent: Client;
let user: Client;

type Body = Awaited<ReturnType<Client['get']>>;
const defined: Record<string, Body> = {};
const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const incident = (more: object = {}) => ({
  title: 'Printer',
  channel: 'phone',
  requesterId: user.id,
  ...more,
});

beforeAll(async () => {
  ada = await someone('Ada', ['administrator']);
  agent = await someone('Ming', ['service-desk-agent', 'service-desk-lead']);
  user = await someone('Uma', ['user']);
  const make = async (key: string, more: object) => {
    defined[key] = await ada.post('/custom-fields', { recordType: 'incident', key, ...more });
  };
  await make('cost_centre', {
    kind: 'text',
    labelEn: 'Cost centre',
    labelZh: '成本中心',
    searchable: true,
    place: 1,
  });
  await make('story', { kind: 'long', labelEn: 'Story', labelZh: '经过' });
  await make('loss', { kind: 'number', labelEn: 'Loss', labelZh: '损失' });
  await make('seen_on', { kind: 'date', labelEn: 'Seen on', labelZh: '发现日期' });
  await make('site', {
    kind: 'choice',
    labelEn: 'Site',
    labelZh: '地点',
    searchable: true,
    inList: true,
    requiredOn: ['triage'],
    options: [
      { value: 'north', label: label('North hall', '北厅') },
      { value: 'south', label: label('South hall', '南厅') },
    ],
  });
  await make('shifts', {
    kind: 'choices',
    labelEn: 'Shifts',
    labelZh: '班次',
    options: [
      { value: 'early', label: label('Early', '早班') },
      { value: 'late', label: label('Late', '晚班') },
    ],
  });
  await make('on_call', { kind: 'yes_no', labelEn: 'On call', labelZh: '值班' });
  await make('contact', { kind: 'reference', pointsTo: 'person', labelEn: 'Contact', labelZh: '联系人' });
});

const whole = () => ({
  cost_centre: '4711',
  story: 'It smoked.',
  loss: 12.5,
  seen_on: '2026-03-01',
  site: 'north',
  shifts: ['early', 'late'],
  on_call: true,
  contact: user.id,
});

describe('definitions', () => {
  test('only administrators make them; the key is unique per record type and well-formed', async () => {
    const again = { recordType: 'incident', key: 'cost_centre', kind: 'text', labelEn: 'x', labelZh: 'x' };
    await agent.post('/custom-fields', again).refused('problem.not_your_role');
    await ada.post('/custom-fields', again).refused('problem.taken', 'key');
    await ada.post('/custom-fields', { ...again, key: 'Cost Centre' }).refused('custom.key_form', 'key');
    await ada
      .post('/custom-fields', { ...again, recordType: 'spaceship' })
      .refused('custom.no_such_type', 'recordType');
    await ada.post('/custom-fields', { ...again, recordType: 'service' }).status(201);
  });
  test('a choice needs options, a reference its target, a transition must exist', async () => {
    const field = { recordType: 'incident', key: 'other', labelEn: 'x', labelZh: 'x' };
    await ada
      .post('/custom-fields', { ...field, kind: 'choice' })
      .refused('custom.options_needed', 'options');
    await ada
      .post('/custom-fields', { ...field, kind: 'reference' })
      .refused('custom.points_to_needed', 'pointsTo');
    await ada
      .post('/custom-fields', { ...field, kind: 'text', requiredOn: ['explode'] })
      .refused('custom.no_such_transition', 'requiredOn');
  });
  test('an option that records may have is retired, not removed', async () => {
    const path = `/custom-fields/${defined['shifts']?.number}`;
    const early = { value: 'early', label: label('Early', '早班') };
    await ada.patch(path, { options: [early] }).refused('custom.option_gone', 'options');
    const made = await agent.post('/incidents', incident({ custom: { shifts: ['late'] } }));
    await ada.patch(path, {
      options: [early, { value: 'late', label: label('Late', '晚班'), retired: true }],
    });
    await agent
      .post('/incidents', incident({ custom: { shifts: ['late'] } }))
      .refused('custom.not_offered', 'custom.shifts');
    await agent.patch(`/incidents/${made.number}`, { custom: { shifts: ['late'], loss: 1 } });
    await ada.patch(path, { options: [early, { value: 'late', label: label('Late', '晚班') }] });
  });
  test('who works inside is told of them, who does not is not', async () => {
    type Meta = { types: { type: string; fields: { key: string; label?: object }[]; list: string[] }[] };
    const of = async (who: Client) =>
      ((await who.get('/meta')) as unknown as Meta).types.find((t) => t.type === 'incident');
    const seen = await of(agent);
    expect(seen?.fields.find((f) => f.key === 'custom.site')).toMatchObject({
      kind: 'choice',
      options: ['north', 'south'],
      label: label('Site', '地点'),
    });
    expect(seen?.list).toContain('custom.site');
    expect((await of(user))?.fields.filter((f) => f.key.startsWith('custom.'))).toEqual([]);
  });
});

describe('values', () => {
  test('every kind is kept, read, told in the trail and as of then', async () => {
    const made = await agent.post('/incidents', incident({ custom: whole() }));
    expect(made['custom']).toEqual(whole());
    const read = await agent.get(`/incidents/${made.number}`);
    expect(read['custom']).toEqual(whole());
    expect(read['refs']).toHaveProperty(user.id);
    const after = await agent.patch(`/incidents/${made.number}`, { custom: { loss: 20, story: null } });
    expect(after['custom']).not.toHaveProperty('story');
    expect(after['custom']).toMatchObject({ loss: 20, cost_centre: '4711' });
    const { items } = (await agent.get(`/incidents/${made.number}/events`)) as unknown as {
      items: { changes: object; at: string }[];
    };
    expect(items[0]?.changes).toMatchObject({
      'custom.loss': [12.5, 20],
      'custom.story': ['It smoked.', null],
    });
    const then = await agent.get(
      `/incidents/${made.number}/as-of?at=${encodeURIComponent(items[0]?.at ?? '')}`,
    );
    expect(then['custom']).toMatchObject({ loss: 20 });
  });
  test('a wrong value is refused with its label in the caller’s language, every fault at once', async () => {
    const wrong = {
      loss: 'much',
      seen_on: '2026-13-45',
      site: 'west',
      on_call: 'perhaps',
      contact: agent.id.replace(/.$/, '0'),
      nonsense: 1,
    };
    const response = await house.app.inject({
      method: 'POST',
      url: '/api/v1/incidents',
      headers: { authorization: `Bearer ${agent.token}` },
      payload: incident({ custom: wrong }),
    });
    expect(response.statusCode).toBe(422);
    const { errors } = response.json<{ errors: { field: string; message: string; code: string }[] }>();
    const byField = Object.fromEntries(errors.map((e) => [e.field, e.code]));
    expect(byField).toMatchObject({
      'custom.loss': 'custom.not_number',
      'custom.seen_on': 'custom.not_date',
      'custom.site': 'custom.not_offered',
      'custom.on_call': 'custom.not_yes_no',
      'custom.nonsense': 'custom.unknown',
    });
    expect(JSON.stringify(errors)).toContain('North hall');
    await agent.patch('/me', { language: 'zh-CN' });
    const chinese = await house.app.inject({
      method: 'POST',
      url: '/api/v1/incidents',
      headers: { authorization: `Bearer ${agent.token}` },
      payload: incident({ custom: { loss: 'much' } }),
    });
    expect(chinese.body).toContain('“损失”');
    await agent.patch('/me', { language: 'en' });
  });
  test('a reference must point to a record of its type', async () => {
    const made = await agent.post('/incidents', incident());
    await agent
      .post('/incidents', incident({ custom: { contact: made['id'] } }))
      .refused('custom.not_reference', 'custom.contact');
  });
  test('required on a transition: asked there, taken there, and nothing else is', async () => {
    const made = await agent.post('/incidents', incident());
    const category = await ada.post('/categories', { title: 'Hardware' });
    const service = await house.create('service', system(), { title: 'Printing' });
    const triage = { categoryId: category.id, serviceId: service.id, impact: 3, urgency: 2 };
    await agent.does(made, 'triage', triage).refused('custom.required', 'custom.site');
    await agent
      .does(made, 'triage', { ...triage, custom: { site: 'south', loss: 1 } })
      .refused('custom.unknown', 'custom.loss');
  });
  test('required when recorded: staff are asked, a requester is not, and it cannot be emptied', async () => {
    const path = `/custom-fields/${defined['cost_centre']?.number}`;
    await ada.patch(path, { required: true });
    await agent.post('/incidents', incident()).refused('custom.required', 'custom.cost_centre');
    await user.post('/incidents', { title: 'No paper' }).status(201);
    const made = await agent.post('/incidents', incident({ custom: { cost_centre: '1' } }));
    await agent
      .patch(`/incidents/${made.number}`, { custom: { cost_centre: null } })
      .refused('custom.required', 'custom.cost_centre');
    await ada.patch(path, { required: false });
  });
  test('a requester neither fills them in nor reads them nor finds by them', async () => {
    await user
      .post('/incidents', { title: 'x', custom: { cost_centre: '1' } })
      .refused('incident.not_for_reporters', 'custom');
    const made = await agent.post('/incidents', incident({ custom: { cost_centre: '99' } }));
    expect((await user.get(`/incidents/${made.number}`))['custom']).toBeNull();
    await user.get('/incidents?filter[custom.cost_centre]=99').refused('problem.no_such_filter');
  });
  test('a field no longer used keeps its values readable and takes no more', async () => {
    const made = await agent.post('/incidents', incident({ custom: { story: 'Old.' } }));
    await ada.post(`/custom-fields/${defined['story']?.number}/transitions/deactivate`);
    expect((await agent.get(`/incidents/${made.number}`))['custom']).toEqual({ story: 'Old.' });
    await agent
      .patch(`/incidents/${made.number}`, { custom: { story: 'New.' } })
      .refused('custom.inactive', 'custom.story');
    await agent.patch(`/incidents/${made.number}`, { custom: { loss: 3 } });
    expect((await agent.get(`/incidents/${made.number}`))['custom']).toEqual({ story: 'Old.', loss: 3 });
    await ada.post(`/custom-fields/${defined['story']?.number}/transitions/reactivate`);
  });
});

describe('finding', () => {
  const found = async (query: string) =>
    (
      (await agent.get(`/incidents?${query}&limit=200`)) as unknown as { items: { number: string }[] }
    ).items.map((i) => i.number);
  test('by equality, by several, by none, by ranges; the same in the count', async () => {
    const made = await agent.post(
      '/incidents',
      incident({ custom: { ...whole(), cost_centre: 'K-9', loss: 99.5 } }),
    );
    for (const query of [
      'filter[custom.cost_centre]=K-9',
      'filter[custom.cost_centre]=K-9,K-10',
      'filter[custom.cost_centre]=K-9&filter[custom.site]=north',
      'filter[custom.loss]=99..100',
      'filter[custom.loss]=99.5',
      'filter[custom.cost_centre]=K-9&filter[custom.seen_on]=2026-03-01..2026-03-02',
      'filter[custom.cost_centre]=K-9&filter[custom.shifts]=late',
      'filter[custom.cost_centre]=K-9&filter[custom.on_call]=true',
      `filter[custom.cost_centre]=K-9&filter[custom.contact]=${user.id}`,
    ])
      expect(await found(query), query).toEqual([made.number]);
    expect(await found('filter[custom.cost_centre]=none')).not.toContain(made.number);
    expect(await agent.get('/incidents/count?filter[custom.cost_centre]=K-9')).toMatchObject({ count: 1 });
    await agent.get('/incidents?filter[custom.loss]=much').refused('custom.filter_number');
    await agent.get('/incidents?filter[custom.site]=west').refused('problem.one_of');
    await agent.get('/incidents?filter[custom.nothing]=1').refused('problem.no_such_filter');
  });
  test('the words of a searched field are found, an option by its label in either language', async () => {
    const made = await agent.post(
      '/incidents',
      incident({ custom: { cost_centre: 'zebra77', site: 'south' } }),
    );
    expect(await found('filter[q]=zebra77')).toEqual([made.number]);
    expect(await found('filter[q]=南厅')).toContain(made.number);
    await agent.patch(`/incidents/${made.number}`, { custom: { cost_centre: 'giraffe88' } });
    expect(await found('filter[q]=zebra77')).toEqual([]);
    expect(await found('filter[q]=giraffe88')).toEqual([made.number]);
  });
  test('an equality is answered by the index', async () => {
    await house.owner.query('set enable_seqscan = off');
    const { rows } = await house.owner.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from servanda.record r where r.custom @> '{"cost_centre":"K-9"}'::jsonb`,
    );
    expect(rows.map((r) => r['QUERY PLAN']).join('\n')).toContain('record_custom');
  });
  test('an export has them as columns, options by their labels', async () => {
    await agent.post('/incidents', incident({ custom: { ...whole(), cost_centre: 'exported' } }));
    const response = await house.app.inject({
      url: '/api/v1/incidents/export?format=csv&filter[custom.cost_centre]=exported',
      headers: { authorization: `Bearer ${agent.token}` },
    });
    const [header = '', row = ''] = response.body.split('\r\n');
    for (const name of ['Cost centre', 'Site', 'Shifts', 'Contact']) expect(header).toContain(name);
    for (const value of ['exported', 'North hall', 'Early; Late', '12.5', 'Uma'])
      expect(row).toContain(value);
  });
});
