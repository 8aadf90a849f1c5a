/** Is this JSON text nested deeper than that? Asked before it is parsed; brackets inside strings do not count. */
export function nestedDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '[' || c === '{') {
      depth += 1;
      if (depth > most) return true;
    } else if (c === ']' || c === '}') depth -= 1;
  }
  return false;
}
