import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './context.access.ts';
import { differencesOf, whatIsThere } from './scope.differences.ts';
import { statementOf } from './scope.statement.ts';
import { fields, written, type ScopeStatement } from './scope-statement.fields.ts';
import { before, inWork } from './scope.versions.ts';
import * as rules from './scope-statement.rules.ts';
import { reviewed, saidAnew } from './review.ts';

const writers = ['sms-manager', 'top-management', 'service-owner', 'service-level-manager'];
const about = ['title', ...Object.keys(written)];
const checked = async (work: Work, scope: ScopeStatement) => ({
  differences: await differencesOf(work, scope),
});
const iso = (at: number) => new Date(at).toISOString();

const process = defineProcess<ScopeStatement>()({
  states: {
    draft: 'new',
    submitted: 'waiting',
    in_force: 'active',
    superseded: 'closed',
    withdrawn: 'closed',
  },
  initial: 'draft',
  create: {
    by: writers,
    fields: about,
    required: ['title'],
    checks: [rules.noOtherInWork, rules.leavesOutNoClause],
    facts: async (work) => ({
      inWork: await inWork(work),
      before: await before(work),
      there: await whatIsThere(work),
    }),
    set: (_scope, actor, { input, facts }) => {
      const predecessor = facts['before'] as ScopeStatement | undefined;
      const begins = (predecessor ?? facts['there']) as Readonly<Record<string, unknown>>;
      const taken = Object.keys(written).filter((key) => input[key] === undefined && begins[key] != null);
      return {
        ...(Object.fromEntries(taken.map((key) => [key, begins[key]])) as Partial<ScopeStatement>),
        edition: (predecessor?.edition ?? 0) + 1,
        supersedesId: predecessor?.id ?? null,
        authorIds: actor.id === null ? [] : [actor.id],
      };
    },
  },
  edit: {
    from: ['draft'],
    by: writers,
    fields: about,
    required: ['title'],
    checks: [rules.leavesOutNoClause],
    set: (scope, actor) => ({
      authorIds: [...new Set([...(scope.authorIds ?? []), ...(actor.id === null ? [] : [actor.id])])],
    }),
  },
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: writers,
      rules: [rules.saysWhatItMust, rules.runsSomethingItself],
      facts: checked,
      checks: [rules.leavesOutNoClause, rules.equalsWhatIsThere],
      set: (_scope, _actor, { at }) => ({ submittedAt: iso(at) }),
    },
    send_back: {
      from: ['submitted'],
      to: 'draft',
      by: writers,
      requires: ['reason'],
      set: () => ({ submittedAt: null }),
    },
    approve: {
      from: ['submitted'],
      to: 'in_force',
      by: ['top-management'],
      rules: [rules.saysWhatItMust, rules.runsSomethingItself, rules.approvedByAnother],
      facts: async (work, scope) => ({
        ...(await checked(work, scope)),
        statement: await statementOf(work, scope),
      }),
      checks: [rules.equalsWhatIsThere],
      set: (scope, actor, context) => {
        const statement = context.facts['statement'] as Awaited<ReturnType<typeof statementOf>>;
        return {
          approvedById: actor.id,
          approvedAt: iso(context.at),
          statementEn: statement.en,
          statementZh: statement['zh-CN'],
          sodException: rules.isAuthor(scope, actor),
          ...reviewed(12, actor, context),
        };
      },
      effect: async (work, scope) => {
        if (scope.supersedesId !== null)
          await act(work, { type: 'scope-statement', id: scope.supersedesId }, 'supersede', system());
      },
    },
    review: {
      from: ['in_force'],
      by: ['sms-manager', 'top-management'],
      fields: ['reviewNote'],
      required: ['reviewNote'],
      facts: checked,
      checks: [saidAnew('scope_statement', 'reviewNote'), rules.equalsWhatIsThere],
      set: (_scope, actor, context) => reviewed(12, actor, context),
    },
    supersede: { from: ['in_force'], to: 'superseded', by: ['system'] },
    withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', by: writers, requires: ['reason'] },
  },
  clocks: {},
});

/** 4.3: the boundary of the system, each version a record of its own: who, which services, for whom, from where. */
export const scopeStatement = defineRecord({
  type: 'scope-statement',
  plural: 'scope-statements',
  prefix: 'SCP',
  fields,
  base: ['title', 'ownerId'],
  search: ['organisationName', 'technologies', 'statementEn', 'statementZh'],
  list: [
    'number',
    'title',
    'state',
    'edition',
    'organisationName',
    'approvedById',
    'approvedAt',
    'reviewDueOn',
  ],
  register: true,
  process,
  access,
});
