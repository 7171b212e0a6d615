import type { AllocationStrategy } from './strategy.ts'

export const byPriority: AllocationStrategy = {
  key: 'priority',
  name: 'By priority',
  description: 'Places are asked in the order of their position.',
  order: ({ places }) => places.map((place) => place.id),
}
