declare module 'virtual:word-files' {
  /** By language and the file that asks for them; empty while developing. */
  export const wordFiles: Partial<Record<string, Record<string, string[]>>>
}
