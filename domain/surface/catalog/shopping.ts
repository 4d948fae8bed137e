export const shopping = `
.at
willhaben willhaben
.be
2dehands 2dehands
immoweb
.ca
autotrader AutoTrader.ca
kijiji
realtor
.ch
digitec
homegate
migros
ricardo
tutti tutti
.cl
yapo
.co.il
Yad2
.co.jp
rakuten
.co.kr
11st 11st
Gmarket
.co.nz
Trade_Me
.co.uk
Auto_Trader
Rightmove
.co.za
autotrader AutoTrader.co.za
.com
1688
airbnb
alibaba
AliExpress
amazon
apple
ASOS
Best_Buy
blibli
bol bol
booking Booking.com
cdiscount
Chợ_Tốt
coppel
coupang
dealabs
DoorDash
eBay
etsy
falabella
flipkart
Fnac
gumtree
hepsiburada
hm H&M
homedepot The Home Depot
hotels Hotels.com
hotukdeals hotukdeals
idealista
IKEA
ingatlan
instacart
jd JD.com
kakaku
kayak
lazada
meesho
Mercado_Libre
mercari
milanuncios
myntra
n11
nettiauto
noon
property24
rappi
realtor Realtor.com
ria RIA.com
sahibinden
shein
shopee
standvirtual
swiggy
takealot
taobao
target
temu
tesco
thegioididong Thế Giới Di Động
ticketmaster
tmall
tokopedia
tradera
trendyol
tripadvisor
Uber_Eats
verkkokauppa
vinted
wallapop
walmart
wolt
zara
zillow
zomato
.com.au
Bunnings
Domain
OzBargain
realestate
.com.br
iFood
magazineluiza Magalu
Mercado_Livre
.com.mx
Liverpool
.com.ng
Jumia
.com.tw
momoshop momo
PChome
.com.ua
Rozetka
.cz
alza
Bazoš
heureka
lidl Lidl.cz
.de
About_You
AutoScout24
bonprix bonprix
check24
dm dm
douglas
eventim
galaxus
geizhals
HolidayCheck
idealo idealo
immobilienscout24 ImmoScout24
immowelt immowelt
kaufland
kleinanzeigen
lidl
lieferando
MediaMarkt
mobile mobile.de
mydealz mydealz
otto
rewe
saturn
thalia
zalando
.dk
bilbasen
DBA
pricerunner PriceRunner.dk
.es
El_Corte_Inglés
.fi
tori
.fr
decathlon
leboncoin leboncoin
.gr
car Car.gr
skroutz
.hu
Árukereső
emag eMAG.hu
Használtautó
Jófogás
.ie
adverts Adverts.ie
daft Daft.ie
DoneDeal
.it
immobiliare
subito
.net
skyscanner
slickdeals
.ng
jiji
.nl
coolblue
funda
marktplaats
.no
FINN
komplett
prisjakt Prisjakt.no
.nu
prisjakt
.org
craigslist
.pl
allegro
ceneo
OLX
otomoto
pepper
.pt
worten
.ro
altex
autovit
eMAG
.ru
avito
drom
lamoda
ozon
wildberries
.se
blocket
hemnet
.ua
prom
.vn
tiki
`
