import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { monetary, type Asset } from './asset.fields.ts';

type Of = Rule<Asset>;
/** The record as it would be with the input in it. */
const entered = (asset: Asset, { input }: Pick<Context, 'input'>): Asset => ({ ...asset, ...input });

/** What is already here has been received: the same is known of it as of what was. */
export const existingIsComplete: Of = (asset, _actor, context) => {
  const given = entered(asset, context);
  if ((given.entryState ?? 'requested') === 'requested') return undefined;
  const missing = (['tag', 'ownerId', 'costCentre'] as const).find((field) => given[field] === null);
  return missing === undefined
    ? undefined
    : no('asset.existing_incomplete', { missing: `@asset.field.${missing}` }, missing);
};

export const depreciates: Of = (asset, _actor, context) => {
  const { depreciationMethod, usefulMonths, costCents, residualCents } = entered(asset, context);
  if (residualCents !== null && costCents !== null && residualCents > costCents)
    return no('asset.residual_above_cost', {}, 'residualCents');
  const byMonth = depreciationMethod === 'straight_line' || depreciationMethod === 'declining_balance';
  return byMonth && usefulMonths === null ? no('asset.no_useful_life', {}, 'usefulMonths') : undefined;
};

export const warrantyAfterPurchase: Of = (asset, _actor, context) => {
  const { purchasedOn, warrantyUntil } = entered(asset, context);
  return purchasedOn !== null && warrantyUntil !== null && warrantyUntil < purchasedOn
    ? no('asset.warranty_before_purchase', { date: purchasedOn }, 'warrantyUntil')
    : undefined;
};

/** What was written off by one sum cannot become another one afterwards. */
export const booksAreClosed: Of = (asset, _actor, { input }) => {
  const field = monetary.find((name) => input[name] !== undefined && input[name] !== asset[name]);
  return asset.writtenOffOn !== null && field !== undefined ? no('asset.books_closed', {}, field) : undefined;
};

const alone = (context: Context) => context.settings.get(profile).value === 'S';
const is = (actor: Actor, ...others: readonly (string | null)[]) =>
  actor.id !== null && others.includes(actor.id);

/** Did one person do here what two should? Recorded where the organisation is too small for two. */
export const sodExceptionOf = (asset: Asset, actor: Actor, others: readonly (string | null)[]) =>
  asset.sodException === true || is(actor, ...others);

/** Whoever says that a thing is gone, or its data, does not take its value off the books as well. */
export const writtenOffByAnother: Of = (asset, actor, context) =>
  is(actor, asset.retiredById, asset.erasedById) && !alone(context)
    ? no('asset.writer_off_retired_it')
    : undefined;
export const notWrittenOffYet: Of = (asset) =>
  asset.writtenOffOn === null ? undefined : no('asset.written_off_already', { date: asset.writtenOffOn });

export const erasedByAnother: Of = (asset, actor, context) =>
  is(actor, asset.writtenOffById) && !alone(context) ? no('asset.writer_off_erases') : undefined;

/** The certificate is a file of this very record. */
export const certificateIsHere: Of = (_asset, _actor, { facts }) =>
  facts['certificateIsHere'] === true ? undefined : no('asset.no_certificate', {}, 'certificate');

/** [5] Disposed disks without proof are the finding; a lost thing needs the report of its loss instead. */
export const erasureIsProven: Of = (asset) =>
  asset.holdsData === false || asset.erasureFile !== null ? undefined : no('asset.erasure_unproven');
export const valueIsWrittenOff: Of = (asset) =>
  asset.writtenOffOn === null ? no('asset.not_written_off') : undefined;
export const disposedByAnother: Of = (asset, actor, context) =>
  is(actor, asset.writtenOffById) && !alone(context) ? no('asset.writer_off_disposes') : undefined;
