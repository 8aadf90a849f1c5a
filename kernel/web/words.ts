import { wordRoot } from '../../platform/i18n/words.ts';
import type platform from '../../platform/ui/i18n/en.ts';
import { useFirstWords, useWords } from '../../platform/ui/words.ts';
import type kernel from './i18n/en.ts';

type Dictionary = typeof platform & typeof kernel;
/** `t` for the pages of the kernel. */
export const useT = useWords<Dictionary>;

const spaced = (key: string) => {
  const words = key
    .replace(/Id$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Words for what comes from /meta: the type's own, else those every record shares, else the key made readable. */
export function useLabels(): Labels {
  const first = useFirstWords();
  const found = made.get(first) ?? labelsBy(first);
  made.set(first, found);
  return found;
}

type First = ReturnType<typeof useFirstWords>;
type Labels = ReturnType<typeof labelsBy>;
const made = new WeakMap<First, Labels>();

function labelsBy(first: First) {
  const of = (group: string) => (type: string, key: string) =>
    first([`${wordRoot(type)}.${group}.${key}`, `record.${group}.${key}`], spaced(key));
  return {
    field: of('field'),
    state: of('state'),
    action: of('action'),
    clock: of('clock'),
    input: (type: string, key: string) =>
      first(
        [
          `${wordRoot(type)}.input.${key}`,
          `record.input.${key}`,
          `${wordRoot(type)}.field.${key}`,
          `record.field.${key}`,
        ],
        spaced(key),
      ),
    option: (type: string, field: string, option: unknown) =>
      first(
        [
          `${wordRoot(type)}.option.${field}.${String(option)}`,
          `record.option.${field}.${String(option)}`,
          `${field}.${String(option)}`,
        ],
        spaced(String(option)),
      ),
    hint: (type: string, key: string) => first([`${wordRoot(type)}.hint.${key}`, `record.hint.${key}`], ''),
    name: (type: string) => first([`${wordRoot(type)}.name`], spaced(type)),
    plural: (type: string) => first([`${wordRoot(type)}.plural`], spaced(type)),
    createTitle: (type: string) => first([`${wordRoot(type)}.create`], spaced(`new ${type}`)),
    key: (key: string, otherwise = spaced(key.split('.').at(-1) ?? key)) => first([key], otherwise),
    measure: (key: string) =>
      first([key.replace('.', '.measure.'), `measure.${key}.name`], spaced(key.split('.').at(-1) ?? key)),
    role: (key: string) => first([`role.${key}`], spaced(key)),
    link: (kind: string, direction: 'out' | 'in') => first([`link.${kind}.${direction}`], spaced(kind)),
  };
}
