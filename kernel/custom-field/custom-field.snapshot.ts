import type { Language } from '../access/actor.ts';
import { defineSnapshot, type Reference } from '../practice/reference.ts';
import type { RecordType } from '../record/record.ts';
import type { CustomKind, CustomOption } from './custom-field.fields.ts';

export type CustomField = {
  readonly recordType: string;
  readonly key: string;
  readonly kind: CustomKind;
  readonly label: Readonly<Record<Language, string>>;
  readonly help: Readonly<Record<Language, string | null>>;
  readonly options: readonly CustomOption[];
  readonly pointsTo: string | null;
  readonly required: boolean;
  readonly requiredOn: readonly string[];
  readonly searchable: boolean;
  readonly inList: boolean;
  /** No longer filled in when false; its values stay. */
  readonly active: boolean;
};

/** Of one record type, in the order of forms. */
export type CustomFields = readonly CustomField[];

type Row = Omit<CustomField, 'label' | 'help' | 'options' | 'requiredOn'> & {
  readonly labelEn: string;
  readonly labelZh: string;
  readonly helpEn: string | null;
  readonly helpZh: string | null;
  readonly options: readonly CustomOption[] | null;
  readonly requiredOn: readonly string[] | null;
};

export const customFields = defineSnapshot<ReadonlyMap<string, CustomFields>>({
  name: 'custom-fields',
  on: ['custom-field'],
  load: async (tx) => {
    const rows = await tx.run<Row>(
      'all_custom_fields',
      `select c.record_type as "recordType", c.key, c.kind, c.label_en as "labelEn", c.label_zh as "labelZh",
         c.help_en as "helpEn", c.help_zh as "helpZh", c.options, c.points_to as "pointsTo", c.required,
         c.required_on as "requiredOn", c.searchable, c.in_list as "inList", r.state = 'active' as active
       from custom_field c join record r on r.id = c.id order by c.place, c.id`,
    );
    return Map.groupBy(
      rows.map(({ labelEn, labelZh, helpEn, helpZh, options, requiredOn, ...field }): CustomField => ({
        ...field,
        label: { en: labelEn, 'zh-CN': labelZh },
        help: { en: helpEn, 'zh-CN': helpZh },
        options: options ?? [],
        requiredOn: requiredOn ?? [],
      })),
      (field) => field.recordType,
    );
  },
});

const none: CustomFields = [];
export const customFieldsOf = (reference: Reference, type: Pick<RecordType, 'type'>): CustomFields =>
  reference.get(customFields).get(type.type) ?? none;
