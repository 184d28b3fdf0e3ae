"""Clichés and boasts whose words are the common stock too: lines made of them are told generic (`guide.common`)."""

from __future__ import annotations

from unbland.core.guide.words.listed import listed

#: What postings say of people and places without saying anything: seen in most of several hundred postings, and in
#: the press on job advertisements (Adzuna's ten, gov.uk's plain-English advice).
CLICHES = listed("""
    rock star, rockstar, superstar, lightning speed, above and beyond, goes above and beyond, go above and beyond,
    pride ourselves on, prides itself on, excellence in everything we do, excellence in everything, every day is
    different, no two days are the same, fast paced environment, fast moving environment, fast growing environment,
    ninja, guru, wizard, wear many hats, wears many hats, wearing many hats, hit the ground running, go getter, go the
    extra mile, self starter, self motivator, team player, people person, dynamic environment, dynamic team, dynamic
    individual, dynamic company, passion for excellence, passionate about, proven track record, track record of
    success, strong track record, results driven, results oriented, result oriented, goal oriented, detail oriented,
    customer centric, client centric, can do attitude, positive attitude, think outside the box, thinking outside the
    box, outside the box, think on your feet, synergy, synergies, work hard play hard, work hard and play hard, like a
    family, we are a family, one big family, like minded, dream job, dream team, a day in the life, think big, move
    the needle, win win, sense of humor, sense of humour, strong work ethic, entrepreneurial spirit, entrepreneurial
    mindset, growth mindset, strategic thinker, critical thinker, out of the box, hands on approach, thrive under
    pressure, thrives in a fast paced environment, thrive in a fast paced environment, ability to multitask, great
    communication skills, excellent communication skills, strong communication skills, excellent interpersonal skills,
    strong interpersonal skills, exceptional communication skills, outstanding communication skills, excellent verbal
    and written communication skills, excellent written and verbal communication skills, strong verbal and written
    communication skills, strong written and verbal communication skills, great interpersonal skills, problem solving
    skills, excellent problem solving skills, strong problem solving skills, attention to detail, keen eye for detail,
    eye for detail, organizational skills, strong organizational skills, excellent organizational skills,
    organisational skills, excellent organisational skills, strong organisational skills, time management skills, work
    independently, ability to work independently, able to work independently, work under pressure, ability to work
    under pressure, ambitious individual, the right candidate, exciting challenges, new challenges, challenging and
    rewarding, rewarding career, vibrant team, vibrant culture, collaborative environment, inclusive environment, fun
    environment, make a real impact, make a real difference, limitless, endless opportunities, sky is the limit,
    competitive edge, seasoned professional, best of both worlds
""")

#: What companies say of themselves that no reader can check.
BOASTS = listed("""
    state of the art, market leader, industry leader, world leader, award winning, leading company, leading global,
    global leader, a leading, the leading, one of the leading, one of the largest, one of the fastest growing, fastest
    growing, number one, second to none, ground breaking, game changer, disrupting the, revolutionizing,
    revolutionising, disruptive,
    innovative solutions, innovative company, top talent, best talent, the best and brightest, internationally
    recognized, internationally recognised, highly regarded, highly respected, superior quality, unmatched quality,
    employer of choice, great place to work, best place to work
""")
