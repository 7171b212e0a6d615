/** What a module, or a stranger's plugin, tells the app. Core modules have no other way in. */
import type { Edge } from './edge.ts'
import type { EventType, Reaction } from './event.ts'
import type { Job } from './jobs.ts'
import type { Measure } from './measure.ts'
import type { Operation } from './operation.ts'
import type { Filling } from './port.ts'
import type { Resource } from './resource.ts'

export interface Invariant {
  /** As in the reliability design: `I6`, or `I12.onHand` where one promise needs several queries. */
  id: string
  /** What holds, in a sentence. */
  says: string
  /** Must return no row. */
  sql: string
}

export interface PersonalData {
  /** `customers.address.name`: schema, table, column. */
  column: string
  why: string
  /** `erase` on request, or `law` when books must keep it. */
  keep: 'erase' | 'law'
}

export interface Module {
  name: string
  operations: Operation[]
  events: EventType[]
  reactions: Reaction[]
  jobs: Job[]
  /** What goes in and out as rows of files. */
  resources: Resource[]
  edges: Edge[]
  fills: Filling[]
  permissions: Record<string, string>
  invariants: Invariant[]
  measures: Measure[]
  personalData: PersonalData[]
  /** Tables with a column `custom`, whose rows may have fields of the store's own. */
  custom: string[]
}

export function defineModule(definition: { name: string } & Partial<Module>): Module {
  return {
    operations: [],
    events: [],
    reactions: [],
    jobs: [],
    resources: [],
    edges: [],
    fills: [],
    permissions: {},
    invariants: [],
    measures: [],
    personalData: [],
    custom: [],
    ...definition,
  }
}
