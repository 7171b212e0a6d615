export { balances, book, type Booking } from './book.ts'
export { ledgerBooked } from './events.ts'
