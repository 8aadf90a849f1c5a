import { expect, test } from 'vitest';
import { z } from 'zod';
import { words } from '../../app/words.ts';
import { Problem, type FieldProblem } from '../../platform/http/problem.ts';
import { parse } from './input.ts';

const schema = z.strictObject({ reason: z.string().trim().min(1).max(20), title: z.string().trim().min(3) });
function faultsOf(value: unknown): readonly FieldProblem[] {
  try {
    parse(schema, value, 'zh-CN');
  } catch (error) {
    if (error instanceof Problem) return error.fields;
    throw error;
  }
  return [];
}

test('nothing typed and nothing sent are one fault, said with the name of what is needed', () => {
  for (const given of [{ title: 'Disk' }, { title: 'Disk', reason: '' }, { title: 'Disk', reason: '  ' }]) {
    const [fault] = faultsOf(given);
    expect(fault).toMatchObject({ field: 'reason', code: 'problem.required' });
    expect(words(fault?.code ?? '', fault?.params ?? {}, 'zh-CN')).toContain('原因');
    expect(words(fault?.code ?? '', fault?.params ?? {}, 'en')).toContain('Reason');
  }
});

test('what was typed and is too short or too long is told as such', () => {
  expect(faultsOf({ title: 'ab', reason: 'x' })).toMatchObject([{ field: 'title', code: 'problem.field' }]);
  expect(faultsOf({ title: 'Disk', reason: 'x'.repeat(30) })).toMatchObject([{ field: 'reason', code: 'problem.field' }]); // prettier-ignore
});
