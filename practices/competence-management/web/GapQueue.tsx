import { queueOf } from './queues.tsx';

export default queueOf('competence-gap', 'gap');
