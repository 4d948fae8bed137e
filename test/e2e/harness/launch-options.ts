export interface LaunchOptions {
  /** Port of the stand-in server, which answers for every host. */
  port: number
  /** The extension to install; the latest build by default. */
  extensionDir?: string
  /** A profile to use and keep. Without it, a fresh profile is deleted with the browser. */
  userDataDir?: string
  /** Installs the extension before the browser starts, so that it is there when a session is restored. */
  persistent?: boolean
  headless?: boolean
  lang?: 'en' | 'de'
  /** What stands in the browser's list of preferred languages, valid or not; that of `lang` by default. */
  acceptLanguages?: string
  args?: readonly string[]
  /** Added to this process's environment, e.g. the DISPLAY of a virtual display. */
  env?: Record<string, string>
}
