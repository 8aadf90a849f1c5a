/** One thing that happened to a record in another system. */
export type HistoryStep = {
  /** Tells it from the other events of its record, in this import and the next one. */
  readonly event: string;
  readonly at: number;
  readonly actorId: string | null;
  readonly state: string;
  /** Every field as it stood afterwards; what did not change makes no difference. */
  readonly set: Readonly<Record<string, unknown>>;
  /** What the trail keeps as its source: file, row, the state's own wording there. */
  readonly source: Readonly<Record<string, unknown>>;
};

export type History = {
  /** Its number in the other system. */
  readonly sourceRef: string;
  readonly createdBy: string | null;
  readonly steps: readonly HistoryStep[];
};
