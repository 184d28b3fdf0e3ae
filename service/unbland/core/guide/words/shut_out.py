"""Words that shut people out or press them, by what they speak of; none of them is a duty or a fact of the job.

Drawn from what equal-treatment agencies warn of in job advertisements (EEOC, EHRC, ACAS), from the subjects of
retext-equality and joblint (MIT), and from postings that were counted; the words are our own choice.
"""

from __future__ import annotations

import re

from unbland.core.guide.words.listed import listed

#: A line that says so welcomes people or guards their rights: what it names, it names in their favour.
WELCOME = re.compile(
    r"\b(?:regardless|irrespective|without (?:regard|distinction)|equal[- ](?:opportunit|employment)|discriminat"
    r"|(?:encouraged?|welcomed?|invited?) (?:to apply|applica)|encourages? (?:all|women|people|applic)"
    r"|\bwe welcome\b|welcomes? (?:applic|people|candid)|all (?:ages|genders|sexes|backgrounds)"
    r"|any (?:age|gender|sex|background)|protected (?:class|characteristic|status)"
    r"|under-?represented|minorit|diversity|equality|accommodat)",
    re.IGNORECASE,
)

#: Manner words that describe a fight; an experiment with four samples found more applications with neutral ones.
FIGHT = {
    "aggressive targets": "high targets",
    "aggressive goals": "high goals",
    "aggressive growth": "fast growth",
    "aggressive timelines": "short timelines",
    "aggressive deadlines": "short deadlines",
    "aggressive schedule": "tight schedule",
    "aggressively": "firmly",
    "dominate the market": "lead the market",
    "competitive spirit": "ambition",
    "competitive streak": "ambition",
}
FIGHT_PHRASES = listed("""
    aggressive approach, aggressive sales, aggressive seller, aggressive closer, aggressive individual, aggressive
    person, aggressive hunter, dominant personality, alpha male, alpha personality, killer instinct, fearless,
    ruthless, relentless, relentless focus, relentless pursuit, ruthlessly, relentlessly, hungry
    individual, looking for hungry, hungry people, hungry closers, hungry for success, hunger for success,
    hunger to succeed, hungry sales, hungry and driven, driven and
    hungry, stay hungry, warrior, warriors, road warrior, hard charging, take no prisoners, competitive nature, hunter
    mentality, hunter mindset, sales hunter, new business hunter, fiercely competitive, go for the jugular, battle
    hardened, battle tested, in the trenches, trenches with
""")
FIGHT_LEAVES = listed("""
    not an aggressive sales, non aggressive, passive aggressive, weekend warrior, wounded warrior, wounded warriors
""")

#: Words of a club that not everybody is in.
CLUB = listed("""
    crush it, crushing it, crush your, kill it, killing it, badass, kick ass, kickass, kick butt, bro, bros, dude,
    dudes, hustle, hustler, hustlers, beast mode, smash targets, smashing targets, smash your targets, smashing the
    targets, killer demos, killer product, drink the kool aid, mario kart, a players, only hire the best, work like a
    startup, animal house, wolf pack, hall of famer, rockstars only, party hard, boys club, old boys, good laugh,
    banter, thick as thieves, cool kids, cult following, obsessed with winning
""")
CLUB_LEAVES = listed("hustle and bustle, side hustle")

#: What presses or threatens a reader.
PRESSURE = listed("""
    urgently hiring, hiring urgently, don't miss this opportunity, don't miss out, apply now before, do not miss, what
    are you waiting for, no excuses, only serious candidates, only serious applicants, serious applicants only,
    serious candidates only, serious inquiries only, serious enquiries only, not for the faint hearted, not for the
    faint of heart, not a 9 to 5, not a nine to five, not a 9 5, need not apply, long hours as required, at all costs,
    whatever it takes, no drama, drama free, thick skin, thick skinned, 24/7 availability, available 24/7, clock
    watcher, clock watchers, clock watching, clockwatchers, time waster, time wasters, timewasters, waste our time,
    waste your time and ours, waste of our time, if you are lazy, lazy people, no lazy, snowflakes, don't bother
    applying, do not bother applying, please don't bother, don't even think, if you can't handle, can't handle the
    heat, stand the heat, sink or swim, earn your place, do or die, no whiners, no whining, no complainers, no egos,
    no jerks, job hoppers, no job hoppers, job hopping, apply fast, before it's too late, last chance, immediate
    joiners only, immediate joiner, sacrifice your, weekends don't, no work life balance, do not apply if, don't apply
    if, do not apply unless, please do not apply
""")
PRESSURE_LEAVES = listed("""
    previous applicants need not apply, please do not apply directly, please do not apply by, please do not apply via,
    hesitate to apply
""")

#: Names of age and of the time of life.
AGE = listed("""
    young and dynamic, young and energetic, young and motivated, young and vibrant, young and ambitious, young and
    enthusiastic, young dynamic, young energetic, young motivated, young vibrant, young ambitious, young team, young
    company culture, young individual, young individuals, young person wanted, young professional, young
    professionals, young candidates, young candidate, young specialists, young specialist, young volunteers, young
    graduate, young graduates, young talent, young talents, young minded, young at heart, youthful, digital native,
    digital natives, recent graduate, recent graduates, recent college graduate, recent college graduates, recent
    university graduates, fresh graduate, fresh graduates, fresh grad, fresh grads, fresher, freshers, new grads only,
    retired or semi retired, semi retired, retirees, mature receptionist, reliable mature, mature
    reliable, mature person, mature individual, mature candidate, mature candidates, mature and responsible,
    mature attitude,
    mature outlook, mature lady, millennials, gen z, generation z, boomers, overqualified, over qualified, high energy
    individual, high energy person, high energy team, high energy environment, energetic young, tech savvy generation,
    prime of your, early twenties, late twenties, in their twenties, twenty something, students only, up and comer, up
    and comers, young and hungry, young hungry, young guns, young blood, young lads, over the hill
""")
AGE_LEAVES = listed("""
    young professionals network, young professionals program, to young professionals, for young professionals, with
    young professionals, freshers week, freshers' week, freshers fair
""")

#: Words of one sex for everybody, or calls to one.
SEX = listed("""
    he/she, she/he, s/he, he or she, she or he, guys, girls, young man, young lady, young woman, gentleman, man up,
    man enough, man in the middle, right hand man, front man, office girl, tea lady, mumpreneur, housewives,
    housewife, ladies only, lads, hungry lads
""")
SEX_LEAVES = listed("""
    boys and girls, girls and boys, girls' school, women and girls, girls in, girls who code, girl guides, man in the
    middle attack, man in the middle attacks, guys and girls, two girls, three girls, for the girls
""")

#: The body, illness as a figure of speech, and likeness to the team.
BODY = listed("""
    perfect health, excellent health, good physical health, good physical shape, good physical condition, physically
    fit, healthy individual, able bodied, clean shaven, culture fit, cultural fit, no accent, accent free, accentless,
    neutral accent, without an accent, perfect vision, perfect eyesight, perfect hearing, 20/20 vision, no
    disabilities, no disability, crazy, insane, insanely, lunatic, nutcase, are you mad, tone deaf, turn a blind eye,
    fall on deaf ears, a bit ocd, ocd about, ocd level, schizophrenic, bipolar mood, lame excuses,
    crippled by, wheelchair bound, confined to a wheelchair, suffers from a disability, suffering from a disability,
    special needs candidates, height and weight, slim, slim build, good looking, nice looking, attractive appearance,
    clean cut, clean cut appearance,
    pleasant appearance, good appearance, presentable appearance, presentable, well groomed, attractive personality,
    non smoker, non smokers, top university,
    top universities, top tier university, top tier universities, top tier law school, top law school, top school, top
    schools, elite university, elite universities, prestigious university, tier 1 college, tier 1 colleges
""")
BODY_LEAVES = listed("slim down, slim line, has been crazy, crazy busy")
