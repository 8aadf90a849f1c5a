/** What a column may become, besides `attributes.<key>`. */
export const itemTargets = ['ref', 'title', 'classId', 'serialNumber', 'location', 'description', 'criticality'] as const; // prettier-ignore
export const relationTargets = ['from', 'kind', 'to'] as const;
/** Said, and yet not read. */
export const ignored = '-';

/** How an item of the source is known again. */
export const identityKeys = ['ref', 'serial', 'name'] as const;
