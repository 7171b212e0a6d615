export { soldSince, type Sold, type SoldSince } from './signal.ts'
