const kept = 'servanda.large';

export const isLarge = () => localStorage.getItem(kept) === 'true';

/** Everything is a quarter larger; remembered here, for it is about these eyes and this screen. */
export function setLarge(large: boolean): void {
  localStorage.setItem(kept, String(large));
  document.documentElement.toggleAttribute('data-large', large);
}
