import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { Difference } from './scope.differences.ts';
import type { ScopeStatement } from './scope-statement.fields.ts';

type Of = Rule<ScopeStatement>;
const none = (list: readonly unknown[] | null) => (list ?? []).length === 0;
const blank = (text: string | null) => text === null || text.trim() === '';

export const noOtherInWork: Of = (_scope, _actor, { facts }) =>
  typeof facts['inWork'] === 'string'
    ? no('scope_statement.version_in_work', { number: facts['inWork'] })
    : undefined;

/** 4.3: what the statement must say: who, which services, who is concerned and what was weighed. */
export const saysWhatItMust: Of = (scope) => {
  const lacks: readonly (readonly [boolean, string])[] = [
    [blank(scope.organisationName), 'organisationName'],
    [none(scope.serviceIds), 'serviceIds'],
    [none(scope.unitIds) && none(scope.siteIds), 'unitIds'],
    [none(scope.customerIds) && scope.everyCustomer !== true, 'customerIds'],
    [none(scope.issueIds), 'issueIds'],
    [none(scope.partyIds), 'partyIds'],
  ];
  const [missing] = lacks.filter(([lacking]) => lacking).map(([, field]) => field);
  return missing === undefined
    ? undefined
    : no('scope_statement.lacks', { field: `@scope_statement.field.${missing}` });
};

/** 1.2, 8.2.3: an organisation whose services, components and processes are all run by others cannot be certified. */
export const runsSomethingItself: Of = (scope) =>
  none(scope.ownProcesses) ? no('scope_statement.all_by_others') : undefined;

/** 1.2: no clause of 4 to 10 may be excluded, whatever the size. */
const clauseLeftOut =
  /(?:exclud|not applicable|n\/a|does not apply|不适用|删减|排除|除外)[^.。;；\n]{0,60}(?:clause|条款|第)?\s*\b(?:[4-9]|10)\.\d|(?:clause|条款|第)\s*(?:[4-9]|10)(?:\.\d+)*\s*(?:章|条)?[^.。;；\n]{0,60}(?:exclud|not applicable|n\/a|does not apply|不适用|删减|排除|除外)/iu;
export const leavesOutNoClause: Of = (scope, _actor, { input }) => {
  const now = { ...scope, ...input } as ScopeStatement;
  const texts: readonly (readonly [string, string | null])[] = [
    ['basis', now.basis],
    ['operatedByOthers', now.operatedByOthers],
    ['technologies', now.technologies],
    ...(now.leftOut ?? []).map(({ reason }) => ['leftOut', reason] as const),
  ];
  const found = texts.find(([, text]) => text !== null && clauseLeftOut.test(text));
  return found ? no('scope_statement.clause_left_out', {}, found[0]) : undefined;
};

/** 4.3: a difference is settled before it is approved, not explained afterwards. */
export const equalsWhatIsThere: Of = (_scope, _actor, { facts }) => {
  const differences = (facts['differences'] ?? []) as readonly Difference[];
  const [first] = differences;
  if (!first) return undefined;
  const same = differences.filter(({ kind }) => kind === first.kind);
  return no(`scope_statement.${first.kind}`, {
    names: same
      .slice(0, 10)
      .map(({ number, title }) => `${number} ${title}`)
      .join(', '),
  });
};

export const isAuthor = (scope: ScopeStatement, actor: Actor) =>
  actor.id !== null && (scope.authorIds ?? []).includes(actor.id);

/** S1: who wrote it does not approve it; in a very small organisation the exception is kept. */
export const approvedByAnother: Of = (scope, actor, { settings }) =>
  isAuthor(scope, actor) && settings.get(profile).value !== 'S'
    ? no('scope_statement.approver_wrote_it')
    : undefined;
