export const news = `
.at
Der_Standard
heute
Kleine_Zeitung
krone Kronen Zeitung
kurier
LAOLA1
oe24 oe24
ORF
.be
HLN
Le_Soir
nieuwsblad Het Nieuwsblad
rtl RTL info
sporza
standaard De Standaard
VRT
.ca
CBC
CTV_News
Global_News
Sportsnet
TSN
.ch
20min 20 Minuten
blick
bluewin
nau
NZZ
RTS
SRF
tagesanzeiger Tages-Anzeiger
watson watson
.cl
BioBioChile
.co.il
globes
haaretz
Israel_Hayom
maariv
mako
ONE
sport5
Walla
ynet
.co.jp
yahoo Yahoo Japan
Yomiuri
.co.nz
NZ_Herald
RNZ
Stuff
.co.th
khaosod
thairath
.co.uk
Daily_Mail
express Daily Express
independent The Independent
mirror Daily Mirror
telegraph The Telegraph
The_Sun
.co.za
Daily_Maverick
IOL
.com
163 NetEase
ABC_News
ABS-CBN
Al_Jazeera
AP_News
Ars_Technica
AS
asahi Asahi Shimbun
BBC
BFM_TV
bhaskar Dainik Bhaskar
Bleacher_Report
bloomberg
Business_Insider
CBS_News
CBS_Sports
championat
Clarín
CNBC
CNBC_Indonesia
CNET
CNN
CNN_Indonesia
cricbuzz
detik detik
Die_Presse
dw Deutsche Welle
economist The Economist
El_Confidencial
El_Espectador
El_País
El_Tiempo
emol
Ensonhaber
ESPN
feedly
flashscore
forbes
Fox_News
ft Financial Times
globo
gmanetwork GMA
GOAL
haberler
handelsblatt
Hindustan_Times
HuffPost
IDN_Times
IGN
India_Times
infobae
Irish_Times
jagran Dainik Jagran
kapook
kompas
La_Tercera
latimes Los Angeles Times
La_Vanguardia
Liputan6
LiveScore
marca
MarketWatch
medium
Metrópoles
MGR_Online
milenio
MLB
Moneycontrol
MSN
mynet
nate
National_Post
NBA
NBC_News
NDTV
News18
News24
newyorker The New Yorker
NFL
NHL
nikkei
Notícias_ao_Minuto
nypost New York Post
nytimes New York Times
okezone
PC_Gamer
people
Philstar
politico
polygon
pulzo
punchng Punch
R7
rappler
reuters
Rolling_Stone
sanook
semana
sky Sky UK
Sky_Sports
sofascore
sohu
substack
TechCrunch
The_Globe_and_Mail
The_Guardian
The_Hindu
The_South_African
thestar Toronto Star
The_Times
The_Verge
toutiao
tribunnews Tribun
TuttoMercatoWeb
UDN
USA_Today
vanguardngr Vanguard
vox
Washington_Post
wired
wsj Wall Street Journal
yahoo
.com.ar
La_Nación
Olé
pagina12 Página|12
TN
.com.au
news News.com.au
Nine
smh Sydney Morning Herald
.com.br
Estadão
iG
Terra
UOL
.com.cn
Sina
.com.mx
El_Universal
Excélsior
Récord
.com.tr
Hürriyet
Milliyet
Sabah
Sözcü
.com.tw
ltn Liberty Times
.com.ua
pravda Ukrainska Pravda
.com.vn
24h 24h
Dân_trí
.cz
Aktuálně
blesk
Deník
iDNES
nova TV Nova
novinky
seznam
sport Sport.cz
.de
ARD
bild
BR
chip
ComputerBase
deutschlandfunk
focus
golem
heise
kicker
manager-magazin Manager Magazin
merkur
n-tv ntv
NDR
RND
RTL
spiegel
sport1
stern
sueddeutsche Süddeutsche Zeitung
t-online t-online
tagesschau
tagesspiegel
taz taz
transfermarkt
WDR
web WEB.DE
welt
ZDFheute
zeit
.dk
berlingske
bt B.T.
DR
Ekstra_Bladet
jp Jyllands-Posten
politiken
.es
20minutos
ABC
eldiario elDiario.es
El_Mundo
RTVE
.fi
hs Helsingin Sanomat
iltalehti
is Ilta-Sanomat
MTV_Uutiset
yle
.fr
20_Minutes
franceinfo franceinfo
Le_Figaro
Le_Monde
Le_Parisien
lequipe L'Équipe
Libération
mediapart
Ouest-France
.gr
gazzetta Gazzetta.gr
iefimerida
in in.gr
insomnia
kathimerini
LiFO
newsit
protothema
sport24
.hu
24 24.hu
444
blikk
HVG
index
origo
portfolio
telex
.ie
independent Irish Independent
Irish_Mirror
The_Journal
.in
Aaj_Tak
.it
ANSA
corriere Corriere della Sera
Corriere_dello_Sport
fanpage
gazzetta La Gazzetta dello Sport
Il_Fatto_Quotidiano
libero
repubblica La Repubblica
virgilio
.net
aljazeera Al Jazeera Arabic
censor Censor.NET
daum
ETtoday
FAZ
GMX
Inquirer
tweakers
ukr UKR.NET
UNIAN
VnExpress
.net.au
abc ABC Australia
.nl
AD
NOS
NRC
nu NU.nl
rtl RTL Nederland
telegraaf De Telegraaf
volkskrant de Volkskrant
.no
aftenposten
dagbladet
nettavisen
NRK
VG
.or.jp
NHK
.pl
fakt
gazeta Gazeta.pl
interia
o2 o2
onet
pudelek
sport Sport.pl
TVN24
TVP
wp Wirtualna Polska
wyborcza
.pt
A_Bola
cmjornal Correio da Manhã
iol IOL Portugal
jn Jornal de Notícias
observador
Público
record
SAPO
.ro
Adevărul
Digi24
GSP
HOTNEWS
libertatea
Știrile_PRO_TV
.ru
lenta Lenta.ru
mail Mail.ru
rambler
RBC
ria RIA Novosti
sports Sports.ru
.se
aftonbladet
dn Dagens Nyheter
expressen
SVT
.ua
DOU
rbc RBC-Ukraine
tsn TSN.ua
.vn
CafeF
Kênh_14
Tuổi_Trẻ
VietNamNet
znews
`
