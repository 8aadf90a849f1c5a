/** What a certificate is on a day, told honestly: a state that nobody has changed yet does not outlive the last day. */
export type Standing =
  | 'valid'
  | 'suspended'
  | 'expired'
  | 'withdrawn'
  | 'cancelled'
  | 'transferred'
  | 'replaced';

export function standingOf(state: string, expiresOn: string | null, today: string): Standing | undefined {
  switch (state) {
    case 'valid':
    case 'suspended':
      return expiresOn !== null && expiresOn < today ? 'expired' : state;
    case 'expired':
    case 'withdrawn':
    case 'cancelled':
    case 'transferred':
    case 'replaced':
      return state;
    default:
      return undefined;
  }
}
