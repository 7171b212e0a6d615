/** Whether what passes between shoppers and the store can be read on the way. */
import { transportFindings } from '../../tls.ts'
import { ok, warn, type Check } from './check.ts'

export const transport: Check = async ({ config }) => {
  const findings = transportFindings(config)
  if (findings.length === 0)
    return [
      ok('transport', config.mode === 'demo' ? 'This machine only.' : `Shoppers use ${config.publicUrl}.`),
    ]
  return findings.map(({ says, advice }) => warn('transport', says, advice))
}
