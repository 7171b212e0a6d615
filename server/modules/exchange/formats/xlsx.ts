export { readXlsx } from './xlsx-read.ts'
export { writeXlsx } from './xlsx-write.ts'
