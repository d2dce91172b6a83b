declare module 'bibtex-parse' {
  /** Each entry with its fields, names in upper case. */
  export function entries(source: string): Record<string, string>[];
}
