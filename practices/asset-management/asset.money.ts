import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';
import type { Asset } from './asset.fields.ts';
import { netBookValue, type Depreciable } from './depreciation.ts';

/** Which month is the first that is charged; CAS 4: the one after the first use. */
export const depreciationBegins = defineSetting<Depreciable['begins']>(
  'asset.depreciation_begins',
  'next_month',
);

type Money = Pick<
  Asset,
  | 'depreciationMethod' | 'costCents' | 'residualCents' | 'usefulMonths' | 'decliningPercent' | 'inServiceOn'
  | 'purchasedOn' | 'writtenOffOn'
>; // prettier-ignore

/** How an asset loses its value; undefined where it never cost anything. */
export const depreciable = (asset: Money, settings: Settings): Depreciable | undefined =>
  asset.costCents === null
    ? undefined
    : {
        method: asset.depreciationMethod ?? 'none',
        costCents: asset.costCents,
        residualCents: asset.residualCents ?? 0,
        usefulMonths: asset.usefulMonths,
        decliningPercent: asset.decliningPercent,
        inServiceOn:
          asset.inServiceOn ?? (asset.depreciationMethod === 'expensed' ? asset.purchasedOn : null),
        begins: settings.get(depreciationBegins).value,
      };

/** At the end of a day; nothing is left of what was written off by then. */
export function bookValueOn(asset: Money, settings: Settings, date: string): number | null {
  const given = depreciable(asset, settings);
  if (!given) return null;
  return asset.writtenOffOn !== null && asset.writtenOffOn <= date ? 0 : netBookValue(given, date);
}
