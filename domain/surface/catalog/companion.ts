import type { CatalogRow } from './entry'

export const companion = [
  ['backyard.ai', 'Backyard AI'],
  ['candy.ai', 'Candy AI'],
  ['chai-research.com', 'Chai'],
  ['character.ai', 'Character.AI'],
  ['chub.ai', 'Chub AI'],
  ['crushon.ai', 'CrushOn'],
  ['janitorai.com', 'JanitorAI'],
  ['kindroid.ai'],
  ['nomi.ai'],
  ['pi.ai'],
  ['polybuzz.ai', 'PolyBuzz'],
  ['replika.com'],
  ['spicychat.ai', 'SpicyChat'],
  ['talkie-ai.com', 'Talkie'],
  ['xingyeai.com', 'Xingye'],
] as const satisfies readonly CatalogRow[]
