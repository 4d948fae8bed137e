import type { Kind } from '../kind'
import { adult } from './adult'
import { ai } from './ai'
import { chat } from './chat'
import { companion } from './companion'
import { feed } from './feed'
import { gambling } from './gambling'
import { games } from './games'
import { learning } from './learning'
import { news } from './news'
import { other } from './other'
import { shopping } from './shopping'
import { video } from './video'
import { work } from './work'

/** The lists of sites, one a line, see `rowsIn`. */
export const listsByKind: Record<Kind, string> = {
  feed,
  video,
  chat,
  companion,
  news,
  shopping,
  games,
  adult,
  gambling,
  learning,
  work,
  ai,
  other,
}
