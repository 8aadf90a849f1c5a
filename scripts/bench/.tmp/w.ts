import { firstLoad } from './w2.ts'; for (const l of firstLoad() as any) console.log(l.join(' '));
