/** Time is passed in. Rules read `ctx.now()`; only this file and timers read the machine's clock. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

export const seconds = (n: number) => n * 1000
export const minutes = (n: number) => n * 60_000
export const hours = (n: number) => n * 3_600_000
export const days = (n: number) => n * 86_400_000

export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms)
}
