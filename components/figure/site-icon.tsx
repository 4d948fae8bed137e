import { useEffect, useState } from 'preact/hooks'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { locale } from '../../platform/i18n'
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

interface Props {
  profile: Pick<SurfaceProfile, 'name' | 'kind' | 'iconHost'>
  icons: IconCache
}

/** The site's icon if the browser has one, else its first letter on the colour of its kind. */
export function SiteIcon({ profile, icons }: Props) {
  const [shown, setShown] = useState<string | null>(null)
  const url = icons.urlOf(profile.iconHost)
  useEffect(() => {
    let current = true
    setShown(null)
    if (url === null || icons.unknownUrl === null) return undefined
    isKnown(url, icons.unknownUrl).then(
      (known) => current && setShown(known ? url : null),
      // If the icon cannot be drawn, the letter stays.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [url, icons.unknownUrl])
  if (shown !== null) return <img class="site-icon" src={shown} alt="" width={20} height={20} />
  const letter = Array.from(profile.name.trim())[0] ?? '·'
  return (
    <span class="site-icon tile" style={{ '--tile': `var(--kind-${profile.kind})` }} aria-hidden="true">
      {letter.toLocaleUpperCase(locale())}
    </span>
  )
}
