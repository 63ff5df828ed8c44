import { expect, test } from 'vitest';
import { createTestApp, siteSettings } from '../support/app.ts';

test('cameras read codes where an administrator says so, also after a program that knew of none', async () => {
  const app = createTestApp();
  await app.setUp();
  await app.signIn();
  const told = () => app.call('kiosk', 'site.welcome', {});
  expect(await told()).toMatchObject({ cameraReadsCodes: false });
  await app.call('console', 'site.change', { ...siteSettings, cameraReadsCodes: true });
  expect(await told()).toMatchObject({ cameraReadsCodes: true });
  app.database.exec("UPDATE site SET settings = json_remove(settings, '$.cameraReadsCodes')");
  expect(await told()).toMatchObject({ cameraReadsCodes: false });
  expect(await app.call('console', 'site.settings', {})).toMatchObject({
    settings: { cameraReadsCodes: false },
  });
});
