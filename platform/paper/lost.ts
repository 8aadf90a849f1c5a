/** What a file has and Markdown has not: how often each was left out. The keys are those of `paper.lost.*`. */
export const losses = ['images', 'merged', 'footnotes', 'comments', 'styles', 'objects', 'lines'] as const;
export type Loss = (typeof losses)[number];
export type Lost = Partial<Record<Loss, number>>;

/** A text that was read, with what could not be kept. */
export type Read = { readonly title: string | undefined; readonly body: string; readonly lost: Lost };
