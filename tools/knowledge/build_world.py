"""Builds the generated tables of knowledge/world from a folder of open data; never needed to build or run.

usage: python3 tools/knowledge/build_world.py DATA_FOLDER OUT_FOLDER
"""
import csv, glob, json, re, sys, html, unicodedata
data, out = sys.argv[1], sys.argv[2]
MONTHS = {m: i + 1 for i, m in enumerate("January February March April May June July August September October November December".split())}
MONTHS |= {m[:3]: i for m, i in list(MONTHS.items())}

def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")

def rows(path):
    with open(f"{data}/{path}", encoding="utf-8-sig") as f:
        return list(csv.DictReader(f))

def write(name, header, lines):
    with open(f"{out}/{name}", "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(lines)
    print(name, len(lines))

def squeeze(s):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", s))).strip()

book = json.load(open(f"{data}/factbook/factbook-government.json", encoding="utf-8"))
cow = {}
for r in rows("states/cow-states.csv"):
    if r["end"].startswith("9999"): cow[r["cowc"]] = (r["cowcode"], r["country_name"])
codes = rows("country-codes/country-codes.csv")
iso3_of = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in codes}
names_cow = {v[1].lower(): v[0] for v in cow.values()}
PLAIN = {"PRK": "North Korea", "KOR": "South Korea", "TUR": "Turkey", "CZE": "Czech Republic", "GBR": "United Kingdom", "USA": "United States",
         "RUS": "Russia", "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "TWN": "Taiwan", "HKG": "Hong Kong",
         "MAC": "Macau", "PSE": "Palestine", "MMR": "Myanmar", "CIV": "Ivory Coast", "BIH": "Bosnia and Herzegovina"}
ADJ = {"PRK": ["North Korean"], "KOR": ["South Korean"], "USA": ["American"], "GBR": ["British"], "COD": ["Congolese"], "COG": ["Congolese"],
       "MMR": ["Burmese", "Myanmar"], "TWN": ["Taiwanese", "Taiwan"], "PSE": ["Palestinian"], "SAU": ["Saudi", "Saudi Arabian"]}
CAP = {"NRU": "Yaren", "KAZ": "Astana", "MMR": "Naypyidaw", "USA": "Washington", "BOL": "La Paz", "LKA": "Colombo", "ISR": "Jerusalem", "NLD": "The Hague",
       "TWN": "Taipei", "PSE": "Ramallah", "ZAF": "Pretoria", "CIV": "Abidjan", "UKR": "Kyiv", "TZA": "Dodoma", "NGA": "Abuja"}
states, holders, conflicts = [], [], []

def person(text):
    text = re.sub(r"\(.*?\)", "", text)
    m = re.match(r"((?:[A-Za-z'-]+ )*?)(?=[A-ZÀ-Ž][^ ]*( |$))", text)
    words = text.split()
    titles = {"President", "King", "Queen", "Emir", "Amir", "Sultan", "Premier", "Prime", "Minister", "Chancellor", "Crown", "Prince", "and", "Supreme", "Leader",
              "Transitional", "Transition", "Acting", "Interim", "Chairman", "General", "Gen.", "Lt.", "Col.", "Captain", "Head", "of", "State", "Government",
              "State", "Affairs", "Grand", "Duke", "Pope", "Chairperson", "Taoiseach", "Dr.", "Sheikh", "Shaykh", "the", "Military", "Council", "Sovereign",
              "Federal", "Emperor", "Presidency", "First", "Vice", "Co-prince", "Ayatollah", "Marshal", "Doctor", "Brig.", "Maj.", "Capt.", "Major", "Commander",
              "Ministers", "Sir", "Swiss", "Confederation", "Executive,", "Spain", "China", "Chief", "Executive", "Cabinet", "Sr.", "CNSP", "Caretaker", "People's", "Assembly", "Co-Vice", "Commission"}
    while words and words[0] in titles: words.pop(0)
    shown = [w.title() if w.isupper() and len(w) > 2 or w.isupper() and "." not in w else w for w in words]
    return " ".join(shown).replace("Xi Jinping", "Xi Jinping")

for r in codes:
    iso3 = r["ISO3166-1-Alpha-3"].strip()
    if not iso3: continue
    fips = r["FIPS"].strip().lower()
    entry = book.get(fips, {})
    name = PLAIN.get(iso3) or r["CLDR display name"].replace("’", "'").split(" (")[0]
    nat = entry.get("Nationality", {})
    adjectives = ADJ.get(iso3) or [w.strip() for w in re.split(r",| or |;", re.sub(r"\(.*?\)", "", squeeze(nat.get("adjective", "")))) if w.strip() and w.strip()[0].isupper()]
    nouns = []
    for n in re.split(r",| or |;", squeeze(nat.get("noun", ""))):
        m = re.match(r"\s*([A-Z][\w' -]+?)\s*\((s|es)\)", n)
        if m: nouns += [m[1], m[1] + m[2]]
    capital = CAP.get(iso3) or re.split(r";|,| \(| or | in ", squeeze(entry.get("Capital", {}).get("name", "") or r["Capital"]))[0].strip()
    if r["Capital"] and capital and slug(r["Capital"]) != slug(capital): conflicts.append((iso3, "capital", capital, r["Capital"]))
    code = names_cow.get(name.lower()) or cow.get(iso3, ("",))[0]
    independent = "yes" if r["is_independent"] == "Yes" else "no"
    formal = re.sub(r"^the ", "", r["UNTERM English Formal"])
    states.append([iso3, name, formal, r["ISO3166-1-Alpha-2"], r["FIPS"].strip(), code, r["wikidata_id"].split("/")[-1], capital,
                   ";".join(dict.fromkeys(adjectives)), ";".join(dict.fromkeys(nouns)), independent, "country-codes+factbook"])
    seat = entry.get("Executive branch", {})
    for field, role in (("chief of state", "head-of-state"), ("head of government", "head-of-government")):
        if iso3 == "HKG" and role == "head-of-state": continue  # that of China
        text = re.sub(r"; also spelled [^(]*", " ", squeeze(seat.get(field, ""))).replace("President of the Government", "Prime Minister")
        m = re.match(r"(.*?)\s*\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\)", text)
        if not m or independent == "no" and iso3 not in ("TWN", "HKG", "PSE", "XKX"): continue
        title = re.match(r"(?:(?:Acting|Interim|Transitional|Transition|Federal) )*(President|King|Queen|Emir|Amir|Sultan|Premier|Prime Minister|Chancellor|Crown Prince and Prime Minister|Supreme Leader|Emperor)", text)
        name_ = person(m[1])
        if not name_ or len(name_.split()) > 7: continue
        since = m[4] + (f"-{MONTHS[m[3]]:02d}" if m[3] in MONTHS else "") + (f"-{int(m[2]):02d}" if m[2] else "")
        short = {"Crown Prince and Prime Minister": "prime minister", "Premier": "premier"}.get(title[1], title[1].lower()) if title else ("head of state" if role == "head-of-state" else "head of government")
        code_ = {"president": "president", "prime minister": "pm", "premier": "pm", "chancellor": "pm"}.get(short, "hos" if role == "head-of-state" else "hog")
        holders.append([f"person/{slug(name_)}", name_, iso3, code_, short, since, "", "factbook", "2026-01-31"])

# No ISO list has it; agencies report on it under this code.
states.append(["XKX", "Kosovo", "Republic of Kosovo", "XK", "KV", "347", "Q1246", "Pristina", "Kosovan;Kosovar", "Kosovar;Kosovars", "no", "unsourced"])
# States that are no more, so that what is said of them is not put down to their successors.
for code_, name_, formal_, adj_, nouns_, cow_ in (
        ("SUN", "Soviet Union", "Union of Soviet Socialist Republics", "Soviet", "Soviets", "365"), ("DDR", "East Germany", "German Democratic Republic", "East German", "East Germans", "265"),
        ("YUG", "Yugoslavia", "Socialist Federal Republic of Yugoslavia", "Yugoslav", "Yugoslavs", "345"), ("CSK", "Czechoslovakia", "Czechoslovak Socialist Republic", "Czechoslovak", "Czechoslovaks", "315")):
    states.append([code_, name_, formal_, "", "", cow_, "", "", adj_, nouns_, "no", "historical-states"])
FOLDERS = {"russia-cabinet": "RUS", "us-cabinet": "USA", "ukraine-cabinet": "UKR", "china-ministers": "CHN", "india-ministers": "IND", "iran-ministers": "IRN", "uae-ministers": "ARE"}
KINDS = [(r"^President$", "president", "president"), (r"^(Prime Minister|Premier)$", "pm", "prime minister"), (r"^Vice President$", "vp", "vice president"),
         (r"Secretary of State$|(Foreign|External) Affairs|Foreign Minister", "fm", "foreign minister"), (r"Secretary of Defense|Minister of (National )?Defen[cs]e|Defen[cs]e Minister", "defmin", "defence minister")]
for folder, iso3 in FOLDERS.items():
    for r in rows(f"office-holders/{folder}/holders21.csv"):
        for pattern, code, short in KINDS:
            if re.search(pattern, r["position"]) and not re.search("Deputy|State for", r["position"]) and r["start"]:
                holders.append([f"person/{slug(r['person'])}", r["person"], iso3, code, short, r["start"], r["end"], folder, "2022-10-01"])
                break
write("states.csv", "iso3,name,official,iso2,fips,cow,qid,capital,adjectives,demonyms,independent,source".split(","), states)
known = {}
for h in holders:
    if h[7] != "factbook": known.setdefault((h[2], h[1].split()[0], h[1].split()[-1]), (h[0], h[1]))
for h in holders:
    h[1] = " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in re.sub(r"^(Taliban Leader|GNU Interim Prime Minister|Gnu Interim Prime Minister) ", "", h[1]).replace("-KHAMENEI", "-Khamenei").replace(" Iii", " III").replace(" Vi", " VI").split()) if h[7] == "factbook" else h[1]
    h[0] = "person/" + slug(h[1])
    h[0], h[1] = known.get((h[2], h[1].split()[0], h[1].split()[-1]), (h[0], h[1]))
# Appointed by a president who had fled, when the parliament had another.
OUT = {("Volodymyr Zamana"), ("Anatoliy Matviyenko"), ("Viktor Plakida"), ("Vasyl Dzharty"), ("Anatolii Mohyliov"), ("Sergey Aksyonov"), ("Yury Gotsanyuk"),  # of Crimea, listed among Russia's
       ("Vinay Mohan Kwarta"), ("Harsh Vardhan Shringla")}  # foreign secretaries, officials, listed among India's ministers
holders = [h for h in holders if h[1] not in OUT]
best = {}
for h in holders: best.setdefault((h[0], h[2], h[3], h[5][:7]), h)

# What is kept by hand stands; a generated row that tells of the same person and office only adds its spelling of the name, one that
# tells otherwise is printed, and one that begins after the last row kept by hand is news and stays.
def words_of(name):
    return {re.sub("(skyy|skiy|skii|ski)$", "sky", w) for w in re.split("[^a-z]+", slug(name)) if len(w) > 1 and w not in ("al", "el", "bin", "ibn", "ben", "de", "da", "van", "von")}

def is_one(r, h):
    """Two words of the names in common, or one where that is all that one of the names has, or where the last words are one and the first days too."""
    one, two = words_of(r["name"]), words_of(h[1])
    shared = one & two
    return len(shared) > 1 or len(shared) == 1 and (min(len(one), len(two)) == 1 and slug(r["name"]).split("-")[-1] == slug(h[1]).split("-")[-1] or r["from"] == h[5])

# Spellings of the factbook that share too little with the rows kept by hand.
SAME = {"Wachiralongkon": "person/maha-vajiralongkorn", "Haitham bin Tarik Al Said": "person/haitham-bin-tariq", "Michael Martin": "person/micheal-martin"}
hand = {}
with open(f"{out}/holders-hand.csv", encoding="utf-8") as f:
    for r in csv.DictReader(f): hand.setdefault((r["state"], r["office"]), []).append(r)
kept, aliases = [], {}
for h in best.values():
    if h[1] in SAME:
        aliases[h[1]] = SAME[h[1]]
        continue
    rows_ = hand.get((h[2], h[3]))
    if not rows_:
        kept.append(h)
        continue
    same = sorted((r for r in rows_ if is_one(r, h)), key=lambda r: (-len(words_of(r["name"]) & words_of(h[1])), r["from"] != h[5]))
    if same:
        same = [r for r in same if r["person"] == same[0]["person"]]
        if h[1] != same[0]["name"]: aliases[h[1]] = same[0]["person"]
        if h[5] not in [r["from"] for r in same]: conflicts.append((h[2], h[3], h[1], "/".join(r["from"] for r in same), h[5] + " in " + h[7]))
    elif h[5] > max(r["from"] for r in rows_): kept.append(h)
    elif h[5] >= min(r["from"] for r in rows_): conflicts.append((h[2], h[3], "no such holder in the rows kept by hand", h[1], h[5] + " in " + h[7]))
    else: kept.append(h)
write("holders.csv", "person,name,state,office,title,from,until,source,reviewed".split(","), sorted(kept, key=lambda h: (h[2], h[3], h[5], h[0])))
write("holder-names.csv", "alias,entity,source".split(","), [[k, v, "factbook or office-holders"] for k, v in sorted(aliases.items())])
with open(f"{data}/places/geonames-cities.tsv", encoding="utf-8") as f:
    # Of places of one name the largest comes first, which is who bears the name.
    places = sorted(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE), key=lambda r: (-int(r["population"] or 0), int(r["geonames_id"])))
write("places.csv", "id,name,state,population,source".split(","),
      [[r["geonames_id"], r["name"], iso3_of.get(r["country"], ""), r["population"], "geonames"] for r in places])
# Parts of states that reports name: from the territories, without those that are listed as states or contested, and without names that are more often somebody's.
def territory(path):
    entry, key = {}, None
    for line in open(path, encoding="utf-8"):
        m = re.match(r"^(\w+):\s*(.*)$", line.rstrip("\n"))
        if m:
            key = m[1]
            entry[key] = m[2].strip().strip("\"'")
    return entry

LEFT_OUT = {"Victoria", "Virginia", "Punjab", "Amazonas", "Acre", "Jura", "Geneva", "Federal District", "Washington", "Moscow", "Kyiv", "New York", "Berlin"}
listed = {s[1] for s in states} | {s[3].lower() for s in states}
regions = []
for path in sorted(glob.glob(f"{data}/territories/*_*.yml") + glob.glob(f"{data}/territories/ic.yml")):
    t = territory(path)
    name, parent = t.get("name", ""), t.get("parent", "").upper()
    if "(" in name or name in LEFT_OUT or name in listed or len(name) < 4 or parent not in iso3_of or parent in ("AM", "SH") or t.get("is_country") == "true": continue
    regions.append([t.get("qid", ""), name.lstrip("‘"), iso3_of[parent], "rigour"])
write("regions.csv", "id,name,state,source".split(","), sorted(regions, key=lambda r: (r[2], r[1])))
for c in conflicts: print("conflict", *c)

# By what part of the world a state is called: "the West African country", "the landlocked nation".
M49 = {"west african": ["Western Africa"], "east african": ["Eastern Africa"], "central african": ["Middle Africa"], "southern african": ["Southern Africa"], "north african": ["Northern Africa"], "caribbean": ["Caribbean"],
       "central american": ["Central America"], "south american": ["South America"], "latin american": ["Latin America and the Caribbean"], "central asian": ["Central Asia"], "southeast asian": ["South-eastern Asia"], "south-east asian": ["South-eastern Asia"],
       "south asian": ["Southern Asia"], "east asian": ["Eastern Asia"], "pacific": ["Melanesia", "Micronesia", "Polynesia"], "african": ["Africa"], "asian": ["Asia"], "european": ["Europe"]}
called = {}
for r in codes:
    if r["is_independent"] != "Yes" or not r["ISO3166-1-Alpha-3"]: continue
    for words, names in M49.items():
        if {r["Region Name"], r["Sub-region Name"], r["Intermediate Region Name"]} & set(names): called.setdefault(words, set()).add(r["ISO3166-1-Alpha-3"])
    if r["Land Locked Developing Countries (LLDC)"].strip(): called.setdefault("landlocked", set()).add(r["ISO3166-1-Alpha-3"])
write("groupings.csv", "words,states,source".split(","), [[words, ";".join(sorted(called[words])), "country-codes"] for words in sorted(called)])
