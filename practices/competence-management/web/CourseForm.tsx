import { formOf } from './forms.tsx';

export default formOf('training-course', 'training');
