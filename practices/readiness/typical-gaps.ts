import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Bilingual } from '../../standard/catalogue.ts';

/** The three kinds of gap that assessments find again and again: work is irregular, duties are unclear, nobody measures. */
export const gapGroups = ['irregular', 'unclear_duties', 'no_monitoring'] as const;
type GapGroup = (typeof gapGroups)[number];
export type TypicalGap = { readonly group: GapGroup; readonly text: Bilingual };

const row = z
  .strictObject({ group: z.enum(gapGroups), en: z.string().min(1), zh: z.string().min(1) })
  .transform(({ group, en, zh }): TypicalGap => ({ group, text: { en, 'zh-CN': zh } }));
const file = z.record(z.string(), row);

let read: ReadonlyMap<string, TypicalGap> | undefined;

/** By requirement, and by clause where its requirements are usually missed for the same reason. */
function gaps(): ReadonlyMap<string, TypicalGap> {
  read ??= new Map(
    Object.entries(file.parse(parse(readFileSync(new URL('./typical-gaps.yaml', import.meta.url), 'utf8')))),
  );
  return read;
}

/** What is usually found lacking; undefined only for a clause that the file does not know (a new edition). */
export const typicalGap = (requirement: string): TypicalGap | undefined =>
  gaps().get(requirement) ?? gaps().get(requirement.replace(/-\w+$/u, ''));
