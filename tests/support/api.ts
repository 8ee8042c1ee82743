import { whenDone } from './closing.ts';
import { testDatabase, type Template, type TestDatabase } from './database.ts';
import { openService, type Service } from './service.ts';

export { VIEWERS, type Answer, type Who } from './service.ts';
export type Api = Service<TestDatabase>;

/** The whole service over a database of the test file's own. */
export async function testApi(template: Template, settings: Record<string, string> = {}): Promise<Api> {
  const api = await openService(await testDatabase(template), settings);
  whenDone(() => api.close());
  return api;
}
