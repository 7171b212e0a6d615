/** The mark in the browser's own timings that says: from here on the page is React's. */
export const TAKEN_OVER = 'taken over'
