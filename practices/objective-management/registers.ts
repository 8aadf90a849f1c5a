/** What the service management plan takes from elsewhere. */
export const registers = ['services', 'obligations', 'roles', 'objectives', 'risks'] as const;
export type Register = (typeof registers)[number];
