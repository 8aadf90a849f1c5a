import { no, type Rule } from '../../kernel/process/process.ts';
import type { Document } from './document.fields.ts';

/** documents.md 1: `SMS-L{level}-{clause2}-{ABBR}[-{nn}][@{site}]`; `IMS` in an integrated system. */
const form = /^(SMS|IMS)-L([1-4])-(0\d|10)-([A-Z]{2,4}(?:-[A-Z]{2,4})?)(?:-(\d{2}))?(?:@([A-Z0-9]{2,10}))?$/;

export type CodeParts = {
  readonly system: string;
  readonly level: number;
  /** `08`; `00` where it belongs to no single one. */
  readonly clause: string;
  readonly abbreviation: string;
  readonly serial: string | null;
  readonly site: string | null;
};

export function partsOf(code: string): CodeParts | undefined {
  const found = form.exec(code);
  if (!found) return undefined;
  const [, system = '', level = '', clause = '', abbreviation = '', serial, site] = found;
  return { system, level: Number(level), clause, abbreviation, serial: serial ?? null, site: site ?? null };
}

type Asked = {
  readonly level: number;
  readonly clause: string;
  readonly abbreviation: string;
  readonly site?: string | undefined;
};

/** The first code that is free: without a serial at the levels of one document per subject, else with the next one. */
export function proposeCode(
  { level, clause, abbreviation, site }: Asked,
  taken: ReadonlySet<string>,
): string {
  const main = clause === '' ? '00' : clause.split('.')[0]?.padStart(2, '0');
  const stem = `SMS-L${level}-${main}-${abbreviation}`;
  const end = site === undefined || site === '' ? '' : `@${site}`;
  if (level <= 2 && !taken.has(stem + end)) return stem + end;
  for (let n = 1; n < 100; n += 1) {
    const code = `${stem}-${String(n).padStart(2, '0')}${end}`;
    if (!taken.has(code)) return code;
  }
  return stem + end;
}

type Of = Rule<Document>;

/** 7.5.2 a: the code says what the rest says. */
export const codeFits: Of = (document, _actor, { input }) => {
  const { code, level, clauses } = { ...document, ...input } as Document;
  if (code === null) return no('problem.required', { field: '@document.field.code' }, 'code');
  const parts = partsOf(code);
  if (!parts) return no('document.code_form', { code }, 'code');
  if (level !== null && parts.level !== level)
    return no('document.code_level', { level: parts.level, given: level }, 'code');
  const main = (clauses ?? []).map((clause) => clause.split(/[.-]/)[0]?.padStart(2, '0'));
  if (parts.clause !== '00' && main.length > 0 && !main.includes(parts.clause))
    return no('document.code_clause', { clause: Number(parts.clause) }, 'code');
  return undefined;
};

/** What was approved under a code is found by it for ever. */
export const codeStays: Of = (document, _actor, { input }) =>
  input['code'] !== undefined && input['code'] !== document.code && document.approvedVersion !== null
    ? no('document.code_stays', { code: document.code ?? '' }, 'code')
    : undefined;
