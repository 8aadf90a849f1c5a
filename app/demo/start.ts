import type pg from 'pg';
import { StartProblem } from '../../platform/config/problem.ts';
import { loadDemo } from './load.ts';
import { DemoRefused, type Progress } from './progress.ts';
import { isDemo, loadState } from './state.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** `npm start -- --demo`: loads it before anything else runs, and says how far it is. A demo that is there is left alone. */
export async function demoAtStart(pool: pg.Pool): Promise<void> {
  if (await isDemo(pool)) return;
  if ((await loadState(pool)) === 'broken_off')
    say(
      'A demo was being loaded when Servanda was ended; nothing of it was kept. It is loaded from the start.',
    );
  const language = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en';
  say('Loading the demo organisation: a year of an e-commerce firm …');
  try {
    const { acts, ms } = await loadDemo({ pool, language, onProgress: teller() });
    say(
      `The demo is loaded: ${acts} acts in ${Math.round(ms / 1000)} s. Its people are on the sign-in page.`,
    );
  } catch (error) {
    if (!(error instanceof DemoRefused)) throw error;
    throw new StartProblem(
      '--demo: this database already holds an organisation, and a demo is never loaded beside it; name another directory, for example --data ./demo.',
    );
  }
}

/** One line that is written over on a terminal, a line for every tenth elsewhere. */
function teller(): (progress: Progress) => void {
  let told = -1;
  return ({ part, acts, of }) => {
    const percent = Math.min(99, Math.floor((acts * 100) / of));
    const words = `  ${percent} %  ${part.replaceAll('_', ' ')}`;
    if (process.stdout.isTTY) return void process.stdout.write(`\r${words.padEnd(40)}\r`);
    const tenth = Math.floor(percent / 10);
    if (tenth === told) return;
    told = tenth;
    say(words);
  };
}
