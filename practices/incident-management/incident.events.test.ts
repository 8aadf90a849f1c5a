import { describe, expect, test } from 'vitest';
import { begin, single } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { dedupKeyOf, takeEvent } from './incident.api.ts';
import type { Incident } from './incident.fields.ts';
import { serviceDesk } from './incident.fixture.ts';
import { list } from '../../kernel/record/list.ts';
import { incident } from './incident.record.ts';
import { measures } from './incident.measures.ts';
import { similarIncidents } from './incident.similar.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';

const desk = await serviceDesk();
const { act, agent, user, stranger, house, owner, solution, started, report } = desk;
const alarm = { source: 'zabbix', ci: 'DB-01', symptom: 'Disk full on /var', serviceId: desk.service.id };
const take = (event: typeof alarm) => begin(house, (work) => takeEvent(work, agent, event));

describe('monitoring', () => {
  test('400 alarms at once are one incident, each counted', async () => {
    const taken = await Promise.all(Array.from({ length: 40 }, () => take(alarm)));
    expect(new Set(taken.map((t) => t.record.id)).size).toBe(1);
    expect(taken.filter((t) => !t.repeated).length).toBe(1);
    const id = taken[0]?.record.id ?? '';
    expect(await desk.read(id)).toMatchObject({
      repeat_count: 39,
      channel: 'monitoring',
      requester_id: null,
      title: 'Disk full on /var',
    });
  });
  test('another item, another symptom, another incident; other spaces and capitals are the same', () => {
    expect(dedupKeyOf(alarm)).toBe(dedupKeyOf({ ...alarm, ci: ' db-01', symptom: 'disk  full on /VAR' }));
    expect(dedupKeyOf(alarm)).not.toBe(dedupKeyOf({ ...alarm, ci: 'DB-02' }));
    expect(dedupKeyOf({ ...alarm, source: 'a', ci: 'b' })).not.toBe(
      dedupKeyOf({ ...alarm, source: 'a b', ci: '' }),
    );
  });
  test('after the incident is resolved the same event opens a new one', async () => {
    const event = { ...alarm, ci: 'DB-09' };
    const { record } = await take(event);
    await act(record, 'triage', agent, desk.known);
    await act(record, 'start', agent);
    await act(record, 'resolve', agent, { ...solution, ci: 'DB-09' });
    expect(await take(event)).toMatchObject({ repeated: false });
  });
  test('a user may not report as monitoring does', async () => {
    await expect(begin(house, (work) => takeEvent(work, user, { ...alarm, ci: 'X' }))).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe('similar incidents', () => {
  test('what agrees most comes first, and only what the asker may see', async () => {
    const same = await started({ title: 'Outlook shows no new mail', ci: 'MAIL-09' });
    await report({ title: 'Printer jams' });
    const made = (await started({ title: 'No new mail in Outlook', ci: 'MAIL-09' })) as unknown as Incident;
    const found = await onConnection(house.pool, (tx) => similarIncidents(tx, made, agent));
    expect(found[0]).toMatchObject({
      number: same.number,
      sameCi: true,
      sameService: true,
      sameCategory: true,
    });
    expect(found.map((f) => f.title)).not.toContain('Printer jams');
    expect(await onConnection(house.pool, (tx) => similarIncidents(tx, made, stranger))).toEqual([]);
  });
  test('a title without words, and nothing triaged, finds nothing', async () => {
    const made = (await report({ title: '???' })) as unknown as Incident;
    expect(await onConnection(house.pool, (tx) => similarIncidents(tx, made, agent))).toEqual([]);
  });
});

describe('figures', () => {
  const figure = (key: string, period = { from: '2026-06-01T00:00:00Z', to: '2026-07-01T00:00:00Z' }) => {
    const measure = measures.find((m) => m.key === `incident.${key}`);
    if (!measure) throw new Error(key);
    return single(house, (work) => evaluate(work, house, measure, agent, {}, period));
  };
  test('each measure is sound SQL, and says n/a or 0 where nothing happened', async () => {
    for (const { key, kind } of measures) {
      const { value, n } = await figure(key.replace('incident.', ''), {
        from: '2020-01-01T00:00:00Z',
        to: '2020-02-01T00:00:00Z',
      });
      expect([key, value, n]).toEqual([key, kind === 'count' || kind === 'stock' ? 0 : null, 0]);
    }
  });
  test('the formulas, over a month of four incidents', async () => {
    desk.at('2026-06-01T01:00:00Z');
    desk.promise('resolution', 2, 3_600_000);
    const quick = await started({ ci: 'F-1' });
    const slow = await started({ ci: 'F-1' });
    const wrong = await started({ ci: 'F-2' });
    await act(wrong, 'cancel', agent, { reason: 'no incident', closureCode: 'spam' });
    const open = await started({ ci: 'F-3' });
    desk.at('2026-06-01T01:30:00Z');
    await act(quick, 'resolve', agent, { ...solution, ci: 'F-1' });
    await act(slow, 'reassign', agent, { teamId: desk.second.id });
    desk.at('2026-06-01T04:00:00Z');
    await act(slow, 'resolve', agent, { ...solution, ci: 'F-1' });
    await act(slow, 'reopen', user, { comment: 'no' });
    await act(slow, 'take', desk.engineer);
    await act(slow, 'start', desk.engineer);
    desk.at('2026-06-01T05:00:00Z');
    await act(slow, 'resolve', desk.engineer, { ...solution, ci: 'F-1' });

    expect(await figure('resolution_attainment')).toMatchObject({
      value: 50,
      n: 2,
      numerator: 1,
      excluded: 1,
    });
    expect(await figure('mttr')).toMatchObject({
      n: 2,
      value: (0.5 + 4) * 1_800_000,
      median: (0.5 + 4) * 1_800_000,
    });
    expect(await figure('time_to_restore')).toMatchObject({ n: 2, value: 2.25 * 3_600_000 });
    expect(await figure('first_contact_resolution')).toMatchObject({ n: 2, numerator: 1 });
    const rest = { measure: 'incident.first_contact_resolution:rest', period: '2026-06-01..2026-07-01' };
    const behind = await onConnection(house.pool, (tx) =>
      list(tx, house, incident, agent, { filters: rest, sort: 'number', limit: 10 }),
    );
    expect(behind.items.map((i) => i.number)).toEqual([slow.number]);
    expect(await figure('reopen_rate')).toMatchObject({ value: 50 });
    expect(await figure('reassignment_rate')).toMatchObject({ value: 0.5 });
    expect(await figure('repeat_rate')).toMatchObject({ n: 3, numerator: 1, excluded: 1 });
    expect(await figure('monitoring_share')).toMatchObject({ n: 3, numerator: 0 });
    expect(await figure('opened')).toMatchObject({ value: 3 });
    expect(await figure('resolved')).toMatchObject({ value: 2 });
    const stock = { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' };
    const { rows } = await owner.query(
      `select count(*)::int as n from record where type = 'incident' and open`,
    );
    expect(await figure('backlog', stock)).toMatchObject({ value: rows[0].n });
    expect(await figure('backlog_0_3_days', stock)).toMatchObject({ value: 1 });
    expect((await desk.read(open.id))['state']).toBe('in_progress');
  });
});
