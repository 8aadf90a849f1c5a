import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';

/** The fields of the form by its parts, in their order. */
export const parts = {
  identity: ['level', 'documentClass', 'clauses', 'obligation', 'languages', 'authoritative', 'origin', 'supersedesId'],
  external: ['source', 'sourceEdition', 'sourceUrl', 'lastCheckedOn', 'nextCheckOn'],
  reach: [
    'confidentiality', 'audience', 'audienceRoles', 'audienceTeamIds', 'audienceOrganisationIds', 'audiencePersonIds', 'mustRead',
  ],
  keeping: ['ownerId', 'ownerRole', 'reviewMonths', 'retention'],
  approval: ['revision', 'changeNote', 'changeId', 'takesEffectOn', 'reviewerIds', 'approverIds'],
} as const; // prettier-ignore
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly Part[];

export const texts = ['titleEn', 'bodyEn', 'titleZh', 'bodyZh'] as const;
export const asked: readonly string[] = [...Object.values(parts).flat(), ...texts, 'code'];
export const required = [
  'level', 'documentClass', 'languages', 'authoritative', 'obligation', 'origin', 'confidentiality', 'audience', 'mustRead', 'revision',
]; // prettier-ignore

/** Who reads it is asked only where it has names, a revision only where there is something to revise. */
export function asks(key: string, values: FormValues, revises: boolean): boolean {
  if (/^audience[A-Z]/.test(key)) return values['audience'] === 'named';
  if (key === 'revision' || key === 'changeNote') return revises;
  if (key === 'authoritative') return values['languages'] === 'both';
  return true;
}

export const sidesOf = (values: FormValues): readonly ('En' | 'Zh')[] =>
  values['languages'] === 'en' ? ['En'] : values['languages'] === 'zh' ? ['Zh'] : ['En', 'Zh'];

/** What a document kept in one language says of the other: nothing, and that one is the one that holds. */
export function settled(values: FormValues): FormValues {
  const kept = values['languages'];
  return kept === 'en' || kept === 'zh' ? { ...values, authoritative: kept } : values;
}
