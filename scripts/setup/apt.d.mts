export function installPackages(packages: readonly string[]): number
