export const ROOT: string
export const NODE: string
export function tool(command: string, packageName?: string): [program: string, script: string]
export const SOURCES: readonly string[]
