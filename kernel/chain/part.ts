/** What a practice knows of how its records follow from one another, besides the links that people make. */
export type ChainPart = {
  /** Its record types that a chain goes through. Others that it meets are its ends: a service has a thousand incidents. */
  readonly through: readonly string[];
  /** Selects `from_id`, `to_id`, `kind` of what belongs to any of the records `$1::uuid[]`; the effect stands first. */
  readonly edges?: readonly string[];
};
