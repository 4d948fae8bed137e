export interface LaunchOptions {
  /** Port of the stand-in server, which answers for every host. */
  port: number
  /** The extension as it was built last, unless another is named. */
  extensionDir?: string
  /** Whoever gives a profile keeps it; without one, a fresh profile lives as long as the browser. */
  userDataDir?: string
  headless?: boolean
  lang?: 'en' | 'de'
  args?: readonly string[]
  /** Beside this process's own, e.g. the DISPLAY of a virtual display. */
  env?: Record<string, string>
}
