"""Names of countries and of their large parts: wider than a town, so that they never contradict one."""

from __future__ import annotations

from unbland.core.ledger.lexicon.cue import listed

#: In lower case and without accents. Countries that English-language postings name most, the provinces of Canada,
#: the states of the United States and of Australia, the counties of England and Ireland that share no town's name, and
#: what is wider than a country. `new york` is a town as well.
REGIONS = frozenset(
    listed("""
        canada, united states, united states of america, usa, us, u.s, united kingdom, uk, england, scotland, wales,
        northern ireland, ireland, germany, france, spain, italy, portugal, netherlands, belgium, switzerland, austria,
        poland, sweden, norway, denmark, finland, india, armenia, georgia, australia, new zealand, south africa, mexico,
        brazil, japan, china, israel, turkey, ukraine, romania, greece, philippines, nigeria, kenya, europe, eu,
        european union, emea, north america, latin america, latam, apac, asia, africa, worldwide, global, anywhere,
        nationwide, international, multiple locations, various locations, various, multiple, flexible, home, home based,
        field, field based, ontario, on, quebec, qc, british columbia, bc, alberta, ab, manitoba, mb, saskatchewan, sk,
        nova scotia, ns, new brunswick, nb, newfoundland, newfoundland and labrador, nl, prince edward island, pe,
        yukon, nunavut, northwest territories, alabama, alaska, arizona, arkansas, california, colorado, connecticut,
        delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
        massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
        new mexico, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina,
        south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, al, ak,
        az, ar, ca, co, ct, de, fl, ga, hi, id, il, in, ia, ks, ky, me, md, ma, mi, mn, ms, mo, mt, ne, nv, nh, nj, nm,
        ny, nc, nd, oh, ok, or, pa, ri, sc, sd, tn, tx, ut, vt, va, wa, wv, wi, wy, new south wales, nsw, queensland,
        tasmania, vic, qld, bedfordshire, berkshire, buckinghamshire, cambridgeshire, cheshire, cornwall, cumbria,
        derbyshire, devon, dorset, county durham, east sussex, west sussex, east yorkshire, north yorkshire, south
        yorkshire, west yorkshire, yorkshire, essex, gloucestershire, greater london, greater manchester, hampshire,
        herefordshire, hertfordshire, kent, lancashire, leicestershire, lincolnshire, merseyside, norfolk,
        northamptonshire, northumberland, nottinghamshire, oxfordshire, rutland, shropshire, somerset, staffordshire,
        suffolk, surrey, tyne and wear, warwickshire, west midlands, wiltshire, worcestershire, co. cork, co. galway,
        co. kerry, co. mayo, co. donegal, co. clare, co. kildare, co. meath, co. wexford, co. wicklow, co. sligo, co.
        tipperary
    """)
)

#: Towns that are called by a short name, plainly spelled.
TOWN_NAMES = {
    "nyc": "new york", "new york city": "new york", "manhattan": "new york", "sf": "san francisco",
    "la": "los angeles", "philly": "philadelphia", "dc": "washington dc", "washington d.c": "washington dc",
    "kw": "kitchener", "gta": "toronto", "yvr": "vancouver", "mtl": "montreal", "bengaluru": "bangalore",
}  # fmt: skip
