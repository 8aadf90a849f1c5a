import { formOf } from './forms.tsx';

export default formOf('competence-assessment', 'assessment');
