import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { pulseOf } from './vitality.ts';

/* 4.4 b, capability 76: the indicator falls when a process is silent. */
const house = await served();
const manager = await house.someone('Chen Jie', ['sms-manager']);
const agent = await house.someone('Li Na', ['service-desk-agent']);

type Vitality = {
  value: number | null;
  parts: Record<'activity' | 'documents' | 'requirements', { value: number | null; of: number }>;
  silent: string[];
};
const wheel = async () =>
  (await manager.get('/management-system/wheel')) as unknown as {
    vitality: Vitality;
    living: { practice: string; pulse: string }[];
  };
const incident = (title: string) =>
  agent.post('/incidents', { title, channel: 'phone', requesterId: manager.id });
const action = (title: string) =>
  manager.post('/gap-actions', { title, requirements: ['8.6.1-h'], ownerId: manager.id, startsOn: '2026-01-05', dueOn: '2027-12-01', effortDays: 1 }); // prettier-ignore

test('the indicator falls when a process that left records leaves none, names it, and rises when it goes on', async () => {
  house.at('2026-03-02T01:00:00Z');
  for (let i = 0; i < 12; i += 1) await incident(`Disk full ${i}`);
  await action('Begun in March');
  const before = await wheel();
  expect(before.vitality).toMatchObject({ silent: [], parts: { activity: { value: 100 }, documents: { value: null, of: 0 } } });

  house.at('2026-04-20T01:00:00Z');
  await action('Begun in April');
  const silent = await wheel();
  expect(silent.vitality.silent).toEqual(['incident-management']);
  expect(silent.living.find(({ practice }) => practice === 'incident-management')?.pulse).toBe('silent');
  expect(silent.vitality.parts.activity.value).toBeLessThan(100);
  expect(silent.vitality.value ?? 0).toBeLessThan(before.vitality.value ?? 0);

  for (let i = 0; i < 12; i += 1) await incident(`Disk full again ${i}`);
  const again = await wheel();
  expect(again.vitality.silent).toEqual([]);
  expect(again.vitality.value).toBe(before.vitality.value);
}); // prettier-ignore

test('a process is silent after half a year untouched or a month without new records, unless its owner confirmed that nothing occurred', () => {
  const now = Date.parse('2026-07-01T00:00:00Z');
  const last = '2026-06-20T00:00:00Z';
  expect(pulseOf({ last: null, month: 0, before: 0 }, now, false)).toBe('unused');
  expect(pulseOf({ last, month: 0, before: 10 }, now, false)).toBe('silent');
  expect(pulseOf({ last, month: 2, before: 10 }, now, false)).toBe('quiet');
  expect(pulseOf({ last, month: 0, before: 3 }, now, false)).toBe('alive');
  expect(pulseOf({ last: '2025-12-01T00:00:00Z', month: 0, before: 0 }, now, false)).toBe('silent');
  expect(pulseOf({ last: '2025-12-01T00:00:00Z', month: 0, before: 0 }, now, true)).toBe('alive');
});
