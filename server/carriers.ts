/** The carriers that CARRIERS may name, for rates, labels and tracking; each is loaded only when it is named. */
import type { Config } from '#kit/config.ts'
import { fill, type Filling } from '#kit/port.ts'

export const carriers: Record<string, (config: Config) => Promise<Filling[]>> = {
  sandbox: async (config) => {
    const { NAME, openSandboxCarrierProvider } = await import('./adapters/sandbox/carrier/adapter.ts')
    const { carrierPort } = await import('./modules/delivery/index.ts')
    const { carrier, standardNews } = await import('./modules/fulfilment/index.ts')
    return [
      fill(carrierPort, NAME, openSandboxCarrierProvider(config)),
      fill(carrier, NAME, { name: NAME, read: standardNews }),
    ]
  },
}
