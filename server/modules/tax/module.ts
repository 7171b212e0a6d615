import { defineModule } from '#kit/module.ts'
import { list as listCategories } from './categories/list.ts'
import { archive as archiveCertificate } from './certificates/archive.ts'
import { create as createCertificate } from './certificates/create.ts'
import { list as certificates } from './certificates/list.ts'
import { update as updateCertificate } from './certificates/update.ts'
import { list as idChecks } from './ids/list.ts'
import { askForIds, checkIds, idChecksWanted, idsChecked } from './id-checks.ts'
import { invariants } from './invariants.ts'
import { list } from './rates/list.ts'
import { ask, askForQuotes, purge, quotesWanted } from './quotes.ts'
import { seedUnion } from './rates/seed-union.ts'
import { set } from './rates/set.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'
import { why } from './why.ts'

export default defineModule({
  name: 'tax',
  operations: [
    listCategories,
    list,
    set,
    seedUnion,
    getSettings,
    updateSettings,
    why,
    certificates,
    createCertificate,
    updateCertificate,
    archiveCertificate,
    idChecks,
  ],
  events: [quotesWanted, idChecksWanted, idsChecked],
  reactions: [askForQuotes, askForIds],
  jobs: [ask, purge, checkIds],
  permissions: {
    'tax.read': 'See tax rates and how they are charged',
    'tax.write': 'Change tax rates and how they are charged',
  },
  invariants,
  personalData: [
    { column: 'tax.id_check.tax_id', why: 'Evidence why no tax was charged', keep: 'law' },
    { column: 'tax.id_check.trader_name', why: 'Evidence why no tax was charged', keep: 'law' },
    { column: 'tax.id_check.trader_address', why: 'Evidence why no tax was charged', keep: 'law' },
  ],
})
