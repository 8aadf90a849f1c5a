import { formOf } from './forms.tsx';

export default formOf('training-session', 'training');
