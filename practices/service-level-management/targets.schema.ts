import { z } from 'zod';

/** So long over a calendar: the agreement's own unless this target has another (P1 around the clock). */
const measured = z.strictObject({
  minutes: z.int().min(1).max(527_040),
  calendarId: z.uuid().optional(),
});
export type Measured = z.output<typeof measured>;

const ofPriority = z
  .strictObject({ respond: measured.optional(), update: measured.optional(), resolve: measured.optional() })
  .superRefine(({ respond, resolve }, context) => {
    if (
      respond &&
      resolve &&
      respond.calendarId === resolve.calendarId &&
      respond.minutes > resolve.minutes
    ) {
      context.addIssue({
        code: 'custom',
        path: ['respond', 'minutes'],
        message: 'The response is promised later than the resolution.',
        params: { key: 'agreement.respond_after_resolve' },
      });
    }
  });

/** Targets by priority. Warnings are given at 50, 75 and 90 % of each (processes.md 0.5), in every agreement. */
export const targetsSchema = z.strictObject({
  '1': ofPriority.optional(),
  '2': ofPriority.optional(),
  '3': ofPriority.optional(),
  '4': ofPriority.optional(),
});
export type Targets = z.output<typeof targetsSchema>;

export const priorities = ['1', '2', '3', '4'] as const;
export const promises = ['respond', 'update', 'resolve'] as const;
export type Promised = (typeof promises)[number];

export type Stated = {
  readonly priority: (typeof priorities)[number];
  readonly promise: Promised;
  readonly measured: Measured;
};

/** Every target stated, by priority, then respond, update, resolve. */
export const stated = (targets: Targets | null): Stated[] =>
  priorities.flatMap((priority) =>
    promises.flatMap((promise) => {
      const measured = targets?.[priority]?.[promise];
      return measured ? [{ priority, promise, measured }] : [];
    }),
  );

/** Calendars that single targets name. */
export const calendarsIn = (targets: Targets | null): string[] => [
  ...new Set(stated(targets).flatMap(({ measured }) => measured.calendarId ?? [])),
];
