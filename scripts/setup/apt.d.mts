export function lacksLanguage(browserPackage: string, languagePack: string): boolean
export function installPackages(packages: readonly string[]): number
