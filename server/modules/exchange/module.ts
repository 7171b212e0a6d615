import { defineModule } from '#kit/module.ts'
import { create as createExport } from './exports/create.ts'
import { create as createImport } from './imports/create.ts'
import { purge } from './purge.ts'
import { list as listResources } from './resources/list.ts'
import { operations } from './resources/operations.ts'
import { cancel } from './runs/cancel.ts'
import { faults } from './runs/faults.ts'
import { get } from './runs/get.ts'
import { list } from './runs/list.ts'
import { results } from './runs/results.ts'
import { work } from './work.ts'

export default defineModule({
  name: 'exchange',
  operations: [listResources, createImport, createExport, list, get, faults, results, cancel],
  jobs: [work, purge],
  resources: [operations],
  permissions: {
    'exchange.read': 'See imports and exports and how they went',
    'exchange.write': 'Import and export what one may change and see',
  },
})
