import { queueOf } from './queues.tsx';

export default queueOf('competence-profile', 'profile');
