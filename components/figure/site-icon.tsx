import { useEffect, useState } from 'preact/hooks'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { locale } from '../../platform/i18n'
import { spokenName } from './full-name'
import './site-icon.css'

/** URLs of the browser's icon for a host and of its icon for unknown hosts; null without an icon cache. */
export interface IconCache {
  urlOf: (host: string | null) => string | null
  unknownUrl: string | null
}

const SIZE = 16

async function pixels(url: string): Promise<string> {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.drawImage(image, 0, 0, SIZE, SIZE)
  return canvas.toDataURL()
}

let unknownPixels: Promise<string> | undefined

/** Read once; tried again after a failure. */
function pixelsOfUnknown(url: string): Promise<string> {
  unknownPixels ??= pixels(url).catch((error: unknown) => {
    unknownPixels = undefined
    throw error
  })
  return unknownPixels
}

/** The cache answers for every host. If it has no icon, the pixels equal those of its icon for unknown hosts. */
async function isKnown(url: string, unknownUrl: string): Promise<boolean> {
  const [own, unknown] = await Promise.all([pixels(url), pixelsOfUnknown(unknownUrl)])
  return own !== unknown
}

async function firstKnown(urls: readonly string[], unknownUrl: string): Promise<string | null> {
  for (const url of urls) if (await isKnown(url, unknownUrl)) return url
  return null
}

interface Props {
  profile: Pick<SurfaceProfile, 'name' | 'kind' | 'iconHosts' | 'discreet'>
  icons: IconCache
}

/** The site's icon if the browser has one, else its first letter on the colour of its kind. */
export function SiteIcon({ profile, icons }: Props) {
  const [shown, setShown] = useState<string | null>(null)
  const urls = profile.iconHosts.flatMap((host) => icons.urlOf(host) ?? []).join(' ')
  useEffect(() => {
    let current = true
    setShown(null)
    if (urls === '' || icons.unknownUrl === null) return undefined
    firstKnown(urls.split(' '), icons.unknownUrl).then(
      (known) => current && setShown(known),
      // If the icon cannot be drawn, the letter stays.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [urls, icons.unknownUrl])
  // A gap of the same size on paper, where others see it.
  const classes = `site-icon${profile.discreet ? ' unprinted' : ''}`
  if (shown !== null) return <img class={classes} src={shown} alt="" width={20} height={20} />
  const [letter] = /[\p{L}\p{N}]/u.exec(spokenName(profile.name)) ?? ['·']
  return (
    <span class={`${classes} tile`} style={{ '--tile': `var(--kind-${profile.kind})` }} aria-hidden="true">
      {letter.toLocaleUpperCase(locale())}
    </span>
  )
}
