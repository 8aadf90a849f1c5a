import type { Language } from '../../platform/i18n/words.ts';
import { customPrefix } from '../custom-field/nested.ts';
import type { FieldMeta } from '../record/field.ts';
import type { BaseRecord } from '../record/base.ts';
import type { Phase } from '../process/process.ts';

/** What the server answers, as the pages need it: see docs/openapi.json for the whole. */
export type Ref = {
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
};
export type Refs = Readonly<Record<string, Ref>>;

export type Clock = {
  readonly name: string;
  readonly status: 'running' | 'paused' | 'stopped' | 'none';
  readonly dueAt: string | null;
  /** The highest threshold already passed: 0, 50, 75 or 90. */
  readonly warned?: number;
  readonly elapsedMs: number;
  readonly targetMs: number | null;
  readonly breachedAt: string | null;
  /** A recurring clock: cycles closed by an update, and how many of all were missed. */
  readonly cycles?: number;
  readonly missed?: number;
};

/** A row carries its type's own fields too; `value(row, key)` reads any of them. */
export type Row = BaseRecord & { readonly clocks?: readonly Clock[] };
export const value = (row: Row, key: string): unknown =>
  key.startsWith(customPrefix)
    ? row.custom?.[key.slice(customPrefix.length)]
    : (row as unknown as Record<string, unknown>)[key];
/** The same where it is a text, and where it is a list; empty when it is neither. */
export const text = (row: Row, key: string): string => {
  const found = value(row, key);
  return typeof found === 'string' ? found : '';
};
export const list = (row: Row, key: string): readonly unknown[] => {
  const found = value(row, key);
  return Array.isArray(found) ? found : [];
};

export type Permission = {
  readonly ok: boolean;
  readonly why?: string;
  readonly words?: string;
  readonly secondPerson?: boolean;
};
export type PendingAct = {
  readonly id: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly requestedBy: { readonly id: string; readonly name: string | null } | null;
  readonly requestedAt: string;
  readonly canConfirm: Permission;
  readonly canDecline?: boolean;
};
export type Whole = Row & {
  readonly can: Readonly<Record<string, Permission>>;
  readonly clocks: readonly Clock[];
  readonly refs: Refs;
  readonly pending: readonly PendingAct[];
};
export type ListPage = {
  readonly items: readonly Row[];
  readonly refs: Refs;
  readonly nextCursor: string | null;
};

type Label = Readonly<Record<Language, string>>;
export type MetaField = FieldMeta & {
  readonly key: string;
  /** Of a custom field, whose words are data. */
  readonly label?: Label;
  readonly help?: Readonly<Record<Language, string | null>>;
  readonly optionLabels?: Readonly<Record<string, Label>>;
};
export type MetaInput = FieldMeta & { readonly key: string; readonly required: boolean };
export type MetaState = { readonly key: string; readonly phase: Phase };
export type MetaAction = {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string | null;
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly input: readonly MetaInput[];
  readonly comment?: 'public' | 'internal' | 'asked' | null;
  readonly secondPerson: boolean;
  /** May be taken back at once by whoever did it. */
  readonly reversible?: boolean;
  /** Of a choice field, the options that this action takes. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
};
export type MetaType = {
  readonly type: string;
  readonly plural: string;
  readonly prefix: string;
  readonly practice: string;
  /** Does any of one's roles reach records of this type? */
  readonly visible?: boolean;
  readonly fields: readonly MetaField[];
  readonly list: readonly string[];
  readonly states: readonly MetaState[];
  readonly initial: string;
  readonly create: {
    readonly fields: readonly string[];
    readonly required: readonly string[];
    readonly input: readonly MetaInput[];
    readonly allowed: boolean;
  };
  readonly actions: readonly MetaAction[];
  readonly clocks: readonly string[];
  readonly measures: readonly string[];
  /** What is proposed for its records, and the fields that proposals are made from; absent where nothing is. */
  readonly proposals?: {
    readonly targets: readonly { readonly name: string; readonly fields: readonly string[] }[];
    readonly told: readonly string[];
  };
};
export type Meta = {
  readonly types: readonly MetaType[];
  readonly roles: readonly string[];
  readonly zones?: readonly string[];
};

export type Me = {
  readonly person: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly email: string;
    readonly language: string | null;
    readonly zone: string | null;
  };
  readonly roles: readonly { readonly role: string; readonly unitIds?: readonly string[] }[];
  readonly teams: readonly { readonly id: string; readonly title: string }[];
  readonly twoFactor: boolean;
  readonly administrator: boolean;
  readonly profile: string;
  /** Whom it serves: customers outside, or the organisation that it is a part of. */
  readonly providerKind: 'provider' | 'internal_it';
};

export type TrailEvent = {
  readonly seq: number | string;
  readonly at: string;
  readonly recordedAt: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly channel: string;
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
};
export type Comment = {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly body: string;
  readonly public: boolean;
  readonly at: string;
  readonly carriedFrom: string | null;
};
export type FileEntry = {
  readonly id: string;
  readonly name: string;
  readonly public: boolean;
  readonly carriedFrom: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | string | null;
};
export type LinkEntry = {
  readonly kind: string;
  readonly direction: 'out' | 'in';
  readonly record: Ref & { readonly id: string };
};
export type Found = {
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly updatedAt: string;
  readonly plural: string;
};
export type Similar = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly score: number;
  readonly resolution?: string | null;
  readonly sameService?: boolean;
  readonly sameCategory?: boolean;
  readonly sameCi?: boolean;
  /** Words that both have, the rarest first. */
  readonly words?: readonly string[];
};

export type Segment = {
  readonly from: string | number;
  readonly to: string | number;
  readonly mode: 'run' | 'pause' | 'stop';
  readonly state: string | null;
  readonly workedMs: number;
  readonly cumulativeMs: number;
  readonly targetMs?: number | null;
  readonly why?: string | null;
  readonly projected?: boolean;
  readonly days?: readonly { readonly date: string; readonly workedMs: number; readonly note?: string }[];
};
type Numbered = { readonly id: string; readonly number: string; readonly title: string };
export type Explanation = {
  readonly clock: Clock;
  readonly agreement: (Numbered & { readonly version: number }) | null;
  readonly calendar: (Numbered & { readonly zone: string }) | null;
  readonly segments: readonly Segment[];
  readonly words: readonly string[];
};
