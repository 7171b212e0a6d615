export { documentsChanged } from './events.ts'
