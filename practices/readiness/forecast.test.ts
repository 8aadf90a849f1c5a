import { expect, test } from 'vitest';
import { forecastOf } from './forecast.ts';

const of = (
  severity: 'major' | 'minor',
  status: 'met' | 'partly' | 'missing' | 'none' | 'failed' | null,
  gap: 'not_assessed' | 'fulfilled' | 'partly' | 'missing' = 'not_assessed',
  more: { noneConfirmed?: boolean; normative?: boolean; inadequate?: boolean } = {},
) =>
  forecastOf({
    requirement: { severity, normative: more.normative ?? true },
    status,
    gap,
    noneConfirmed: more.noneConfirmed ?? false,
    inadequate: more.inadequate ?? false,
  });

test('a whole required element that is absent is major, a lapse in one that works is minor', () => {
  expect(of('major', 'missing')).toBe('major');
  expect(of('minor', 'missing')).toBe('minor');
  expect(of('major', 'partly')).toBe('minor');
  expect(of('major', 'met')).toBe('none');
});

test('what nobody can say is an open question and never good', () => {
  expect(of('minor', 'failed')).toBe('open');
  expect(of('minor', 'failed', 'fulfilled')).toBe('open');
  expect(of('major', null)).toBe('open');
  expect(of('minor', 'none')).toBe('open');
  expect(of('minor', 'none', 'not_assessed', { noneConfirmed: true })).toBe('none');
});

test('where records and people disagree the worse counts, but what is recorded is not wholly absent', () => {
  expect(of('major', 'met', 'missing')).toBe('minor');
  expect(of('major', 'missing', 'fulfilled')).toBe('major');
  expect(of('major', null, 'missing')).toBe('major');
  expect(of('major', null, 'fulfilled')).toBe('none');
  expect(of('major', 'met', 'not_assessed', { inadequate: true })).toBe('minor');
});

test('what is said for information only is no finding', () => {
  expect(of('major', 'missing', 'missing', { normative: false })).toBe('none');
});
