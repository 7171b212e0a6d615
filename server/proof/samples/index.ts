import type { Samples } from './sample.ts'
import { shopSamples } from './shop.ts'
import { staffSamples } from './staff.ts'

export const samples: Samples = { ...shopSamples, ...staffSamples }
export type { Sample, Samples } from './sample.ts'
