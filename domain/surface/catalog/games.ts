export const games = `
.com
4399
Board_Game_Arena
chess Chess.com
Coolmath_Games
CrazyGames
dream11
ea Electronic Arts
Epic_Games
FACEIT
Forge_of_Empires
fortnite
friv
GeoGuessr
GOG
HoYoverse
Jigsaw_Planet
king
League_of_Legends
miniclip
minijuegos
newgrounds
Nexus_Mods
nintendo
PlayStation
playvalorant VALORANT
poki
Riot_Games
roblox
Rockstar_Games
sporcle
Steam_Community
steampowered Steam
supercell
ubisoft
xbox
y8
.de
die-staemme Die Stämme
jetztspielen
.eu
World_of_Tanks
.gg
op OP.GG
u U.GG
.io
agar Agar.io
itch itch.io
skribbl skribbl.io
.net
battle Battle.net
minecraft
.org
lichess
`
