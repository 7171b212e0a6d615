/** Which browser the journeys use: Debian's Chromium, else the one Playwright was told to fetch, else none. */
import { existsSync } from 'node:fs'
import { chromium as playwrights } from '@playwright/test'

export const chromium: string | null =
  [process.env['CHROME_PATH'], '/usr/bin/chromium', playwrights.executablePath()].find(
    (path) => path && existsSync(path),
  ) ?? null

export const missing =
  'There is no browser: "apt-get install chromium" or "npx playwright install chromium" brings one.'

export const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
