"""Worn phrases beyond the common stock, which mark themselves and do not make their whole line generic.

Counted over 2,574 postings of ten boards: each stands in five or more, on two boards or more, or is another form of one
that does. A phrase that names a thing in some trade ("resilient", "track record", "best practice") is left out.
"""

from __future__ import annotations

from unbland.core.guide.words.listed import listed

#: What the person is said to be: everybody is, or says so.
PEOPLE = listed("""
    hard working, hardworking, self motivation, self directed, self driven, self starters, go getters, team players,
    team spirit, team oriented, people skills, personable, proactive, pro active, proactive approach,
    flexible approach, own initiative, use initiative, use your initiative, sense of ownership, ownership mindset,
    take initiative, takes initiative, sense of responsibility, sense of urgency, eager to learn, eagerness to learn,
    willing to learn, willingness to learn, desire to learn, keen to learn, fast learner, quick learner,
    ability to learn quickly, multi task, multi tasking, multitask, multitasking, multiple priorities,
    competing priorities, multiple tasks, work well under pressure, works well under pressure, working under pressure,
    calm under pressure, tight deadlines, strict deadlines, meet deadlines, meeting deadlines, work in a team,
    working in a team, work well in a team, works well in a team, as part of a team, work on your own,
    working independently, work autonomously, work collaboratively, communication skills, good communication skills,
    interpersonal skills, good interpersonal skills, strong communicator, excellent communicator, good communicator,
    great communicator, confident communicator, communicate effectively, communicate clearly, analytical skills,
    strong analytical skills, listening skills, presentation skills, leadership skills, influencing skills,
    problem solver, problem solvers, problem solving abilities, problem solving ability, analytical mindset,
    analytical thinking, analytical thinker, critical thinking, creative thinking, strategic thinking, passion for,
    genuine passion, genuine interest, keen interest, business acumen, commercial acumen, commercial awareness,
    meticulous attention, detail focused, detail orientated, proven ability, demonstrated ability, proven success,
    proven expertise, proven record, highly skilled, highly experienced, highly qualified, highly professional,
    highly collaborative, highly organised, highly organized, outgoing personality, bubbly, money motivated,
    target driven, result driven, outcome driven, solution oriented, solutions oriented, solutions focused,
    results focused, action oriented, customer focused, client focused, business focused, delivery focused,
    high achiever, high achievers, top performers, drive to succeed, desire to succeed, will to succeed,
    natural leader, intellectual curiosity, intellectually curious, natural curiosity, comfortable with ambiguity,
    comfort with ambiguity, professional manner, professional attitude, excellent customer service,
    exceptional customer service, outstanding customer service, great customer service,
    excellent customer service skills, customer service skills, get things done, gets things done, make things happen,
    what it takes, roll up your sleeves, rolling up your sleeves, motivated individual, motivated individuals,
    talented individual, talented individuals, enthusiastic individual, right person, right individual,
    look no further, sounds like you, sound like you, love to hear from you, we want to hear from you
""")

#: What the place is said to be.
PLACES = listed("""
    friendly team, supportive team, close knit, collaborative team, collaborative culture, diverse team,
    passionate team, strong team, strong team player, winning team, talented team, amazing team, experienced team,
    high performing team, high performing teams, team environment, team culture, inclusive culture, great culture,
    amazing culture, great place, great people, best people, friendly atmosphere, professional environment,
    challenging environment, busy environment, entrepreneurial environment, supportive environment, exciting projects,
    exciting project, exciting role, exciting position, exciting career, exciting new, exciting and,
    exciting challenge, exciting journey, interesting and, new challenge, next challenge, fast moving,
    rapidly evolving, rapidly changing, ever changing, ever evolving, constantly evolving, thrive in, thrives in,
    ability to thrive, play a key role, plays a key role, key role in, pivotal role, play a pivotal role,
    play a critical role, play a crucial role, integral part, integral role, key member, key player, instrumental in,
    part of a team, part of a dynamic, part of something, real impact, meaningful impact, positive impact,
    tangible impact, huge impact, significant impact, immediate impact, lasting impact, high impact, impactful,
    real difference, positive change, change the world, shape the future, shaping the future, build the future,
    building the future, define the future, push the boundaries, pushing the boundaries, push boundaries, status quo,
    next level, at the heart of, at the heart of everything, everything we do, at the forefront of,
    at the cutting edge, at the intersection of, bridge the gap, bridging the gap, connective tissue, hand in hand,
    live and breathe, trusted advisor, trusted adviser, trusted partner, strategic partner, stay ahead,
    ahead of the curve, rock solid, move fast, moving fast, full potential, next step in your career,
    take the next step, mission driven, purpose driven, customer focus, customer obsession, best version of,
    work of your life, best work of, do the best work, high quality work, high quality service, high quality services,
    top quality, quality service, service excellence, highest standards, high standards, high standard,
    value for money, have fun, get your hands dirty, make your mark
""")

#: What the company says of itself: the figure behind it would tell.
FAME = listed("""
    well established, long established, well known, household name, innovative, most innovative, most successful,
    most exciting, most respected, most trusted, best known, first class, high growth, hyper growth, hypergrowth,
    fast growing, rapidly growing, rapidly expanding, growing company, growing business, expanding company,
    expanding business, successful organisation, successful organization, successful company, successful business,
    highly successful, hugely successful, very successful, excellent reputation, outstanding reputation,
    strong reputation, enviable reputation, world's leading, uk's leading, europe's leading, of the world's leading,
    of the uk's leading, one of the world's leading, one of the uk's leading, leading international, leading european,
    leading uk, leading organisation, leading organization, leading independent, leading recruitment, one of the most,
    one of the best, one of the top, one of the world's, one of the uk's, one of europe's, some of the best,
    market leaders, industry leaders, a leader in, the leader in, global leader in, leaders in their field,
    backed by top investors, backed by world class, pioneering, visionary, blue chip, truly global, transform how,
    transforming how, transform the way, transforming the way, change the way, changing the way, redefine, redefining,
    reimagine, reimagining, reinvent, high calibre, high caliber
""")

#: Forms of these that say something.
WORN_LEAVES = listed("""
    communication skills in, communication skills training, customer service skills training,
    fast moving consumer goods, fast moving goods, connective tissue disease, connective tissue disorders,
    connective tissue diseases, high impact sport, high impact sports, high impact polystyrene, proactive maintenance,
    proactive monitoring, proactive care, next level down, next level up, status quo bias, boundaries of the model,
    boundaries of ai
""")

#: Forms of the boasts that say something.
FAME_LEAVES = listed("""
    first class degree, first class honours, first class honors, first class mail, first class bachelor's,
    first class master's, first class travel, first class cabin, first class cricket, innovative medicines initiative,
    innovative ideas, fast growing plantation, fast growing plantations, fast growing trees, fast growing species, fast
    growing plants, fast growing crops
""")
