import { Ids, event } from '#kit/event.ts'

/** Bookings were made; `ids` are those of the ledger transactions. */
export const ledgerBooked = event('ledger.booked', Ids)
