export { doRun } from './work.ts'
