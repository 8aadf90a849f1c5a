/**
 * How bad it is in the words of whoever suffers it, as impact and urgency (0.4). Who reports speaks for one person or
 * for those around them; more than a team is for the service desk to judge.
 */
export const severities = {
  nuisance: { impact: 4, urgency: 3 },
  hard: { impact: 4, urgency: 2 },
  stopped: { impact: 4, urgency: 1 },
  others: { impact: 3, urgency: 1 },
} as const;
export type Severity = keyof typeof severities;
export const severityNames = Object.keys(severities) as Severity[];
