import { cancelApprovals } from '../../kernel/approval/approvals.ts';
import { system } from '../../kernel/access/actor.ts';
import type { Fault } from '../../kernel/live-block/render.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { no, type Action, type Context, type Rule } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import type { Language } from '../../platform/i18n/words.ts';
import { askForVersion, decidersOf } from './document.approval.ts';
import { dayOf, inMonths } from './document.days.ts';
import type { Document } from './document.fields.ts';
import { drawn, faultWords } from './document.frozen.ts';
import type { Approving } from './document.sets.ts';
import { reviewMonths } from './document.settings.ts';
import { nextVersion } from './document.version.ts';
import { keepVersion } from './version.store.ts';

type Why = (fault: Fault, language: Language) => string;
type Effect = NonNullable<Action<Document>['effect']>;
type Facts = NonNullable<Action<Document>['facts']>;

const named = ({ id }: Document) => ({ type: 'document', id });

/** The texts with their live blocks as the data are now: what would be frozen if it were approved at this moment. */
export const drawing: Facts = async (work, document, input, at) => {
  const now = { ...document, ...input } as Document;
  const { settings } = work.house.reference;
  const today = dayOf(at, settings);
  const from = now.takesEffectOn === null || now.takesEffectOn < today ? today : now.takesEffectOn;
  const [owner] = await work.run<{ title: string }>('document_owner', 'select title from record where id = $1', [now.ownerId]);
  return {
    /** A fault in the words of whoever is refused, not of the text. */
    why: (fault: Fault, language: Language) => faultWords(work.house, fault, language),
    drawing: await drawn(work, work.house, now, {
      ...now,
      version: nextVersion(now.approvedVersion, now.revision),
      owner: owner?.title ?? null,
      effectiveOn: from,
      reviewDueOn: inMonths(from, now.reviewMonths ?? settings.get(reviewMonths).value),
    }),
  };
}; // prettier-ignore

export const approving: Facts = async (work, document, input, at) => ({
  ...(await drawing(work, document, input, at)),
  deciders: await decidersOf(work, document.id),
});

/** A block that says nothing, or the wrong thing, is not approved with the rest. */
export const blocksAreWhole: Rule<Document> = (_document, actor, { facts }) => {
  const { drawing: found, why } = facts as Pick<Approving, 'drawing'> & { why: Why };
  const [fault] = found.faults;
  return fault ? no('document.block_fault', { why: why(fault, actor.language) }, fault.field) : undefined;
};

export const askPeople: Effect = (work, document, _actor, { at }) => askForVersion(work, document, at);
export const askNobody: Effect = (work, document) => cancelApprovals(work, document.id);

/** Kept as it is for ever, and in force at once where its day has come. */
export const afterApproval: Effect = async (work, document, _actor, context) => {
  await keepVersion(work, document, context.facts as Approving);
  if ((document.takesEffectOn ?? '') <= dayOf(context.at, context.settings))
    await act(work, named(document), 'take_effect', system(), {}, { at: context.at });
};

/** What it takes the place of is kept, and marked. */
export const supersede = async (
  work: Work,
  document: Document,
  _actor: unknown,
  { at }: Context,
): Promise<void> => {
  if (document.supersedesId === null) return;
  const [before] = await work.run<{ state: string }>('superseded_document', 'select state from record where id = $1', [document.supersedesId]);
  if (before?.state === 'obsolete' || before === undefined) return;
  await act(work, { type: 'document', id: document.supersedesId }, 'supersede', system(), { reason: document.code }, { at });
}; // prettier-ignore
