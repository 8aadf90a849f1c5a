/** Which end of a relation needs the other, so that it stops with it; null: neither. */
type Needy = 'from' | 'to' | null;
type Kind = {
  readonly needy: Needy;
  /** Two systems may call each other; a thing is never part of itself, not even over others. */
  readonly loops: boolean;
};

/**
 * How two items hang together, read from the first: this one runs on that one. The table's generated columns repeat
 * `needy` (0019_configuration.sql), and a test holds the two equal.
 */
export const relationKinds = {
  runs_on: { needy: 'from', loops: false },
  depends_on: { needy: 'from', loops: true },
  part_of: { needy: 'to', loops: false },
  connects_to: { needy: null, loops: true },
  provides: { needy: 'to', loops: true },
  used_by: { needy: 'to', loops: true },
  backed_up_by: { needy: null, loops: true },
  owned_by: { needy: null, loops: false },
  contracted_by: { needy: null, loops: false },
  located_in: { needy: 'from', loops: false },
} as const satisfies Readonly<Record<string, Kind>>;

export type RelationKind = keyof typeof relationKinds;
export const relationKindNames = Object.keys(relationKinds) as [RelationKind, ...RelationKind[]];
export const isRelationKind = (text: string): text is RelationKind => Object.hasOwn(relationKinds, text);
/** Those that impact follows. */
export const impactKinds = relationKindNames.filter((kind) => relationKinds[kind].needy !== null);
