export const ai = `
.ai
claude
duck Duck.ai
genspark
ideogram
leonardo
LMArena
lumalabs Luma
meta Meta AI
mistral
OpenRouter
perplexity
qwen
stability Stability AI
wrtn
x xAI
z Z.ai
.app
gamma
v0 v0
.cn
ChatGLM
.co
Hugging_Face
.com
anthropic
ChatGPT
civitai
cursor
DeepL
DeepSeek
doubao
grammarly
grok
kimi
Kling_AI
langdock
midjourney
neuroflash neuroflash
OpenAI
poe
QuillBot
runwayml Runway
suno
udio
windsurf
you You.com
.dev
lovable
.im
manus
.io
ElevenLabs
.new
bolt
.org
perchance
`
