import type { TargetFinder } from '../../kernel/practice/reference.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';

type Promised = BaseRecord & {
  readonly modelId: string | null;
  readonly formVersion?: number | null;
  readonly targetMinutes: number | null;
  readonly targetFrom?: 'submitted' | 'approved' | null;
  readonly calendarId: string | null;
};

const ours: Readonly<Record<string, string>> = {
  fulfilment: 'service-request',
  delivery: 'service-request',
  task: 'fulfilment-task',
};

/**
 * The model promises the fulfilment, as it stood when the request was made (rule 7): the request and its tasks carry
 * target and calendar themselves, so that a model that is changed later leaves them as they were. Of the request's two
 * clocks one has the target: `fulfilment` begins when it was received (0.5), `delivery` when it was approved.
 */
export const findTarget: TargetFinder = (_reference, record, clock) => {
  if (ours[clock] !== record.type) return null;
  const { modelId, formVersion, targetMinutes, targetFrom, calendarId } = record as Promised;
  if (clock !== 'task' && clock !== (targetFrom === 'approved' ? 'delivery' : 'fulfilment')) return null;
  if (modelId === null || targetMinutes === null || calendarId === null) return null;
  return {
    agreementId: modelId,
    agreementVersion: formVersion ?? 1,
    calendarId,
    targetMs: targetMinutes * 60_000,
  };
};
