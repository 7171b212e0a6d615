export { enquiriesWritten } from './events.ts'
