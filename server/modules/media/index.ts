export { Picture, pictureJson } from './picture.ts'
