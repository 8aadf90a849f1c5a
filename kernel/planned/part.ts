/** A day by which a practice owes something: a review, an audit, a test, the end of a contract. */
export type PlannedPart = {
  readonly type: string;
  /** The field of the type's own that holds the day, a date or an instant; its name says what is due. */
  readonly field: string;
  /** The clause that asks for it: where it stands in Plan–Do–Check–Act. */
  readonly clause: string;
  /** The states in which it is still owed. */
  readonly owed: readonly string[];
  /** The states in which it has been done; the day then says when it was to be. */
  readonly done?: readonly string[];
};
