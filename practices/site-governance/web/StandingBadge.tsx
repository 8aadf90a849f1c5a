import { Badge } from '@mantine/core';
import {
  IconAlertTriangle, IconCheck, IconClockExclamation, IconHourglass, IconMinus, IconQuestionMark, IconShieldOff, type Icon,
} from '@tabler/icons-react'; // prettier-ignore
import type { Standing } from '../standing.names.ts';
import { useSiteWords } from './site.web.ts';

/** Told by word, colour and sign: not everybody sees the colour. */
export const looks: Readonly<Record<Standing, { readonly color: string; readonly Sign: Icon }>> = {
  deviates: { color: 'red', Sign: IconAlertTriangle },
  overdue: { color: 'orange', Sign: IconClockExclamation },
  unknown: { color: 'grape', Sign: IconQuestionMark },
  exempt: { color: 'blue', Sign: IconShieldOff },
  pending: { color: 'gray', Sign: IconHourglass },
  kept: { color: 'teal', Sign: IconCheck },
  declined: { color: 'gray', Sign: IconMinus },
};

export function StandingBadge({ standing, size = 'md' }: { standing: Standing | 'ended'; size?: string }) {
  const t = useSiteWords();
  const { color, Sign } = standing === 'ended' ? looks.declined : looks[standing];
  return (
    <Badge size={size} color={color} variant="light" leftSection={<Sign size={12} aria-hidden />}>
      {t(`site_governance.standing.${standing}`)}
    </Badge>
  );
}
