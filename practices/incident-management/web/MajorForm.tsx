import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';

/** The criteria are measured by the software; who proposes says why. */
const hidden = ['criteria'];

export default function MajorForm() {
  return <RecordForm type="major-incident" hidden={hidden} />;
}
