import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { call, signIn } from './desk.ts';

/** Rules of WCAG 2.2 A and AA and of good practice; what is only moderate is looked at by people. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)); // prettier-ignore
}

for (const scheme of ['light', 'dark'] as const) {
  test(`pages of workspace and portal have no serious finding of axe, ${scheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const found: Record<string, string[]> = {};
    const look = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole('main').first()).toBeVisible();
      await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
      // The stream of live changes stays open: some pages never become idle.
      await page.waitForLoadState('networkidle', { timeout: 700 }).catch(() => undefined);
      const faults = await findings(page);
      if (faults.length > 0) found[path] = faults;
    };
    await look('/sign-in');
    await look('/portal/sign-in');
    await signIn(page, 'en');
    const api = page.request;
    const service = await call(api, 'POST', '/services', { title: `Ledger ${scheme}` });
    const { person } = (await call(api, 'GET', '/me')) as unknown as { person: { id: string } };
    const incident = await call(api, 'POST', '/incidents', { title: 'Printer on fire', channel: 'phone', symptom: 'Smoke', serviceId: service.id, requesterId: person.id }); // prettier-ignore
    const own = await call(api, 'POST', '/incidents', { title: 'My screen flickers', channel: 'portal', symptom: 'x', requesterId: person.id }); // prettier-ignore
    const problem = await call(api, 'POST', '/problems', {
      title: 'Printers burn',
      origin: 'monitoring',
      serviceId: service.id,
    });
    const { items: classes } = await call(api, 'GET', '/ci-classes?limit=1');
    const ci = await call(api, 'POST', '/configuration-items', { title: `srv-${scheme}`, classId: classes[0]?.id }); // prettier-ignore
    for (const path of [
      '/today',
      '/incidents?filter[open]=true&sort=urgency',
      `/incidents/${incident.number}`,
      '/incidents/new',
      '/changes/new',
      `/problems/${problem.number}`,
      `/configuration-items/${ci.number}`,
      '/dashboard',
      '/approvals',
      '/categories',
      '/request-models',
      '/major-incidents/settings',
      '/portal',
      '/portal/report',
      '/portal/request',
      `/portal/records/${own.number}`,
      '/portal/status',
      '/portal/knowledge',
    ])
      await look(path);
    expect(found).toEqual({});
  });
}
