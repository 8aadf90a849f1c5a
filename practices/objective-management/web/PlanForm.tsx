import { useContext } from 'react';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { useGuidance, useObjectiveWords, useTrace } from './objective.web.ts';

/** A later version begins with the texts of the one in force; the first is written here, from one end to the other. */
const texts = ['limitations', 'humans', 'technical', 'information', 'financial', 'parties', 'technology', 'measuring', 'auditing', 'reporting', 'improving']; // prettier-ignore
const order = ['title', 'validFrom', 'validTo', 'ownerId', ...texts];
const none: readonly string[] = [];

const Aside = () => <GuidancePanel {...useGuidance('plan')} />;
const aside = () => <Aside />;

export default function PlanForm() {
  const t = useObjectiveWords();
  const day = today(useContext(ZoneContext));
  const year = Number(day.slice(0, 4));
  const trace = useTrace();
  if (trace.isPending) return <Loading minHeight={320} />;
  const isFirst = trace.data?.plan == null;
  const initial = {
    title: t('objective_page.plan_title', { year }),
    validFrom: day,
    validTo: `${year + 1}${day.slice(4)}`,
  };
  return (
    <RecordForm
      type="service-management-plan"
      hint={t(isFirst ? 'objective_page.plan_first' : 'objective_page.plan_begins')}
      order={order}
      hidden={isFirst ? none : texts}
      initial={initial}
      aside={aside}
    />
  );
}
