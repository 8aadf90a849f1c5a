import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { processOverrides } from './roles-fields.tsx';
import { useGuidance } from './roles.web.ts';

const first = [
  'code',
  'clause',
  'ownerId',
  'purpose',
  'inputs',
  'outputs',
  'interfaceIds',
  'criteria',
  'raci',
];
const primary = ['confirm_silence'];
const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance('process')} />;

export default function ProcessPage() {
  return (
    <RecordPage
      type="sms-process"
      overrides={processOverrides}
      first={first}
      primary={primary}
      sections={sections}
      register
    />
  );
}
