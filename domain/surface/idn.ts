type Decoder = (host: string) => string

let decode: Decoder = (host) => host

/** Loads the decoder for international domain names if one of the sites needs it. */
export async function prepareNames(sites: Iterable<string>): Promise<void> {
  for (const site of sites) {
    if (!site.includes('xn--')) continue
    const { default: punycode } = await import('punycode/')
    decode = (host) => {
      try {
        return punycode.toUnicode(host)
      } catch {
        // Some browsers accept hosts that cannot be decoded; they are shown as they are.
        return host
      }
    }
    return
  }
}

/** A host as people write it: `müller.de` for `xn--mller-kva.de`, once `prepareNames` has loaded the decoder. */
export const readableHost: Decoder = (host) => decode(host)
