export const companion = `
.ai
backyard Backyard AI
candy Candy AI
character Character.AI
chub Chub AI
CrushOn
DreamGF
joyland
kindroid
muah Muah AI
nomi
pi
PolyBuzz
SpicyChat
.com
chai-research Chai
JanitorAI
replika
talkie-ai Talkie
xingyeai Xingye
`
