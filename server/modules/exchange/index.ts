export { exportedFile } from './exporting.ts'
export { fileTypeOf } from './formats/formats.ts'
export { doRun } from './work.ts'
