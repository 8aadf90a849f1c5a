/**
 * How long is waited for what follows from an act. It takes milliseconds; on a machine that does other things besides, and
 * beside a test that keeps a transaction open, it may take seconds.
 */
export const soon = { timeout: 20_000, interval: 20 };
