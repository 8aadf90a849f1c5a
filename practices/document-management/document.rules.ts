import { holds, type Actor } from '../../kernel/access/actor.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { kept, reach, type Document } from './document.fields.ts';
import { dayOf } from './document.days.ts';
import { gapsOf } from './document.gaps.ts';

type Of = Rule<Document>;
const after = (document: Document, { input }: Context) => ({ ...document, ...input }) as Document;
const some = (list: readonly unknown[] | null | undefined) => (list ?? []).length > 0;

/** Those who keep the documents of the system: they see secret ones, and change for whom a document is. */
export const keepers = ['document-controller', 'sms-manager'] as const;
const keeps = (actor: Actor) => ['system', ...keepers].some((role) => holds(actor, role));

/** 7.5.2 a: what has no title in a language it is kept in cannot be found in it. */
export const hasItsTitles: Of = (document, _actor, context) => {
  const now = after(document, context);
  const missing = kept(now).find((language) => now[`title${language}`] === null);
  return missing ? no('document.no_title', {}, `title${missing}`) : undefined;
};

/** Of a pair one is authoritative; of a single one it is that one. */
export const authoritativeIsKept: Of = (document, _actor, context) => {
  const { languages, authoritative } = after(document, context);
  return languages !== 'both' && languages !== authoritative
    ? no('document.authoritative_not_kept', {}, 'authoritative')
    : undefined;
};

/** 7.5.3: what is secret is for somebody by name, and what is for outsiders is not internal. */
export const reachIsClear: Of = (document, _actor, context) => {
  const now = after(document, context);
  const named = [now.audienceRoles, now.audienceTeamIds, now.audienceOrganisationIds, now.audiencePersonIds].some(some);
  if (now.audience === 'named' && !named) return no('document.names_nobody', {}, 'audience');
  if (now.confidentiality === 'secret' && now.audience !== 'named') return no('document.secret_needs_names', {}, 'audience');
  const outside = now.audience === 'everybody' || (now.audience === 'named' && some(now.audienceOrganisationIds));
  return now.confidentiality === 'internal' && outside ? no('document.internal_for_outsiders', {}, 'confidentiality') : undefined;
}; // prettier-ignore

/** Once it is in force, for whom it is was approved with it; its writers no longer change that by themselves. */
export const reachIsKept: Of = (document, actor, { input }) => {
  if (document.approvedVersion === null || keeps(actor)) return undefined;
  const changed = reach.find(
    (key) => input[key] !== undefined && JSON.stringify(input[key] ?? []) !== JSON.stringify(document[key] ?? []),
  );
  return changed ? no('document.reach_is_kept', {}, changed) : undefined;
}; // prettier-ignore

/** 7.5.3.1 d: an external document is identified: where it comes from, which edition, and when that was last looked at. */
export const externalIsIdentified: Of = (document, _actor, context) => {
  const now = after(document, context);
  if (now.origin !== 'external') return undefined;
  const missing = (['source', 'sourceEdition', 'lastCheckedOn', 'nextCheckOn'] as const).find((key) => now[key] === null);
  return missing ? no('problem.required', { field: `@document.field.${missing}` }, missing) : undefined;
}; // prettier-ignore

export const checkIsAhead: Of = (document, _actor, context) => {
  const { lastCheckedOn, nextCheckOn } = after(document, context);
  const today = dayOf(context.at, context.settings);
  if (typeof context.input['lastCheckedOn'] === 'string' && context.input['lastCheckedOn'] > today)
    return no('document.checked_ahead', { date: context.input['lastCheckedOn'] }, 'lastCheckedOn');
  return lastCheckedOn !== null && nextCheckOn !== null && nextCheckOn <= lastCheckedOn
    ? no('document.next_check_before', { date: lastCheckedOn }, 'nextCheckOn')
    : undefined;
};

/** What is shown for approval is whole in each language that it is kept in. */
export const isWhole: Of = (document) => {
  if (document.origin === 'external') return undefined;
  const missing = kept(document).find((language) => document[`body${language}`] === null);
  return missing ? no('document.no_text', {}, `body${missing}`) : undefined;
};

/** A draft of the library is no document of one's own as long as its places are empty. */
export const placesAreFilled: Of = (document) => {
  const open = kept(document).flatMap((language) => gapsOf(document[`body${language}`] ?? ''));
  return open.length > 0
    ? no('document.places_open', { count: open.length, places: open.slice(0, 3).join('; ') })
    : undefined;
};

/** Who read the last version is told what is new. */
export const saysWhatChanged: Of = (document, _actor, context) =>
  document.approvedVersion !== null && after(document, context).changeNote === null
    ? no('document.no_change_note', {}, 'changeNote')
    : undefined;

/** 7.5.2 c: approved first, in force afterwards; never the other way round. */
export const effectIsAhead: Of = (document, _actor, context) => {
  const { takesEffectOn } = after(document, context);
  const today = dayOf(context.at, context.settings);
  return takesEffectOn !== null && takesEffectOn < today
    ? no('document.effect_before_approval', { date: takesEffectOn }, 'takesEffectOn')
    : undefined;
};

/** S1: who wrote a word of it may not approve it. */
export const approverIsNotAuthor: Of = (document, _actor, context) => {
  const { approverIds, authorIds } = after(document, context);
  return approverIds?.some((id) => authorIds?.includes(id)) === true
    ? no('document.approver_is_author', {}, 'approverIds')
    : undefined;
};

export const reviewerIsNotAuthor: Of = (document, _actor, context) => {
  const { reviewerIds, authorIds } = after(document, context);
  return reviewerIds?.some((id) => authorIds?.includes(id)) === true
    ? no('document.reviewer_is_author', {}, 'reviewerIds')
    : undefined;
};

/** documents.md 7.6: one person for everything is no control. A small organisation may, and it is told (0.3). */
export const reviewerIsNotApprover: Of = (document, _actor, context) => {
  if (context.settings.get(profile).value === 'S') return undefined;
  const { reviewerIds, approverIds } = after(document, context);
  return reviewerIds?.some((id) => approverIds?.includes(id)) === true
    ? no('document.reviewer_is_approver', {}, 'reviewerIds')
    : undefined;
};

/** A chain of documents that supersede one another has an end. */
export const supersedesAnother: Of = (document, _actor, context) => {
  const { supersedesId, id } = after(document, context);
  return supersedesId !== null && supersedesId === id
    ? no('document.supersedes_itself', {}, 'supersedesId')
    : undefined;
};

export const isExternal: Of = (document) =>
  document.origin === 'external' ? undefined : no('document.not_external');

/** A revision may be given up only where there is something that still holds. */
export const hasSomethingInForce: Of = (document) =>
  document.effectiveVersion === null ? no('document.nothing_in_force') : undefined;
