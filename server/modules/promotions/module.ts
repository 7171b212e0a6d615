import { defineModule } from '#kit/module.ts'
import { archive } from './archive.ts'
import { archive as archiveCode } from './codes/archive.ts'
import { create as createCode } from './codes/create.ts'
import { generate as generateCodes } from './codes/generate.ts'
import { list as listCodes } from './codes/list.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { invariants } from './invariants.ts'
import { list } from './list.ts'
import { personalData } from './personal-data.ts'
import { preview } from './preview.ts'
import { update } from './update.ts'

export default defineModule({
  name: 'promotions',
  operations: [
    list,
    get,
    create,
    update,
    archive,
    preview,
    listCodes,
    createCode,
    generateCodes,
    archiveCode,
  ],
  permissions: {
    'promotions.read': 'See promotions and their codes',
    'promotions.write': 'Change promotions',
  },
  invariants,
  personalData,
})
