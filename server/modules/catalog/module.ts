import { defineModule } from '#kit/module.ts'
import { archive as archiveAttribute } from './attributes/archive.ts'
import { create as createAttribute } from './attributes/create.ts'
import { list as listAttributes } from './attributes/list.ts'
import { update as updateAttribute } from './attributes/update.ts'
import { get as getBundle } from './bundles/get.ts'
import { remove as removeBundle } from './bundles/remove.ts'
import { set as setBundle } from './bundles/set.ts'
import { archive as archiveCategory } from './categories/archive.ts'
import { create as createCategory } from './categories/create.ts'
import { list as listCategories } from './categories/list.ts'
import { move as moveCategory } from './categories/move.ts'
import { update as updateCategory } from './categories/update.ts'
import { archive as archiveCollection } from './collections/archive.ts'
import { create as createCollection } from './collections/create.ts'
import { list as listCollections } from './collections/list.ts'
import { fillCollections, reactions } from './collections/members.ts'
import { setProducts } from './collections/set-products.ts'
import { update as updateCollection } from './collections/update.ts'
import { attributesChanged, categoriesChanged, collectionsChanged, productsChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { CUSTOM } from './custom.ts'
import { set as setFilms } from './films/set.ts'
import { set as setMedia } from './media/set.ts'
import { addValue } from './options/add-value.ts'
import { create as createOption } from './options/create.ts'
import { list as listOptions } from './options/list.ts'
import { archive } from './products/archive.ts'
import { create } from './products/create.ts'
import { get } from './products/get.ts'
import { list } from './products/list.ts'
import { preview } from './products/preview.ts'
import { publishDue } from './products/publish-due.ts'
import { publish } from './products/publish.ts'
import { schedule } from './products/schedule.ts'
import { restore } from './products/restore.ts'
import { unpublish } from './products/unpublish.ts'
import { update } from './products/update.ts'
import { purge } from './purge.ts'
import { bundles } from './resources/bundles.ts'
import { pictures } from './resources/pictures.ts'
import { products } from './resources/products.ts'
import { related } from './resources/related.ts'
import { countTogether } from './related/bought-together.ts'
import { list as listRelated } from './related/list.ts'
import { set as setRelated } from './related/set.ts'
import { archive as archiveType } from './types/archive.ts'
import { create as createType } from './types/create.ts'
import { list as listTypes } from './types/list.ts'
import { update as updateType } from './types/update.ts'
import { archive as archiveVariant } from './variants/archive.ts'
import { combine } from './variants/combine.ts'
import { create as createVariant } from './variants/create.ts'
import { list as listVariants } from './variants/list.ts'
import { update as updateVariant } from './variants/update.ts'

export default defineModule({
  name: 'catalog',
  operations: [
    list,
    get,
    create,
    update,
    publish,
    unpublish,
    schedule,
    preview,
    archive,
    restore,
    listVariants,
    createVariant,
    combine,
    updateVariant,
    archiveVariant,
    listCategories,
    createCategory,
    updateCategory,
    moveCategory,
    archiveCategory,
    listOptions,
    createOption,
    addValue,
    listCollections,
    createCollection,
    updateCollection,
    setProducts,
    archiveCollection,
    listAttributes,
    createAttribute,
    updateAttribute,
    archiveAttribute,
    listTypes,
    createType,
    updateType,
    archiveType,
    setFilms,
    setMedia,
    getBundle,
    setBundle,
    removeBundle,
    listRelated,
    setRelated,
  ],
  events: [productsChanged, categoriesChanged, collectionsChanged, attributesChanged],
  reactions,
  jobs: [fillCollections, publishDue, countTogether, purge],
  resources: [products, pictures, related, bundles],
  permissions: {
    'catalog.read': 'See products, also those not for sale',
    'catalog.write': 'Change products, categories and options',
  },
  invariants,
  custom: Object.values(CUSTOM),
})
