import { z } from 'zod';
import kernelEn from '../i18n/en.ts';
import rolesEn from '../i18n/roles.en.ts';
import rolesZh from '../i18n/roles.zh-CN.ts';
import kernelZh from '../i18n/zh-CN.ts';
import { translator, type Translate } from '../../platform/i18n/translate.ts';
import { merge, type Language, type Words } from '../../platform/i18n/words.ts';
import type { House } from '../practice/house.ts';
import type { LiveBlock } from './block.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

export type Blocks = {
  readonly all: readonly LiveBlock[];
  /** By its key; `kpi:incident.mtrs` is the block `kpi` with the measure as its parameter. */
  readonly find: (key: string) => { readonly block: LiveBlock; readonly given: Readonly<Record<string, string>> } | undefined;
  readonly say: (language: Language) => Translate;
}; // prettier-ignore

const known = new WeakMap<House, Blocks>();

/**
 * Puts the blocks of all practices together; two of one name would be a matter of luck. `words`: everything that the
 * software says, for blocks that name what other practices brought (figures).
 */
export function registerBlocks(
  house: House,
  all: readonly LiveBlock[],
  words?: Readonly<Record<Language, Words>>,
): void {
  const byKey = new Map<string, LiveBlock>();
  for (const block of all) {
    if (byKey.has(block.key)) throw new Error(`two practices define the live block ${block.key}`);
    byKey.set(block.key, block);
  }
  const resources: Record<Language, Words> = {
    en: merge(kernelEn, rolesEn, en, words?.en ?? {}, ...new Set(all.map((block) => block.words.en))),
    'zh-CN': merge(
      kernelZh,
      rolesZh,
      zh,
      words?.['zh-CN'] ?? {},
      ...new Set(all.map((block) => block.words['zh-CN'])),
    ),
  };
  const spoken = new Map<Language, Translate>();
  known.set(house, {
    all,
    find: (key) => {
      const exact = byKey.get(key);
      if (exact) return { block: exact, given: {} };
      const [name = '', ...rest] = key.split(':');
      const block = byKey.get(name);
      return block?.after === undefined || rest.length === 0
        ? undefined
        : { block, given: { [block.after]: rest.join(':') } };
    },
    say: (language) => {
      const before = spoken.get(language) ?? translator(language, resources);
      spoken.set(language, before);
      return before;
    },
  });
}

export function blocksOf(house: House): Blocks {
  const blocks = known.get(house);
  if (!blocks) throw new Error('the live blocks are not registered');
  return blocks;
}

/** For whoever writes: every block with its parameters, in their language. */
export function describeBlocks(house: House, language: Language) {
  const { all, say } = blocksOf(house);
  const words = say(language);
  return all.map(({ key, inline, after, params }) => ({
    key,
    inline: inline === true,
    name: words(`live_block.${wordKey(key)}.name`),
    hint: words(`live_block.${wordKey(key)}.hint`),
    ...(after === undefined ? {} : { after }),
    params: Object.entries(params?.shape ?? {}).map(([name, schema]) => ({
      name,
      required: !schema.safeParse(undefined).success,
      schema: z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Record<string, unknown>,
    })),
  }));
}

/** `setting:change.review_within` has its words under `setting_change_review_within`. */
export const wordKey = (key: string) => key.replaceAll(/[^a-z0-9]+/gi, '_');
