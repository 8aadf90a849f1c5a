/** What somebody must still fill in, in a text of either language, as the library's drafts mark it. */
export const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\[To fill in: (.+?)\]|【待填写：(.+?)】/g)].map(([, en, zh]) => (en ?? zh ?? '').trim());
