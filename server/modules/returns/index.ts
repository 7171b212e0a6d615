export { returnsChanged } from './events.ts'
