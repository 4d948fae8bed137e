/** The sites that belong to the most used apps of phones. An app that is not here is left out by its name. */
import type { Day } from '../../time/local-time'

/** An app with its time by day. */
export interface ForeignApp {
  name: string
  ms: number
  times: { day: Day; ms: number }[]
}

const APPS: Readonly<Record<string, string>> = {
  youtube: 'www.youtube.com',
  'youtube music': 'music.youtube.com',
  instagram: 'www.instagram.com',
  'instagram lite': 'www.instagram.com',
  facebook: 'www.facebook.com',
  'facebook lite': 'www.facebook.com',
  messenger: 'www.messenger.com',
  'messenger lite': 'www.messenger.com',
  whatsapp: 'web.whatsapp.com',
  'whatsapp business': 'web.whatsapp.com',
  tiktok: 'www.tiktok.com',
  'tiktok lite': 'www.tiktok.com',
  snapchat: 'www.snapchat.com',
  x: 'x.com',
  twitter: 'x.com',
  reddit: 'www.reddit.com',
  pinterest: 'www.pinterest.com',
  threads: 'www.threads.net',
  telegram: 'web.telegram.org',
  discord: 'discord.com',
  linkedin: 'www.linkedin.com',
  tumblr: 'www.tumblr.com',
  twitch: 'www.twitch.tv',
  netflix: 'www.netflix.com',
  'prime video': 'www.primevideo.com',
  'amazon prime video': 'www.primevideo.com',
  'disney+': 'www.disneyplus.com',
  spotify: 'open.spotify.com',
  amazon: 'www.amazon.com',
  'amazon shopping': 'www.amazon.com',
  ebay: 'www.ebay.com',
  aliexpress: 'www.aliexpress.com',
  temu: 'www.temu.com',
  shein: 'www.shein.com',
  vinted: 'www.vinted.com',
  gmail: 'mail.google.com',
  'google maps': 'maps.google.com',
  maps: 'maps.google.com',
  chatgpt: 'chatgpt.com',
  duolingo: 'www.duolingo.com',
  tinder: 'tinder.com',
  quora: 'www.quora.com',
  signal: 'signal.org',
}

/** The host of an app's site; null if it is not known. */
export function siteOfApp(app: string): string | null {
  const name = app.trim().toLowerCase()
  return Object.hasOwn(APPS, name) ? (APPS[name] as string) : null
}
