import type { CatalogRow } from './entry'

export const chat = [
  ['chatroulette.com'],
  ['discord.com'],
  ['element.io'],
  ['groupme.com', 'GroupMe'],
  ['knuddels.de'],
  ['line.me', 'LINE'],
  ['max.ru', 'MAX'],
  ['messenger.com'],
  ['signal.org'],
  ['t.me', 'Telegram Links'],
  ['telegram.org'],
  ['threema.ch'],
  ['viber.com'],
  ['wechat.com', 'WeChat'],
  ['whatsapp.com', 'WhatsApp'],
  ['zalo.me'],
] as const satisfies readonly CatalogRow[]
