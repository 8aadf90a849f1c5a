import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { Deciders } from './document.approval.ts';
import { dayOf, inMonths } from './document.days.ts';
import { type Document } from './document.fields.ts';
import { hashOf, type Drawing } from './document.frozen.ts';
import { reviewMonths } from './document.settings.ts';
import { nextVersion } from './document.version.ts';

const now = ({ at }: Context) => new Date(at).toISOString();
const today = ({ at, settings }: Context) => dayOf(at, settings);

/** One title for lists and links, in the language that is authoritative. */
const titleOf = ({ authoritative, titleEn, titleZh, title }: Document) =>
  ((authoritative === 'zh' ? (titleZh ?? titleEn) : (titleEn ?? titleZh)) ?? title).slice(0, 200);

/** What a language is not kept in says nothing; what it said before is in the trail. */
const unkept = ({ languages }: Document): Partial<Document> =>
  languages === 'en'
    ? { titleZh: null, bodyZh: null }
    : languages === 'zh'
      ? { titleEn: null, bodyEn: null }
      : {};

/**
 * A secret document is marked by the first team that it is for, else by itself: so that whoever has only the shared columns
 * at hand (a link, a notice, live news) knows that it is secret.
 */
const markOf = ({ id, confidentiality, audience, audienceTeamIds }: Document) =>
  confidentiality === 'secret' ? ((audience === 'named' ? audienceTeamIds?.[0] : undefined) ?? id) : null;

/** S1 looks at everybody who changed a word, so they are kept with the version in work. */
export function written(document: Document, actor: Actor): Partial<Document> {
  const authors = document.authorIds ?? [];
  return {
    ...unkept(document),
    title: titleOf({ ...document, ...unkept(document) }),
    teamId: markOf(document),
    ownerId: document.ownerId ?? actor.id,
    authorIds: actor.id === null || authors.includes(actor.id) ? authors : [...authors, actor.id],
  };
}

export const managed = (document: Document): Partial<Document> => ({
  teamId: markOf(document),
  reviewDueOn:
    document.effectiveOn === null || document.reviewMonths === null
      ? document.reviewDueOn
      : inMonths((document.reviewedAt ?? document.effectiveOn).slice(0, 10), document.reviewMonths),
});

export const submitted = (_document: Document, _actor: Actor, context: Context): Partial<Document> => ({
  submittedAt: now(context),
});

/** Back to its writers: a first draft, or the revision of what is still in force. */
export const sentBack = (document: Document): Partial<Document> => ({
  state: document.effectiveVersion === null ? 'draft' : 'revising',
});

export type Approving = { readonly drawing: Drawing; readonly deciders: Deciders };

export function approved(document: Document, _actor: Actor, context: Context): Partial<Document> {
  const { drawing, deciders } = context.facts as Approving;
  const version = nextVersion(document.approvedVersion, document.revision);
  const day = today(context);
  return {
    approvedVersion: version,
    approvedAt: now(context),
    approvedByIds: [...deciders.approvers],
    // Whoever decides late does not date it back: nothing held before it was approved.
    takesEffectOn:
      document.takesEffectOn === null || document.takesEffectOn < day ? day : document.takesEffectOn,
    // 0.3 S1: in a small organisation one may have looked and approved; top management finds it by this.
    sodException: deciders.approvers.some((id) => deciders.reviewers.includes(id)),
    contentHash: hashOf({
      ...document,
      version,
      frozenEn: drawing.en?.text ?? null,
      frozenZh: drawing.zh?.text ?? null,
    }),
  };
}

const nextReview = (document: Document, from: string, { settings }: Context) =>
  inMonths(from, document.reviewMonths ?? settings.get(reviewMonths).value);

export const inForce = (document: Document, _actor: Actor, context: Context): Partial<Document> => {
  const from = document.takesEffectOn ?? today(context);
  return {
    effectiveVersion: document.approvedVersion,
    effectiveOn: from,
    takesEffectOn: null,
    reviewDueOn: nextReview(document, from, context),
    reviewedById: null,
    reviewedAt: null,
  };
};

export const reviewed = (document: Document, actor: Actor, context: Context): Partial<Document> => ({
  reviewedById: actor.id,
  reviewedAt: now(context),
  reviewDueOn: nextReview(document, today(context), context),
});

/** Looked at where it comes from; what has changed there is a revision, not a date. */
export const checked = (document: Document, actor: Actor, context: Context): Partial<Document> => ({
  ...reviewed(document, actor, context),
  lastCheckedOn: typeof context.input['lastCheckedOn'] === 'string' ? document.lastCheckedOn : today(context),
});

/** Nobody has written anything of the next version yet. */
export const revising = (): Partial<Document> => ({
  changeNote: null,
  authorIds: [],
  takesEffectOn: null,
});

export const obsolete = (_document: Document, _actor: Actor, { input }: Context): Partial<Document> => ({
  obsoleteReason: typeof input['reason'] === 'string' ? input['reason'] : null,
});
