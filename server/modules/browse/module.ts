import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { signedIn } from '../identity/index.ts'
import { reindex } from './admin/reindex.ts'
import { why } from './admin/why.ts'
import { bundle } from './bundle.ts'
import { categories } from './categories.ts'
import { category } from './category.ts'
import { collection } from './collection.ts'
import { collections } from './collections.ts'
import { asked } from './engine/ask.ts'
import { feedEngine } from './engine/feed.ts'
import { get as getEngine } from './engine/get.ts'
import { rebuild as rebuildEngine } from './engine/rebuild.ts'
import { reconcile as reconcileEngine } from './engine/reconcile.ts'
import { keepUp, reactions } from './keep-up.ts'
import { personalData } from './personal-data.ts'
import { list as listPlacements } from './placements/list.ts'
import { set as setPlacements } from './placements/set.ts'
import { preview } from './preview.ts'
import { product } from './product.ts'
import { products } from './products.ts'
import { ratingsChanged } from './rating.ts'
import { related } from './related.ts'
import { search } from './search.ts'
import { countSold } from './signal.ts'
import { ownPages } from './sitemap/pages.ts'
import { sitemap, sitemapPart } from './sitemap/routes.ts'
import { sitemapSource } from './sitemap/source.ts'
import { socialCard } from './social-card.ts'
import { suggest } from './suggest.ts'
import { variants } from './variants.ts'
import { create as createSynonym } from './synonyms/create.ts'
import { list as listSynonyms } from './synonyms/list.ts'
import { remove as removeSynonym } from './synonyms/remove.ts'
import { add as addViewed } from './viewed/add.ts'
import { clear as clearViewed } from './viewed/clear.ts'
import { list as listViewed } from './viewed/list.ts'
import { forget as forgetViewed, mergeViewed } from './viewed/viewed.ts'

export default defineModule({
  name: 'browse',
  operations: [
    categories,
    category,
    collections,
    collection,
    products,
    product,
    variants,
    bundle,
    preview,
    related,
    search,
    suggest,
    listViewed,
    clearViewed,
    addViewed,
    listSynonyms,
    createSynonym,
    removeSynonym,
    listPlacements,
    setPlacements,
    why,
    reindex,
    getEngine,
    rebuildEngine,
    reconcileEngine,
  ],
  events: [ratingsChanged],
  reactions,
  jobs: [keepUp, feedEngine, countSold, forgetViewed],
  measures: [asked],
  fills: [
    fill(signedIn, 'browse', mergeViewed),
    fill(sitemapSource, 'browse', ownPages),
    fill(rawRoutes, 'browse', [sitemap, sitemapPart, socialCard]),
  ],
  personalData,
})
