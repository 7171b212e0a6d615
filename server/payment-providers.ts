/** The payment providers that PAYMENTS_PROVIDERS may name; each is loaded only when it is named. */
import type { Config } from '#kit/config.ts'
import type { PaymentProvider } from './modules/payments/index.ts'

export const paymentProviders: Record<string, (config: Config) => Promise<PaymentProvider>> = {
  sandbox: async (config) => (await import('./adapters/sandbox/adapter.ts')).openSandboxProvider(config),
}
