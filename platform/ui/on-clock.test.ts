import { expect, test } from 'vitest';
import { ProblemError } from './api.ts';
import { keepTime, onClock } from './on-clock.ts';

const frozen = 'FRZ-000003 freezes it from 2026-12-08T16:00:00.000Z to 2026-12-12T16:00:00Z.';

test('a refusal names its moments on the clock of whoever reads it, in their language', () => {
  keepTime('Asia/Shanghai');
  expect(onClock(frozen, 'en').replaceAll('\u202F', ' ')).toBe(
    'FRZ-000003 freezes it from Dec 9, 2026, 12:00 AM to Dec 13, 2026, 12:00 AM.',
  );
  expect(onClock(frozen, 'zh-CN')).toContain('2026年12月9日 00:00');
  keepTime('UTC');
  expect(onClock(frozen, 'zh-CN')).toContain('2026年12月8日 16:00');
});

test('what is no moment stays: days, numbers, versions', () => {
  for (const words of ['Due 2026-12-08.', 'CHG-000175 at 14:00', '2026-12-08T16'])
    expect(onClock(words, 'en')).toBe(words);
});

test('every sentence of a problem is told so, those of its fields too', () => {
  keepTime('UTC');
  const problem = new ProblemError({
    status: 409, code: 'change.frozen', title: frozen, detail: frozen, errors: [{ field: 'plannedStartAt', code: 'x', message: frozen }],
  }); // prettier-ignore
  for (const told of [problem.title, problem.detail, problem.message, problem.errors[0]?.message])
    expect(told).not.toMatch(/T16:00/);
});
