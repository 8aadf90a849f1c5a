import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { boundFields, type GroupRule } from './group-rule.fields.ts';
import { isHeadquarters, leads } from './site.access.ts';
import { branchesAmong, draftAfter, leadsOf, ruleById } from './site.queries.ts';

type Of = Rule<GroupRule>;
const after = (rule: GroupRule, { input }: Pick<Context, 'input'>) => ({ ...rule, ...input }) as GroupRule;

type WritingFacts = {
  readonly parent: GroupRule | undefined;
  readonly former: GroupRule | undefined;
  readonly otherDraft: string | undefined;
  readonly branches: ReadonlySet<string>;
  /** Who has the site's adoptions in hand. */
  readonly siteLeads: readonly string[];
  readonly types: ReadonlySet<string>;
};

export async function writingFacts(work: Work, rule: GroupRule, input: Input): Promise<WritingFacts> {
  const { addsToId, supersedesId, siteId, siteIds } = { ...rule, ...input } as GroupRule;
  const named = [...(siteIds ?? []), ...(siteId === null ? [] : [siteId])];
  return {
    parent: addsToId === null ? undefined : await ruleById(work, addsToId),
    former: supersedesId === null ? undefined : await ruleById(work, supersedesId),
    otherDraft: supersedesId === null ? undefined : await draftAfter(work, supersedesId, rule.id),
    branches: await branchesAmong(work, named),
    siteLeads: siteId === null ? [] : await leadsOf(work, siteId),
    types: new Set(work.house.types.keys()),
  };
}
const factsOf = ({ facts }: Context) => facts as unknown as WritingFacts;

/** The group's rules are written at headquarters; a site's own also by whoever has the site in hand. */
export const mayWrite: Of = (rule, actor, context) => {
  const { siteId } = after(rule, context);
  if (siteId === null) return isHeadquarters(actor) ? undefined : no('group_rule.headquarters_writes');
  return leads(actor, siteId) || (actor.id !== null && factsOf(context).siteLeads.includes(actor.id))
    ? undefined
    : no('group_rule.site_writes', {}, 'siteId');
};

export const namesBranches: Of = (rule, _actor, context) => {
  const { siteId, siteIds } = after(rule, context);
  const { branches } = factsOf(context);
  if (siteId !== null && !branches.has(siteId)) return no('group_rule.no_branch', {}, 'siteId');
  if ((siteIds ?? []).some((id) => !branches.has(id))) return no('group_rule.no_branch', {}, 'siteIds');
  return siteId !== null && (siteIds ?? []).length > 0
    ? no('group_rule.local_names_one', {}, 'siteIds')
    : undefined;
};

/** Stricter than what? Only a site adds, and only to a rule of the group that is in force. */
export const addsToARule: Of = (rule, _actor, context) => {
  const { siteId, addsToId, addition } = after(rule, context);
  const { parent } = factsOf(context);
  if (addsToId !== null && siteId === null) return no('group_rule.only_sites_add', {}, 'addsToId');
  if (addition === 'stricter' && addsToId === null)
    return no('group_rule.stricter_than_what', {}, 'addsToId');
  return addsToId !== null && (parent?.siteId !== null || parent.state !== 'in_force')
    ? no('group_rule.adds_to_group_rule', {}, 'addsToId')
    : undefined;
};

/** 4.4: a site may ask more of itself than the group does, and never less. */
export const stricterIsStricter: Of = (rule, _actor, context) => {
  const mine = after(rule, context);
  const { parent } = factsOf(context);
  if (mine.addition !== 'stricter' || !parent) return undefined;
  if (mine.obligation === 'advised' && parent.obligation === 'mandatory')
    return no('group_rule.not_stricter', {}, 'obligation');
  if (parent.bound === 'attested') return undefined;
  if (mine.bound !== parent.bound) return no('group_rule.other_binding', {}, 'bound');
  const same = (['documentId', 'promise', 'targetPriority', 'recordType', 'role', 'courseId'] as const).find(
    (key) => mine[key] !== parent[key],
  );
  if (same !== undefined) return no('group_rule.other_binding', {}, same);
  const limits = [
    ['mostMinutes', (own: number, of: number) => own <= of],
    ['withinDays', (own: number, of: number) => own <= of],
    ['coveragePercent', (own: number, of: number) => own >= of],
  ] as const;
  const looser = limits.find(([key, holds]) => {
    const [own, of] = [mine[key], parent[key]];
    return own !== null && of !== null && !holds(own, of);
  });
  return looser === undefined ? undefined : no('group_rule.not_stricter', {}, looser[0]);
};

export const namesWhatThereIs: Of = (rule, _actor, context) => {
  const { recordType, requirement } = after(rule, context);
  if (recordType !== null && !factsOf(context).types.has(recordType))
    return no('group_rule.no_such_process', { type: recordType }, 'recordType');
  return requirement !== null && requirementNamed(requirement) === undefined
    ? no('group_rule.no_such_requirement', { requirement }, 'requirement')
    : undefined;
};

export const datesInOrder: Of = (rule, _actor, context) => {
  const { effectiveOn, adoptBy } = after(rule, context);
  return effectiveOn !== null && adoptBy !== null && adoptBy < effectiveOn
    ? no('problem.dates_reversed', { from: effectiveOn, to: adoptBy }, 'adoptBy')
    : undefined;
};

export const oneDraftAtATime: Of = (_rule, _actor, context) => {
  const { otherDraft, former } = factsOf(context);
  if (otherDraft !== undefined) return no('group_rule.draft_in_work', { number: otherDraft }, 'supersedesId');
  return former !== undefined && former.state !== 'in_force'
    ? no('group_rule.supersedes_in_force', {}, 'supersedesId')
    : undefined;
};

// Publishing

/** Sites are told what, from when and until when, and how it will be seen. */
export const isWhole: Of = (rule) => {
  const wanted = ['statement', 'effectiveOn', 'adoptBy', ...boundFields[rule.bound ?? 'attested']] as const; // prettier-ignore
  const missing = wanted.find((key) => rule[key] === null || rule[key] === '');
  return missing === undefined
    ? undefined
    : no('group_rule.lacks', { field: `@group_rule.field.${missing}` }, missing);
};

export const adoptByIsAhead: Of = ({ adoptBy }, _actor, { at, settings }) =>
  adoptBy !== null && adoptBy < dayIn(settings, at)
    ? no('group_rule.adopt_by_is_past', { date: adoptBy }, 'adoptBy')
    : undefined;

export const mayPublish: Of = ({ siteId }, actor) =>
  leads(actor, siteId) ? undefined : no('group_rule.headquarters_publishes');

export const isAuthor = (rule: GroupRule, actor: Actor) =>
  actor.id !== null && (rule.authorIds ?? []).includes(actor.id);

/** S1: who wrote it does not put it in force; a small organisation's exception is kept. */
export const publishedByAnother: Of = (rule, actor, { settings }) =>
  isAuthor(rule, actor) && settings.get(profile).value !== 'S'
    ? no('group_rule.publisher_wrote_it')
    : undefined;
