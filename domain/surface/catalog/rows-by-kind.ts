import type { Kind } from '../kind'
import { ai } from './ai'
import { chat } from './chat'
import { companion } from './companion'
import type { CatalogRow } from './entry'
import { feed } from './feed'
import { games } from './games'
import { learning } from './learning'
import { news } from './news'
import { other } from './other'
import { shopping } from './shopping'
import { video } from './video'
import { work } from './work'

export const rowsByKind: Record<Kind, readonly CatalogRow[]> = {
  feed,
  video,
  chat,
  companion,
  news,
  shopping,
  games,
  learning,
  work,
  ai,
  other,
}
