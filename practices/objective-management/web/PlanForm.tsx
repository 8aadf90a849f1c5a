import { useContext } from 'react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { today } from '../../../platform/ui/zoned.ts';
import { useGuidance, useObjectiveWords } from './objective.web.ts';

/** They begin with the texts of the version in force, and are written on the plan's own page. */
const hidden = ['limitations', 'humans', 'technical', 'information', 'financial', 'parties', 'technology', 'measuring', 'auditing', 'reporting', 'improving']; // prettier-ignore
const order = ['title', 'validFrom', 'validTo', 'ownerId'];

const Aside = () => <GuidancePanel {...useGuidance('plan')} />;
const aside = () => <Aside />;

export default function PlanForm() {
  const t = useObjectiveWords();
  const day = today(useContext(ZoneContext));
  const year = Number(day.slice(0, 4));
  const initial = {
    title: t('objective_page.plan_title', { year }),
    validFrom: day,
    validTo: `${year + 1}${day.slice(4)}`,
  };
  return (
    <RecordForm
      type="service-management-plan"
      hint={t('objective_page.plan_begins')}
      order={order}
      hidden={hidden}
      initial={initial}
      aside={aside}
    />
  );
}
