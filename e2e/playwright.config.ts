/** How the journeys run: two files at a time, each in a browser and on a store of its own. */
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromium, flags } from './chromium.ts'

/** A shopper's browser: as "HeadlessChrome" it would be taken for a robot and served differently. */
const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: join(import.meta.dirname, '../test-results'),
  workers: 2,
  globalSetup: join(import.meta.dirname, 'stocked.ts'),
  fullyParallel: false,
  forbidOnly: !!process.env['CI'],
  retries: 1, // as of every test file in the gate; what passes only then is told as flaky
  timeout: 60_000, // ms; the longest journey takes ten seconds on a quiet machine
  expect: { timeout: 10_000 },
  use: {
    userAgent: USER_AGENT,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block', // journeys look at what the shop answers; `installed` lets it run
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: { ...(chromium && { executablePath: chromium }), args: flags },
  },
})
