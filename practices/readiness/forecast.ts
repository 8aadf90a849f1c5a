import type { Requirement } from '../../standard/catalogue.ts';
import type { Status } from '../../kernel/evidence/evidence.ts';
import type { GapStatus } from './assessment.fields.ts';

/** What an auditor would find today: a nonconformity as it would be graded, something nobody can answer, or nothing. */
export const forecasts = ['major', 'minor', 'open', 'none'] as const;
export type Forecast = (typeof forecasts)[number];

type Known = {
  readonly requirement: Pick<Requirement, 'severity' | 'normative'>;
  /** The live answer; null where no practice answers it. */
  readonly status: Status | null;
  readonly noneConfirmed: boolean;
  /** What people found when they compared. */
  readonly gap: GapStatus;
  /** Somebody judged what is there not adequate, and the judgement still holds. */
  readonly inadequate: boolean;
};

/**
 * An estimate from three things: the live answer, what people say, and how the absence of the requirement is usually
 * graded. A whole required element that is absent is major; a lapse in one that works is minor. Where the records and
 * the people disagree, the worse of both counts. What nobody can say stays an open question, and is never good.
 */
export function forecastOf({ requirement, status, noneConfirmed, gap, inadequate }: Known): Forecast {
  if (!requirement.normative) return 'none';
  const said = worse(byPeople(requirement.severity, gap, status), inadequate ? 'minor' : 'none');
  return worse(byRecords(requirement.severity, status, noneConfirmed, gap), said);
}

function byRecords(
  severity: Requirement['severity'],
  status: Status | null,
  noneConfirmed: boolean,
  gap: GapStatus,
): Forecast {
  switch (status) {
    case 'missing':
      return severity;
    case 'partly':
      return 'minor';
    case 'met':
      return 'none';
    case 'none':
      return noneConfirmed ? 'none' : 'open';
    case 'failed':
      return 'open';
    case null:
      return gap === 'not_assessed' ? 'open' : 'none';
  }
}

function byPeople(severity: Requirement['severity'], gap: GapStatus, status: Status | null): Forecast {
  switch (gap) {
    // Something is recorded, so the element is not wholly absent.
    case 'missing':
      return status === 'met' || status === 'partly' ? 'minor' : severity;
    case 'partly':
      return 'minor';
    case 'fulfilled':
    case 'not_assessed':
      return 'none';
  }
}

const worse = (a: Forecast, b: Forecast): Forecast =>
  forecasts[Math.min(forecasts.indexOf(a), forecasts.indexOf(b))] ?? 'open';

/** Several minor ones on the same clause may be judged a systemic failure, and then are a major one (17021-1). */
export const systemicFrom = 3;
