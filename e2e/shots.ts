import type { Page } from '@playwright/test';

const folder = process.env['E2E_SHOTS'];
let taken = 0;

/** A picture of the whole page, light and dark by turns, for people to look at; only where E2E_SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  const colorScheme = (['light', 'dark'] as const)[taken++ % 2];
  await page.emulateMedia({ colorScheme: colorScheme ?? null });
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
