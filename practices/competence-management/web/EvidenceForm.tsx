import { formOf } from './forms.tsx';

/** What a test or a session gave is noted by the software. */
export default formOf('competence-record', 'assessment', ['sourceId']);
