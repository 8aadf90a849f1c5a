/**
 * What every record has (processes.md 0.1.1), kept in the shared `record` table, so that one access filter, one
 * search, one queue and one set of links serve every type. A type's own fields live in its own table.
 */
export type BaseRecord = {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly priority: number | null;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly requesterId: string | null;
  readonly customerId: string | null;
  readonly orgUnitId: string | null;
  /** The earliest due instant of its running clocks. */
  readonly nextDue: string | null;
  readonly occurredAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly createdBy: string | null;
  /** Where an imported record came from, and its number there: makes an import repeatable. */
  readonly source: string | null;
  readonly sourceRef: string | null;
  /** Values of the organisation's own fields by key; those that are empty have no key. */
  readonly custom: Readonly<Record<string, unknown>> | null;
};
