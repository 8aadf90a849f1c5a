import { RecordPage, type SectionProps } from '../record/RecordPage.tsx';
import { Deliveries } from './Deliveries.tsx';
import { overrides } from './overrides.tsx';
import { Secret } from './Secret.tsx';

const first = ['url', 'form', 'language', 'recordTypes', 'actions', 'description'];

const sections = {
  below: (props: SectionProps) => <Deliveries {...props} />,
  side: (props: SectionProps) => <Secret {...props} />,
};

/** An address outside: what it is told, what it answered, and the secret by which it knows us. */
export default function WebhookPage() {
  return (
    <RecordPage
      type="webhook"
      overrides={overrides}
      first={first}
      hidden={['secretNumber']}
      primary={['activate', 'pause']}
      sections={sections}
      register
    />
  );
}
