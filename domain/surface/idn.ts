type Decoder = (host: string) => string

let decode: Decoder = (host) => host

/** Loads the decoder of international domain names, only once a name needs it. */
export async function prepareNames(sites: Iterable<string>): Promise<void> {
  for (const site of sites) {
    if (!site.includes('xn--')) continue
    const { default: punycode } = await import('punycode/')
    decode = (host) => {
      try {
        return punycode.toUnicode(host)
      } catch {
        // Some browsers let a host pass that decodes to nothing; it is shown as it stands.
        return host
      }
    }
    return
  }
}

/** A host as a person would write it: `müller.de` for `xn--mller-kva.de`, once `prepareNames` has seen it. */
export const readableHost: Decoder = (host) => decode(host)
