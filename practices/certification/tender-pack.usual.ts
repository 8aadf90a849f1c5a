/** Key figures that buyers ask for, of those that the practices compute. */
export const usualFigures: readonly string[] = [
  'incident.response_attainment',
  'incident.resolution_attainment',
  'incident.mttr',
  'incident.first_contact_resolution',
  'service_request.on_time',
  'change.success_rate',
  'rating.satisfied',
  'contract_renewal.retention',
];
