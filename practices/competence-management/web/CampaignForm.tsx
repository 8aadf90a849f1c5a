import { formOf } from './forms.tsx';

export default formOf('awareness-campaign', 'campaign');
