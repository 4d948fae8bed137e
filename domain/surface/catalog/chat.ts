export const chat = `
.ch
threema
.com
chatroulette
discord
GroupMe
kik
messenger
viber
WeChat
WhatsApp
.de
knuddels
.io
element
.me
LINE
t Telegram Links
zalo
.org
matrix
signal
telegram
.ru
MAX
.tv
bigo BIGO LIVE
ome OmeTV
`
