/** Filled by tools/word-files.ts. */
declare module 'virtual:word-files' {
  export const wordFiles: Partial<Record<string, string>>
}
