import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Paper } from './paper.ts';
import { print } from './press.ts';
import type { Format } from './task.ts';

/** What is asked of a paper: PDF unless Word is wanted, in the reader's language unless another is. */
export const paperQuery = z.strictObject({
  format: z.enum(['pdf', 'docx']).default('pdf'),
  language: z.enum(['en', 'zh-CN']).optional(),
});

const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Prints a paper and answers with it; never from a cache, for the next reader may see another. */
export async function sendPaper(
  reply: FastifyReply,
  paper: Paper,
  format: Format,
  disposition: string,
): Promise<FastifyReply> {
  const prints = await print(paper, [format]);
  return reply
    .header('content-type', mediaTypes[format])
    .header('content-disposition', disposition)
    .header('cache-control', 'no-store')
    .send(prints[format]);
}
