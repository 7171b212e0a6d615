export { mediaReady } from './events.ts'
export { Picture, pictureJson } from './picture.ts'
export { storeFile, type NewFile, type StoredFile } from './store.ts'
