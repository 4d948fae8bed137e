export const other = `
.at
oebb ÖBB
.ca
canada
.ch
admin Swiss Confederation
postfinance
SBB
.co.in
IRCTC
.com
AccuWeather
Alipay
allrecipes
audible
baidu
bing
coinbase
Ctrip
deezer
DuckDuckGo
fandom
goodreads
google
IMDb
komoot
mapy Mapy.com
MetService
n26
naver
note note
opera
patreon
PayPal
QQ
qwant
revolut
Royal_Road
SoundCloud
spotify
startpage
strava
syosetu
The_Weather_Network
tistory
Trade_Republic
TradingView
ultimate-guitar Ultimate Guitar
wattpad
weather Weather Channel
webtoons Webtoon
wetter wetter.com
wise
Y_Combinator
.de
ARD_Audiothek
bahn Deutsche Bahn
chefkoch
comdirect comdirect
commerzbank
deutsche-bank Deutsche Bank
DHL
DKB
doctolib
ELSTER
FlixBus
ING
sparkasse
telekom
WetterOnline
.dk
borger
dmi
.fi
ilmatieteenlaitos
.fr
orange
.gov.br
www gov.br
.gov.tr
turkiye e-Devlet
.gov.uk
www GOV.UK
.hu
Időkép
.ie
rip RIP.ie
.it
ilmeteo
.jp
ameblo Ameba
.net
gutefrage gutefrage
pixnet
.nhs.uk
www NHS
.nl
buienradar
.no
altinn
yr
.org
Archive_of_Our_Own
ecosia
MangaDex
mozilla
OpenStreetMap
.ru
gismeteo
gosuslugi
sberbank
ya
yandex
.se
1177
avanza
.ua
PrivatBank
sinoptik
`
