import type { Language } from '../../../platform/i18n/words.ts';
import { issuePresets } from './issues.ts';
import { obligationPresets } from './obligations.ts';
import { partyPresets } from './parties.ts';
import type { Preset, Sector } from './preset.ts';

const all = { issue: issuePresets, party: partyPresets, obligation: obligationPresets } as const;
export type PresetOf = keyof typeof all;
export const presetsOf = Object.keys(all) as PresetOf[];

/** The examples for this kind of organisation, in one language; what its wants are stands as a list. */
export function presetsFor(of: PresetOf, sector: Sector | undefined, language: Language) {
  return all[of].filter((preset) => fits(preset, sector)).map((preset) => shown(preset, language));
}

const fits = ({ sectors }: Preset, sector: Sector | undefined) =>
  sectors === undefined || sector === undefined || sectors.includes(sector);

function shown({ key, sectors, fields, words }: Preset, language: Language) {
  const said = words[language];
  const { wants, ...values } = fields;
  const texts = Object.fromEntries(Object.entries(said).filter(([name]) => !/^want\d+$/.test(name)));
  const kinds = Array.isArray(wants) ? wants.map(String) : [];
  return {
    key,
    special: sectors !== undefined,
    values: { ...values, ...texts },
    wants: kinds.map((kind, i) => ({ kind, title: said[`want${i}`] ?? '' })),
  };
}
