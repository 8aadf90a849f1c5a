import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useContextWords, useGuidance } from './context.web.ts';

/** All else begins with what is there: the version in force, or the directory, the catalogue and the registers. */
const hidden = ['unitIds', 'siteIds', 'customerIds', 'everyCustomer', 'serviceIds', 'leftOut', 'technologies', 'operatedByOthers', 'ownProcesses', 'issueIds', 'partyIds', 'basis', 'organisationName', 'registration']; // prettier-ignore

const Aside = () => <GuidancePanel {...useGuidance('scope')} />;
const aside = () => <Aside />;

export default function ScopeForm() {
  const t = useContextWords();
  return (
    <RecordForm
      type="scope-statement"
      hint={t('context_page.scope_begins')}
      hidden={hidden}
      initial={{ title: t('context_page.scope_title') }}
      aside={aside}
    />
  );
}
