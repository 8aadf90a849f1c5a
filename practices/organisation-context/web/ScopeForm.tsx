import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { Loading } from '../../../platform/ui/States.tsx';
import { useContextWords, useGuidance, useOverview } from './context.web.ts';

/** All else begins with what is there: the version in force, or the directory, the catalogue and the registers. */
const found = [
  'unitIds',
  'siteIds',
  'customerIds',
  'serviceIds',
  'leftOut',
  'issueIds',
  'partyIds',
  'organisationName',
];
/** What no register knows is asked for the first version; later ones begin with the one in force. */
const told = ['ownProcesses', 'everyCustomer', 'registration', 'operatedByOthers', 'technologies', 'basis'];
const hidden = [...found, ...told];
const order = ['title', ...told];

const Aside = () => <GuidancePanel {...useGuidance('scope')} />;
const aside = () => <Aside />;

export default function ScopeForm() {
  const t = useContextWords();
  const overview = useOverview();
  if (overview.isPending) return <Loading minHeight={320} />;
  return (
    <RecordForm
      type="scope-statement"
      hint={t('context_page.scope_begins')}
      order={order}
      hidden={overview.data?.scope == null ? found : hidden}
      initial={{ title: t('context_page.scope_title') }}
      aside={aside}
    />
  );
}
