/** How a sample is drawn is one thing for auditors and for the management's spot checks. */
export * from '../../kernel/sampling/draw.ts';
