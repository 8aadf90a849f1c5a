import { queueOf } from './queues.tsx';

export default queueOf('awareness-campaign', 'campaign');
