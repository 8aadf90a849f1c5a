export const nodeWidth = 170;
export const nodeHeight = 44;
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
