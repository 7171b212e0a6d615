import type { Samples } from './sample.ts'
import { shopSamples } from './shop.ts'
import { staffPeopleSamples } from './staff-people.ts'
import { staffSamples } from './staff.ts'

export const samples: Samples = { ...shopSamples, ...staffPeopleSamples, ...staffSamples }
export type { Sample, Samples } from './sample.ts'
