import { addWords } from '../../../platform/ui/words.ts';
import { wordRoot, type Language, type Words } from '../../../platform/i18n/words.ts';
import type { Meta, MetaField } from '../contract.ts';

/** The labels of custom fields become words like those of the dictionaries, so that every page finds them. */
export function speakCustomFields({ types }: Meta): void {
  const own = types.flatMap(({ type, fields }) =>
    fields.flatMap((field) => (field.label ? [{ root: wordRoot(type), field }] : [])),
  );
  if (own.length === 0) return;
  addWords({ en: wordsOf(own, 'en'), 'zh-CN': wordsOf(own, 'zh-CN') });
}

type Own = readonly { readonly root: string; readonly field: MetaField }[];

function wordsOf(own: Own, language: Language): Words {
  return Object.fromEntries(
    [...Map.groupBy(own, ({ root }) => root)].map(([root, entries]) => {
      const fields = entries.map(({ field }) => ({ ...field, key: field.key.split('.')[1] ?? field.key }));
      const under = (texts: readonly (readonly [string, string | Words])[]) => ({
        custom: Object.fromEntries(texts),
      });
      return [
        root,
        {
          field: under(fields.map((f) => [f.key, f.label?.[language] ?? f.key])),
          hint: under(
            fields.flatMap((f) => {
              const help = f.help?.[language];
              return help === null || help === undefined ? [] : [[f.key, help] as const];
            }),
          ),
          option: under(fields.map((f) => [f.key, optionsOf(f, language)])),
        },
      ];
    }),
  );
}

const optionsOf = ({ optionLabels = {} }: MetaField, language: Language): Words =>
  Object.fromEntries(Object.entries(optionLabels).map(([value, label]) => [value, label[language]]));
