import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { WordLoader } from '../../platform/ui/words.ts';
import type { MetaType, Whole } from './contract.ts';

/** The third door of a practice: pages and menu. Imported by app/ only. */
export type PracticeWeb = {
  readonly name: string;
  readonly menu: readonly MenuEntry[];
  /** Longer paths win over the generic `/$plural` pages, so a practice states only what differs from them. */
  readonly routes: readonly PageRoute[];
  readonly words: readonly WordLoader[];
  /** By record type (`*`: every one): its panels beside records of other practices, and beside the forms that make them. */
  readonly beside?: Readonly<Record<string, () => Promise<{ default: ComponentType<BesideProps> }>>>;
  /** What it asks of people on the first page of their day. */
  readonly today?: () => Promise<{ default: ComponentType }>;
  readonly besideForm?: Readonly<Record<string, () => Promise<{ default: ComponentType<BesideFormProps> }>>>;
};

export type BesideProps = { readonly meta: MetaType; readonly record: Whole };
export type BesideFormProps = { readonly values: Readonly<Record<string, unknown>> };

/** The navigation's sections, in this order. */
export const menuGroups = [
  'operate',
  'change',
  'configuration',
  'knowledge',
  'deliver',
  'system',
  'standard',
  'overview',
  'administration',
] as const;
export type MenuGroup = (typeof menuGroups)[number];

export type MenuEntry = {
  /** The key of its words. */
  readonly label: string;
  readonly icon: Icon;
  /** A path of `paths`, its query included. */
  readonly to: string;
  readonly group: MenuGroup;
  /** The record type it lists; the entry is left out for those who may not see the type. */
  readonly type?: string;
  /** Only for who holds one of these roles. */
  readonly roles?: readonly string[];
  /** Only for administrators. */
  readonly administrator?: true;
  /** Shown after the words: how many wait there. */
  readonly badge?: ComponentType;
  /** Pressed after `g`. */
  readonly key?: string;
};

export type PageRoute = {
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
};
