"""The common stock: words that could stand in any company's posting.

Stems as `words.stem` gives them. Chosen by hand from the stems that most postings share; how common a word is over
many postings says `commonness`.
"""

from __future__ import annotations

#: What people do at work everywhere.
_DOING = """
accept access accomplish account achiev act adapt add address adher adjust administ advanc advi advoc affect agre aid
align allow analyz answer anticip appear appli approach approv arrang articul ask assess assign assist assum assur
attain attend attract autom balanc becom begin believ brainstorm break bring build calcul calibr call captur care
carri celebr challeng champion chang charg chase check choos clarifi clean clear close coach collabor collect combin
come commit communic compar compil complet compli comprehend conduct confer confirm connect consid consult contact
contribut control convers convert convey coordin copi correct correspond cover creat cultiv deal debug decid defin
deleg deliv demand demonstr deploy deriv describ design detect determin develop direct discov discuss display
distribut document draft drive earn edit educ embrac emphas empow enabl encourag engag enhanc enjoy ensur enter escal
establish estim evalu evolv examin exceed excel execut exhibit expand expect explain explor express extend face
facilit file fill find finish fix focus follow forecast foster fulfil function gain gather generat get give go grow
guid handl hear help hold host identifi impact implement improv increas influenc inform initi innov inspect inspir
instal integr intend interact interfac interpret interview invest investig involv issu join judg keep know launch lead
learn let level leverag liai liaison liaiz listen live look maintain make manag market master match maxim measur meet
mentor minim miss mix modifi monitor motiv move navig need negoti nurtur observ obtain offer onboard oper optim
orchestr order organiz overse own particip partner perform plan play point possess practic predict prepar present
prevent priorit proactiv process produc promot propos protect provid pursu push put qualifi rais reach react read
realiz receiv recogn recommend reconcil record reduc refer refin reflect relat reli remain remov replac report repres
request research resolv respond retain return review reward run save schedul search secur see seek select sell send
serv set shape share show sign solv speak spend sponsor stay steer streamlin strengthen strive structur submit succeed
suggest suit supervis suppli support sustain tailor take talk task teach test think thrive track train transform
transit translat treat troubleshoot tune turn understand undertak updat upgrad use util valid valu verifi visit want
welcom win work write
"""

#: What people do it to, and with whom.
_THINGS = """
workplac
abil absenc accuraci acquisit action activ acumen administr advantag adversari advic agenc agreement aim ambigu amount
analysi analyst applic appoint area aspect asset associ atmosph attent attitud author avail awar b2b b2c background
base basi behavior benefit board bottleneck boundari brand budget busi capabl capac career case categori caus center
central chain channel choic circumst client code colleagu commerc communiti compani compens compet competit complex
complianc compon concept concern condit confid confidenti conflict consensus consider constraint consum context
contract convent copywrit corpor cost counterpart craft crisi criteria crm cultur curios custom cycl daili data
databas day deadlin decis depart depend depth detail differ disciplin discrep distinct divers dollar domain duti edg
effici effort element email employ employe end endeavor enterpri environ environment equip error event everyon evid
exampl expans experi experti expo extens extern facil fact factor failur feedback field figur financ firm flow form
format foundat framework friend fund futur gap goal grade group growth guidanc guidelin hand head health heart hour hr
idea ident incid industri infrastructur input insight instruct intellig intent interest intern internet interperson
inventori invoic it item job journey judgment junior kind knowledg kpi kpis languag law leader leadership letter
lifecycl limit line list load local locat logist loss lot mail manner manual matter mean member method methodolog
metric mind mindset minimum minut model moment month multitask nation natur network note number object oblig occa
offic opinion opportun option orient origin outcom outlin output overview owner ownership pace packag paper part
partnership passion path pattern pc peer peopl period person personnel perspect phase phone pipelin place platform
player polici posit possibl post presenc pressur principl prioriti problem procedur product profession profici profil
profit program progress project proper proposit prospect purpos qualif qualiti quarter queri question rang rapport
reason reduct region regul regulatori relationship relev reput requir resolut resourc respons result retent revenu
risk roi role root round routin rule safeti salari sale satisfact scale scenario scope section sector senior sens seri
servic session settl shift signal situat size skill sla slas societi softwar solut sourc specialist specif spirit
spreadsheet staff stage stakehold stand standard start state statement statist status step stori strateg strategi
strength style subject success superior supervisor supplement supplier survey system talent target team teamwork
technic techniqu technolog telephon term territori text thing third thought time titl tool topic total tracker
transact transpar trend trust truth type unit usag user variat varieti vendor version view vision visitor wage way
week worker workflow workforc workload workplac workshop world year
"""

#: How they are said to do it, which every employer asks.
_MANNER = """
abl accord accountabl accur actual ad addit adequ afor agil alert alongsid alreadi alway ambit ambiti analyt annual
appropri autonom autonomi back basic benefici best better big bold bright broad broader calm candid charismat comfort
commerci common comprehens comput consist constant construct continu convinc cooper core courteous creativ credibl
critic cross crucial curious current dedic deep deepli demeanor desir difficult digit dilig diplomat driven due dynam
eager earli easi easili effect emot empath empathi energet energi enough enthusiasm enthusiast entir entrepreneuri
equal especi essenti ethic etho ever exact except excit exist experienc expert extra extrem fair familiar fantast
fashion fast fearless feel final first fit flair flexibl fluent formal former forward fresh full fulli fun fundament
general genuin given global good great greatest happi hard healthi heard heavi high higher highest hoc holist honest
honesti human hungri ideal immedi import inclus increment independ individu inquisit intellectu internal internat
intuit keen knit key known larg largest last latest liter literaci logic long low loyal main major matur maximum meaning
mental met meticul modern multi multipl mutual near neat necessari new next nice non normal now numer numeraci ongo
open oral other outgo outstand overal particular past patienc patient perfect persua physic polish polit positiv
potenti power pragmat precis prefer presentabl previous primari primarili prior prompt proud proven public punctual
pure quantit quick rapid rather readi real realli recent regard regardless regular reliabl resili respect right rigor
robust safe satisfi scalabl seamless second self short signific similar simpl simultan small smart smarter smooth
social soft solid solver someth soon sound special speed spoken starter strong suitabl superb supportiv sure tact
tenaci thorough tight today togeth top tough truli trustworthi typic ultim unabl unifi uniqu urgenc urgent usual
valuabl vari various verbal vibrant visual warm well whilst whole wide will willing word worldwid written young
"""

#: The everyday nouns of large trades: "Write clean code", "Provide care to patients", "Serve food to guests".
_TRADES = """
adverti agent algorithm audit bill campaign cash cashier child children class classroom clinic content curriculum
deliveri dish drink driver engin estat featur food guest healthcar home hospit kitchen lea ledger lesson loan machin
maint mainten materi meal media medic menu merchandi money nur nurs onlin payment payrol price programm properti
purchas recept recip recruit repair repositori resid restaur retail school server ship shop site spec stock store
student teacher tenant treatment vehicl warehous web websit
"""

#: What any posting may say, of any job.
STOCK = frozenset(f"{_DOING} {_THINGS} {_MANNER}".split())

#: What a trade handles, which a professional knows.
TRADE_STOCK = frozenset(_TRADES.split())
