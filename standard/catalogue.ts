import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * A standard's requirements as data, in our own words. A file `<key>.yaml` beside this one is a standard; another edition
 * or another standard is another file, listed in `standards`.
 */
const bilingual = z.object({ en: z.string().min(1), 'zh-CN': z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** A planned interval as the catalogue writes it (ISO 8601): P12M, P30D. */
const interval = z.string().regex(/^P\d+[DWMY]$/u);

const row = z
  .object({
    id: z.string(),
    clause: z.string(),
    title_en: z.string(),
    title_zh: z.string(),
    requirement_en: z.string(),
    requirement_zh: z.string(),
    kind: z.enum(['document', 'process', 'record', 'review', 'measure', 'role']),
    documented_information: z.boolean(),
    di_type: z.enum(['maintain', 'retain']).nullable(),
    evidence_in_product: z.string(),
    auditor_question_en: z.string(),
    auditor_question_zh: z.string(),
    level: z.int().min(1).max(4).nullable(),
    planned_interval_default: interval.nullable(),
    check_mode: z.enum(['auto', 'assisted', 'manual']),
    process: z.string().nullable(),
    audit_stage_first_seen: z.union([z.literal(1), z.literal(2)]),
    severity_if_absent: z.enum(['major', 'minor']),
    normative: z.boolean(),
  })
  .strict()
  .transform((r) => ({
    id: r.id,
    clause: r.clause,
    title: { en: r.title_en, 'zh-CN': r.title_zh } satisfies Bilingual,
    text: { en: r.requirement_en, 'zh-CN': r.requirement_zh } satisfies Bilingual,
    question: { en: r.auditor_question_en, 'zh-CN': r.auditor_question_zh } satisfies Bilingual,
    kind: r.kind,
    /** Which documented information the standard demands, if any: kept current, or kept as a record. */
    documented: r.documented_information ? (r.di_type ?? 'maintain') : null,
    level: r.level,
    /** How often, where the standard says “at planned intervals”: the product's default. */
    interval: r.planned_interval_default,
    /** auto: computed from records; assisted: collected here and judged by a person; manual: attested by a person. */
    mode: r.check_mode,
    /** The process that answers for it, by its code. */
    process: r.process,
    stage: r.audit_stage_first_seen,
    /** How a certification body would grade its absence (INFERRED). */
    severity: r.severity_if_absent,
    normative: r.normative,
    phase: phaseOf(r.clause),
  }));

export type Requirement = z.infer<typeof row>;
export type Phase = 'plan' | 'do' | 'check' | 'act';

export type Standard = {
  readonly key: string;
  readonly name: string;
  readonly edition: string;
  readonly requirements: readonly Requirement[];
};

/** Where each part of the standard stands in Plan–Do–Check–Act. */
export function phaseOf(clause: string): Phase {
  const first = Number.parseInt(clause, 10);
  return first <= 6 ? 'plan' : first <= 8 ? 'do' : first === 9 ? 'check' : 'act';
}

const file = z.object({ catalogue: z.object({ standard: z.string() }).loose(), requirements: z.array(row) });

/** The standards there are, ours first; the first is what an organisation is answered by. */
const standards = [{ key: 'iso-iec-20000-1-2018', edition: '2018' }] as const;

const read = new Map<string, Standard>();

/** Reads a standard once; a file with a fault is our mistake and stops whoever needs it. */
export function standard(key: string = standards[0].key): Standard {
  const known = read.get(key);
  if (known) return known;
  const listed = standards.find((s) => s.key === key);
  if (!listed) throw new Error(`there is no standard ${key}`);
  const parsed = file.parse(parse(readFileSync(new URL(`./${key}.yaml`, import.meta.url), 'utf8')));
  const made = {
    ...listed,
    name: parsed.catalogue.standard,
    requirements: parsed.requirements,
  } satisfies Standard;
  read.set(key, made);
  return made;
}

export const requirementNamed = (id: string): Requirement | undefined => byId(standard()).get(id);

const indexes = new WeakMap<Standard, ReadonlyMap<string, Requirement>>();
function byId(of: Standard): ReadonlyMap<string, Requirement> {
  const known = indexes.get(of);
  if (known) return known;
  const made = new Map(of.requirements.map((r) => [r.id, r]));
  indexes.set(of, made);
  return made;
}
