export { drawnCard } from './card.ts'
export type { Card } from './picture-process.ts'
export { fetchPicture } from './fetch.ts'
export { mediaChanged, mediaReady } from './events.ts'
export { Film, filmText } from './film.ts'
export { Picture, pictureJson, pictureText } from './picture.ts'
export { isElsewhere, pictureName, picturesNamed, setFocuses } from './named.ts'
export type { Content as FileContent } from './content.ts'
export { linkTo as linkFor } from './link.ts'
export { uploadedFile, type UploadedFile } from './uploaded.ts'
export { QuotaReached, TypeRefused } from './failures.ts'
export {
  keepRow,
  putFile,
  storedAgain,
  storeFile,
  type NewFile,
  type PutFile,
  type StoredFile,
} from './store.ts'
export { scanner, type Scanner, type ScannedFile } from './scanner.ts'
export { moveFiles, type Moved } from './move.ts'
export { UploadTicket, filesOfTickets, giveTicket } from './ticket-give.ts'
