export const video = `
.be
RTBF
VTM
.ca
crave
.ch
Play_Suisse
.co.kr
sooplive SOOP
.co.nz
TVNZ
.com
aparat
atresplayer
bilibili
canalplus Canal+
caracoltv Caracol
Channel_4
crunchyroll
dailymotion
DAZN
discoveryplus Discovery+
disneyplus Disney+
douyu
DStv
exxen
HBO_Max
hotstar JioHotstar
hulu
huya
iQIYI
ITV
JustWatch
kick
letterboxd
mgtv Mango TV
netflix
nowtv NOW
paramountplus Paramount+
peacocktv Peacock
Prime_Video
roku
Rotten_Tomatoes
rumble
ServusTV
showmax
SonyLIV
streamable
tubitv Tubi
tving
viaplay
videoland
vidio
viki Rakuten Viki
vimeo
ViX
youku
YouTube_Kids
zattoo
ZEE5
.com.au
9Now
Kayo_Sports
stan
.cz
Česká_televize
ČSFD
.de
3sat
ARD_Mediathek
joyn
ProSieben
sat1 SAT.1
sky
wowtv WOW
ZDF
.dk
tv2 TV 2 Danmark
.es
mitele
movistarplus Movistar Plus+
.fi
ruutu
.fr
AlloCiné
m6 M6+
tf1 TF1+
.gr
ERT
.hu
videa
.ie
RTÉ
.it
mediaset
Rai
RaiPlay
.jp
nicovideo Niconico
TVer
.net
mbc MBC Shahid
MyAnimeList
.nl
NPO
.no
TV_2
.pl
CDA
filmweb
player
Polsat_Box_Go
.pt
RTP
SIC
.ru
ivi
kinopoisk
rutube
VK_Video
.se
SVT_Play
TV4
TV4_Play
.tv
abema
arte
bilibili Bilibili International
france France.tv
fubo
magenta MagentaTV
pluto Pluto TV
twitch
waipu waipu.tv
.vn
FPT_Play
`
