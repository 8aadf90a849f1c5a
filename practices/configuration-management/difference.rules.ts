import { no, type Refusal, type Rule } from '../../kernel/process/process.ts';
import { isLive, type Ci } from './ci.fields.ts';
import { raising } from './difference.raising.ts';
import type { Difference } from './difference.fields.ts';

type Of = Rule<Difference>;
type Facts = { readonly ci?: Ci | null; readonly change?: Refusal; readonly linked?: Ci | null };

/** 8.2.6: what is in operation differs by a change, or by none: then it is an unauthorised one. */
export const liveNeedsItsChange: Of = (difference, _actor, { input, facts }) => {
  const { ci } = facts as Facts;
  const live = ci !== null && ci !== undefined && isLive(ci.state);
  const adds = difference.kind === 'new_item' && input['itemId'] === undefined;
  return (live || adds || difference.kind === 'unlinked_edit') && !input['changeRef']
    ? no('difference.cites_no_change', {}, 'changeRef')
    : undefined;
};

export const changeStands: Of = (_difference, _actor, { facts }) => (facts as Facts).change;

/** Who edited past change control does not wave the edit through. */
export const editorIsNotJudge: Of = (difference, actor) =>
  difference.kind === 'unlinked_edit' && actor.id !== null && actor.id === difference.editedById
    ? no('difference.own_edit')
    : undefined;

/** An edit that was made is no mistake of a source. */
export const isOfASource: Of = (difference) =>
  difference.kind === 'unlinked_edit' ? no('difference.edit_happened') : undefined;

export const changesAreRecorded: Of = () =>
  raising() === undefined ? no('difference.no_change_practice') : undefined;

export const onlyNewIsLinked: Of = (difference, _actor, { input, facts }) => {
  if (input['itemId'] === undefined) return undefined;
  if (difference.kind !== 'new_item') return no('difference.only_new_is_linked', {}, 'itemId');
  const { linked } = facts as Facts;
  return linked ? undefined : no('difference.no_such_item', {}, 'itemId');
};
