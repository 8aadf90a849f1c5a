// The process that `press.ts` starts: compilers and fonts live and die here.
import { Problem } from '../http/problem.ts';
import { fromWord } from './from-word.ts';
import { bookPdf, pdfOf } from './pdf.ts';
import type { Prints, Reply, Task } from './task.ts';
import { wordOf } from './word.ts';

async function print({ paper, formats }: Extract<Task, { kind: 'print' }>): Promise<Prints> {
  // Word's table of contents is filled with the pages that the PDF has.
  const { pdf, pages, pageCount } = await pdfOf(paper);
  return {
    ...(formats.includes('pdf') ? { pdf } : {}),
    ...(formats.includes('docx') ? { docx: await wordOf(paper, pages, pageCount) } : {}),
    pageCount,
  };
}

async function bind({ book }: Extract<Task, { kind: 'book' }>): Promise<Prints> {
  const { pdf, pageCount } = await bookPdf(book);
  return { pdf, pageCount };
}

async function answer(id: number, task: Task): Promise<Reply> {
  try {
    if (task.kind === 'read') return { id, read: await fromWord(Buffer.from(task.file)) };
    return { id, prints: await (task.kind === 'print' ? print(task) : bind(task)) };
  } catch (error) {
    if (error instanceof Problem)
      return { id, refused: { status: error.status, code: error.code, params: error.params } };
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', ({ id, task }: { id: number; task: Task }) => {
  void answer(id, task).then((reply) => process.send?.(reply));
});
