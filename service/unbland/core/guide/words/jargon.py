"""Office jargon, and what to say instead where that fits any sentence."""

from __future__ import annotations

from unbland.core.guide.words.listed import listed

#: What code may put in its stead.
JARGON = {
    "leverage our": "use our",
    "leverage your": "use your",
    "leverage the": "use the",
    "leverage existing": "use existing",
    "leveraging our": "using our",
    "leveraging the": "using the",
    "operationalize": "put to use",
    "operationalise": "put to use",
    "incentivize": "reward",
    "incentivise": "reward",
    "ideate": "think up ideas",
    "interface with clients": "work with clients",
    "interface with customers": "work with customers",
    "interface with stakeholders": "work with stakeholders",
    "interfacing with": "working with",
    "liaise with": "work with",
    "liaising with": "working with",
    "liase with": "work with",
    "evangelize": "promote",
    "learnings": "lessons",
    "go forward basis": "from now on",
    "touch base with": "talk to",
    "spearhead": "lead",
    "spearheading": "leading",
    "spearheaded": "led",
    "to leverage": "to use",
    "will leverage": "will use",
    "leverage ai": "use AI",
    "leverage data": "use data",
    "leverage technology": "use technology",
    "leveraging data": "using data",
    "leveraging ai": "using AI",
    "leveraging your": "using your",
    "synergize": "work together",
    "synergise": "work together",
    "strategize": "plan",
    "strategise": "plan",
    "solutioning": "solving",
    "skill sets": "skills",
    "skillsets": "skills",
    "pain points": "problems",
    "ramp up quickly": "learn quickly",
    "actionable recommendations": "recommendations",
}

#: What a person must say anew.
BUZZ = listed("""
    paradigm shift, low hanging fruit, core competency, core competencies, value add, value added, thought leadership,
    thought leader, bandwidth to, deep dive, deep dives, circle back, boots on the ground, holistic approach, skill
    set, skillset, mission critical, end to end ownership, blue sky thinking, key deliverables, actionable insights,
    operational excellence, stakeholder management skills, cross functional synergies, value proposition, thought
    partner, north star, double down on, swim lanes, big picture thinking, drill down into, wheelhouse, tiger team,
    industry best practices, center of excellence, centre of excellence, best of breed, best in breed, bleeding edge
    technologies, move up the value chain, 360 degree, helicopter view, push the envelope, peel the onion, move the
    goalposts, single source of truth, close the loop, ecosystem of partners, change agent, agent of change, ideation
""")

#: Forms of these that name a thing of some trade.
PLAIN = listed("""
    value added tax, 360 degree feedback, 360 degree camera, 360 degree video, north star metric, mission critical
    systems
""")
