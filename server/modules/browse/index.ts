export { cardsOf } from './cards-of.ts'
export {
  MOST_HITS,
  searchEngine,
  type EngineDocument,
  type EngineHits,
  type Marked,
  type SearchEngine,
} from './engine/engine.ts'
export { moveRatings, ratingsChanged, type RatingMove } from './rating.ts'
export { ProductCard } from './shapes.ts'
export { sitemapSource, type SitemapSource } from './sitemap/source.ts'
export { soldSince, type Sold, type SoldSince } from './signal.ts'
