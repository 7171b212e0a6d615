export { mediaChanged, mediaReady } from './events.ts'
export { Picture, pictureJson, pictureText } from './picture.ts'
export { storeFile, type NewFile, type StoredFile } from './store.ts'
export { scanner, type Scanner, type ScannedFile } from './scanner.ts'
