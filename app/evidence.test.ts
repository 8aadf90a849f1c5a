import { expect, test } from 'vitest';
import { evaluateEvidence } from '../kernel/evidence/evaluate.ts';
import { served } from './testing/served.ts';

const house = await served();

test('every check of every practice is a query that runs; nothing is met where nothing is there', async () => {
  const answers = await evaluateEvidence(house.house, { whole: true });
  const broken = answers.flatMap((a) => a.checks.filter((c) => c.status === 'failed'));
  expect(broken.map((c) => `${c.key}: ${c.failure}`)).toEqual([]);
  expect(answers.filter((a) => a.status === 'met' && a.n === 0)).toEqual([]);
});

test('the API tells all 261 requirements, in the reader’s language, and says of each how it is answered', async () => {
  const manager = await house.someone('Zhou', ['sms-manager'], { language: 'zh-CN' });
  const { items } = (await manager.get('/evidence')) as unknown as {
    items: { requirement: string; title: string; way: string; status: string | null }[];
  };
  expect(items).toHaveLength(261);
  const one = items.find((i) => i.requirement === '8.6.1-a');
  expect(one).toMatchObject({ title: '事件管理', way: 'live', status: 'none' });
  expect(items.filter((i) => i.way === 'not_built').every((i) => i.status === null)).toBe(true);
});

test('one requirement shows each check with its demand and the lists behind its figures', async () => {
  const manager = await house.someone('Wu', ['sms-manager']);
  const found = (await manager.get('/evidence/8.6.1-a?from=2026-01-01&to=2026-06-30')) as unknown as {
    period: unknown;
    checks: { demand: string; records: { all: string; fault: string } }[];
  };
  expect(found.period).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(found.checks[1]?.demand).toBe('Resolved incidents carry a service and a category');
  await manager.get(found.checks[1]?.records.fault ?? '');
  await manager.get('/evidence/9.9.9-z').refused('problem.not_found');
  await manager
    .get('/evidence/8.6.1-a?from=2026-07-01&to=2026-06-30')
    .refused('problem.dates_reversed', 'to');
  await manager.get('/evidence?day=yesterday').refused('calendar.date', 'day');
  await manager
    .get('/incidents?filter[evidence]=incident.nothing:fault&filter[period]=2026-01-01..2026-02-01')
    .refused('problem.no_such_check', 'filter[evidence]');
});

test('who works outside the organisation sees no evidence', async () => {
  const user = await house.someone('Sun', [], { kind: 'user' });
  await user.get('/evidence').refused('evidence.inside_only');
  await user.post('/evidence/runs').refused('evidence.inside_only');
});
