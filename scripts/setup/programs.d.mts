export function installPrograms(purpose: 'start' | 'test' | 'check'): number
