import type { z } from 'zod';
import type { Tx } from '../../platform/db/tx.ts';
import type { Translate } from '../../platform/i18n/translate.ts';
import type { Language, Words } from '../../platform/i18n/words.ts';
import type { House } from '../practice/house.ts';

/** What a block is drawn from. */
export type Drawing = {
  readonly tx: Tx;
  readonly house: House;
  readonly language: Language;
  /** The words of all blocks, of the roles and of what every record has. */
  readonly say: Translate;
  /** What the text itself is: `document:code` → `SMS-L2-08-IM`. */
  readonly about: Readonly<Record<string, string>>;
};

type Common = {
  /** `sla-targets`; what stands after a colon in the text is the parameter that `after` names: `kpi:incident.mtrs`. */
  readonly key: string;
  readonly after?: string;
  readonly words: Readonly<Record<Language, Words>>;
};

/**
 * Something a document says that comes from the data. Its words hold `live_block.<key>.name` and `.hint`. `render` answers
 * Markdown: a table, a sentence; for an inline one plain text. It throws a `BlockFault` where its data are not there.
 */
export type LiveBlock = Common & {
  readonly inline?: true;
  readonly params?: z.ZodObject;
  readonly render: (drawing: Drawing, params: Readonly<Record<string, unknown>>) => Promise<string> | string;
};

/** The parameters are those of the schema. */
export const defineBlock = <S extends z.ZodObject>(
  block: Common & {
    readonly inline?: true;
    readonly params?: S;
    readonly render: (drawing: Drawing, params: z.output<S>) => Promise<string> | string;
  },
): LiveBlock => block as unknown as LiveBlock;

/** Why a block cannot be drawn: the key of its words, with what they name. */
export class BlockFault extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
