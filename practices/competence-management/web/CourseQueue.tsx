import { queueOf } from './queues.tsx';

export default queueOf('training-course', 'training');
