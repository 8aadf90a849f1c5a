import { z } from 'zod';
import { plain } from '../../kernel/record/field.ts';
import { initials, questionKinds, type Form } from './form.ts';

const bilingual = (max: number) => z.strictObject({ en: plain(max), 'zh-CN': plain(max) });
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const question = z.strictObject({
  key,
  label: bilingual(200),
  help: bilingual(1000).optional(),
  kind: z.enum(questionKinds),
  required: z.boolean().optional(),
  options: z
    .array(z.strictObject({ value: plain(60), label: bilingual(120) }))
    .max(200)
    .optional(),
  when: z
    .strictObject({
      question: key,
      in: z
        .array(z.union([z.string().max(60), z.number(), z.boolean()]))
        .min(1)
        .max(50),
    })
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.int().min(1).max(20_000).optional(),
  pattern: plain(200).optional(),
  initial: z.enum(initials).optional(),
});
type Question = z.output<typeof question>;

type Told = { readonly path: readonly (string | number)[]; readonly key: string };

/** What is wrong with one question among those before it; every fault is told with the question's name. */
function faultsIn(one: Question, before: readonly Question[]): Told[] {
  const earlier = before.find((q) => q.key === one.when?.question);
  const chooses = one.kind === 'choice' || one.kind === 'choices';
  const values = (one.options ?? []).map((option) => option.value);
  const faults: (Told | false)[] = [
    before.some((q) => q.key === one.key) && { path: ['key'], key: 'form.key_twice' },
    chooses && values.length === 0 && { path: ['options'], key: 'form.no_options' },
    !chooses && values.length > 0 && { path: ['options'], key: 'form.options_unused' },
    new Set(values).size < values.length && { path: ['options'], key: 'form.option_twice' },
    one.when !== undefined && !earlier && { path: ['when', 'question'], key: 'form.condition_unknown' },
    one.when !== undefined &&
      earlier !== undefined &&
      !one.when.in.every((wanted) => possible(earlier, wanted)) && {
        path: ['when', 'in'],
        key: 'form.condition_never',
      },
    one.min !== undefined &&
      one.max !== undefined &&
      one.min > one.max && { path: ['max'], key: 'form.bounds_reversed' },
    one.pattern !== undefined && !compiles(one.pattern) && { path: ['pattern'], key: 'form.pattern' },
    // Nested repetition takes exponential time on a text made for it.
    one.pattern !== undefined &&
      /[+*}]\)?[+*{]/.test(one.pattern) && { path: ['pattern'], key: 'form.pattern_slow' },
  ];
  return faults.filter((f) => f !== false);
}

function possible(earlier: Question, wanted: string | number | boolean): boolean {
  if (earlier.kind === 'yes_no') return typeof wanted === 'boolean';
  if (earlier.kind === 'choice' || earlier.kind === 'choices')
    return (earlier.options ?? []).some((option) => option.value === wanted);
  return typeof wanted === (earlier.kind === 'number' ? 'number' : 'string');
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** A form as it may be stored. Its faults name the question: people know labels, not positions. */
export const formSchema: z.ZodType<Form> = z
  .strictObject({ questions: z.array(question).max(60) })
  .superRefine(({ questions }, context) => {
    for (const [at, one] of questions.entries()) {
      for (const told of faultsIn(one, questions.slice(0, at))) {
        context.addIssue({
          code: 'custom',
          path: ['questions', at, ...told.path],
          message: told.key,
          params: { key: told.key, question: `${one.label['zh-CN']} / ${one.label.en}` },
        });
      }
    }
  });
