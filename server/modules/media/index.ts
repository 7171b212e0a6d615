export { mediaReady } from './events.ts'
export { Picture, pictureJson, pictureText } from './picture.ts'
export { storeFile, type NewFile, type StoredFile } from './store.ts'
