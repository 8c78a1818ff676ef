"""Gives rows that were written from memory the source that says the same, where open data says it to the day; prints what it changed.

usage: python3 tools/knowledge/source_rows.py DATA_FOLDER PACK_FOLDER

Holders agree where state, sort of office, a word of the name and the first day agree, to the day or as finely as the source tells; the day of review moves to that of the
source where the source still has the person in office. One that tells of the same person and office a few days apart is printed as a conflict. tools/knowledge/pages.csv has
what pages say of memberships, chairs, relations, borders and who held an office since when; a row gets the address of the page that says the same, with "(year)" or "(month)" behind it where the page tells no more. Names agree where the territories, the country codes or the factbook have them for that state.
"""
import csv, glob, html, json, re, sys, unicodedata
data, pack = sys.argv[1], sys.argv[2]
MONTHS = {m: i + 1 for i, m in enumerate("January February March April May June July August September October November December".split())}
MONTHS |= {m[:3]: i for m, i in list(MONTHS.items())}

def plain(text):
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()

def words(name):
    return {re.sub("(skyy|skiy|skii|ski)$", "sky", w) for w in re.split("[^a-z]+", plain(name)) if len(w) > 2}

def text_of(value):
    return value if isinstance(value, str) else " ".join(text_of(v) for v in value.values()) if isinstance(value, dict) else ""

def table(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))

codes = table(f"{data}/country-codes/country-codes.csv")
iso3_of_fips = {r["FIPS"].strip().lower(): r["ISO3166-1-Alpha-3"] for r in codes if r["FIPS"].strip()}
iso3_of = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in codes}
book = {k: v for k, v in json.load(open(f"{data}/factbook/factbook-government.json", encoding="utf-8")).items() if isinstance(v, dict)}
facts = []  # state, office, name words, from, until, source, reviewed

for fips, entry in sorted(book.items()):
    if not isinstance(entry.get("Executive branch", {}), dict) or not isinstance(entry.get("Nationality", {}), dict): continue
    state = {"kv": "XKX", "we": "PSE"}.get(fips) or iso3_of_fips.get(fips)
    for field, offices in (("chief of state", ("president", "hos")), ("head of government", ("pm", "hog", "president"))):
        text = re.sub("<[^>]*>", " ", html.unescape(text_of(entry.get("Executive branch", {}).get(field, ""))))
        for m in re.finditer(r"([^();]+?)\s*\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\)", text):
            since = m[4] + (f"-{MONTHS[m[3]]:02d}" if m[3] in MONTHS else "") + (f"-{int(m[2]):02d}" if m[2] else "")
            for office in offices: facts.append((state, office, words(m[1]), since, "", "factbook", "2026-01-31"))

SORTS = [(r"^President( of|$)", "president"), (r"^(Prime Minister|Premier)", "pm"), (r"^Vice President", "vp"), (r"Secretary of State$|(Foreign|External) Affairs|Foreign Minister", "fm"),
         (r"Secretary of Defen[cs]e|Minister of (National )?Defen[cs]e|Defen[cs]e Minister|Minister of Defence", "defmin"), (r"Minister of Finance|Finance Minister|Secretary of the Treasury", "finmin"),
         (r"Interior|Home Affairs", "intmin"), (r"Supreme Leader", "hos"), (r"Speaker", "speaker"), (r"National Security Advis", "nsa"), (r"Spokes", "mfa-spokesperson"), (r"General Secretary", "gensec")]
FOLDERS = {"russia-cabinet": "RUS", "us-cabinet": "USA", "ukraine-cabinet": "UKR", "china-ministers": "CHN", "india-ministers": "IND", "iran-ministers": "IRN", "uae-ministers": "ARE"}
for folder, state in FOLDERS.items():
    for r in table(f"{data}/office-holders/{folder}/holders21.csv"):
        for pattern, office in SORTS:
            if re.search(pattern, r["position"]) and "Deputy" not in r["position"]:
                facts.append((state, office, words(r["person"]), r["start"], r["end"], folder, "2022-10-01"))
for name in ("holders21", "current"):
    for r in table(f"{data}/office-holders/world/{name}.csv"):
        facts.append(("*", "*", words(r["person"]), r["start"], r["end"], "office-holders world", "2022-12-05"))
for r in table(f"{data}/us-posts/us-appointments.csv"):
    for pattern, office in ((r"^Secretary of State$", "fm"), (r"^Secretary of Defense$", "defmin")):
        if re.search(pattern, r["post"]): facts.append(("USA", office, words(r["person"]), r["started_or_arrived"] or r["appointed"], r["ended"], "us-posts", "2025-03-25"))
name, office = None, None
for line in open(f"{data}/us-executive/executive.yaml", encoding="utf-8"):
    if m := re.match(r"\s+(first|last): (.*)", line): name = m[2] if m[1] == "first" else f"{name} {m[2]}"
    if m := re.match(r"\s+- type: (prez|viceprez)", line): office = {"prez": "president", "viceprez": "vp"}[m[1]]
    if m := re.match(r"\s+start: '(.*)'", line): begun = m[1]
    if m := re.match(r"\s+end: '(.*)'", line): facts.append(("USA", office, words(name), begun, m[1], "us-executive", "2026-06-01"))
posts = {r["id"]: r["name"] for r in table(f"{data}/uk-ministers/post.csv")}
people = {r["id"]: r["name"] for r in table(f"{data}/uk-ministers/person.csv")}
for r in table(f"{data}/uk-ministers/appointment.csv"):
    for pattern, office in ((r"^Prime Minister$", "pm"), (r"^(Secretary of State for Foreign|Foreign Secretary|Secretary of State for Foreign, Commonwealth)", "fm"), (r"^Secretary of State for Defence", "defmin"), (r"^Secretary of State for the Home|^Home Secretary", "intmin"), (r"^Chancellor of the Exchequer", "finmin")):
        if re.search(pattern, posts.get(r["post_id"], "")): facts.append(("GBR", office, words(people.get(r["person_id"], "")), r["start_date"], r["end_date"], "uk-ministers", "2026-06-12"))

def agree(one, other):
    """Whether two days are the same, as finely as the coarser tells."""
    return one != "" and other != "" and (one.startswith(other) or other.startswith(one))

by_seat = {}
for fact in facts: by_seat.setdefault(fact[0], []).append(fact)

def day_number(day):
    parts = [int(part) for part in (day + "-1-1").split("-")[:3]]
    return parts[0] * 365.25 + parts[1] * 30.44 + parts[2]

def rewrite(name, change):
    path = f"{pack}/{name}.csv"
    with open(path, encoding="utf-8", newline="") as f: rows = list(csv.reader(f))
    changed = sum(1 for row in rows[1:] if change(row))
    with open(path, "w", encoding="utf-8", newline="") as f: csv.writer(f, lineterminator="\n").writerows(rows)
    print(name, changed, "of", sum(1 for row in rows[1:]), "rows got a source")

def holder(row):
    if row[7] != "unsourced": return False
    near = None
    for state, office, name, begun, ended, source, reviewed in by_seat.get(row[2], []) + by_seat.get("*", []):
        if state == "*" and "/" not in row[2] or office not in ("*", row[3]) or not name & words(row[1]) or not re.match(r"\d{4}", begun): continue
        if agree(begun, row[5]) and (begun == row[5] or len(name & words(row[1])) >= min(2, len(words(row[1])))):
            row[7] = source
            if row[6] == "" and ended == "" and reviewed > row[8]: row[8] = reviewed
            return True
        if state != "*" and row[5] and len(name & words(row[1])) >= min(2, len(words(row[1]))) and abs(day_number(begun) - day_number(row[5])) < 60: near = (begun, source)
    if near: print("conflict", row[2], row[3], row[1], row[5], "but", near[0], "in", near[1])
    return False

rewrite("holders-hand", holder)

known = {}
for path in glob.glob(f"{data}/territories/*.yml"):
    code = path.split("/")[-1][:-4].upper()
    if code not in iso3_of and code != "XK": continue
    for line in open(path, encoding="utf-8"):
        if m := re.match(r"(?:name|full_name): (.*)|\s+- (.*)", line.rstrip()):
            known.setdefault(plain(re.sub(r"\s+#.*", "", m[1] or m[2]).strip("\"' ")), set()).add((iso3_of.get(code, "XKX"), "rigour"))
for r in codes:
    for column, value in r.items():
        if value and ("name" in column.lower() or column.startswith("UNTERM")): known.setdefault(plain(value), set()).add((r["ISO3166-1-Alpha-3"], "country-codes"))
for fips, entry in sorted(book.items()):
    if not isinstance(entry.get("Executive branch", {}), dict) or not isinstance(entry.get("Nationality", {}), dict): continue
    state = {"kv": "XKX", "we": "PSE"}.get(fips) or iso3_of_fips.get(fips)
    nationality = " ".join(v if isinstance(v, str) else json.dumps(v) for v in entry.get("Nationality", {}).values())
    for noun in re.findall(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*", nationality):
        for form in (noun, noun + "s"): known.setdefault(plain(form), set()).add((state, "factbook"))
    for field in ("conventional long form", "conventional short form", "former", "abbreviation", "local short form"):
        country = entry.get("Country name", {})
        for name in re.split(r"[,;/]", text_of(country.get(field, "")) if isinstance(country, dict) else ""):
            known.setdefault(plain(name.strip()), set()).add((state, "factbook"))

def named(row):
    if row[3] != "unsourced" or not row[1].startswith("state/"): return False
    for state, source in sorted(known.get(plain(row[0]), ()), key=str):
        if state == row[1][6:]:
            row[3] = source
            return True
    return False

rewrite("names", named)

# Who visited the United States, or was met abroad, in an office: that they held it on that day. The first and the last day of such a row stay from memory.
SEEN = {"president": r"(?:Interim |Acting |Transitional )?President", "pm": r"(?:Interim |Acting )?(?:Prime Minister|Premier|Chancellor|Taoiseach)", "hos": r"King|Queen|Emir|Amir|Sultan|Emperor|Pope|Grand Duke", "cp": r"Crown Prince",
        "fm": r"Foreign (?:Affairs )?(?:Minister|Secretary)|External Affairs Minister|(?:Minister|(?:Cabinet )?Secretary) (?:of|for) Foreign Affairs", "defmin": r"Defen[cs]e Minister|(?:Minister|Secretary) of (?:National )?Defen[cs]e"}
SEEN["hog"] = SEEN["pm"]
state_of = {}
for r in codes:
    for column in ("CLDR display name", "official_name_en", "UNTERM English Short"): state_of.setdefault(re.sub("[^a-z]+", "-", plain(r[column].split(" (")[0])).strip("-"), r["ISO3166-1-Alpha-3"])
with open(f"{pack}/states.csv", encoding="utf-8", newline="") as f:
    for r in csv.DictReader(f): state_of[re.sub("[^a-z]+", "-", plain(r["name"])).strip("-")] = r["iso3"]
seen = {}  # state: [(day, words of who was there, source)]
def tag(block, name):
    m = re.search(rf"<{name}(?: [^>]*)?>(.*?)</{name}>", block, re.S)
    return re.sub(r"\s+", " ", html.unescape(m[1])).strip() if m else ""
for path in sorted(glob.glob(f"{data}/leader-visits/*.xml")):
    for block in re.findall(r"<visit>.*?</visit>", open(path, encoding="utf-8").read(), re.S):
        m = re.search(r'<from id="([^"]*)"', block)
        if m and (state := state_of.get(m[1])): seen.setdefault(state, []).append((tag(block, "start-date"), tag(block, "visitor"), "leader-visits"))
for path in sorted(glob.glob(f"{data}/leader-trips/*/*.xml")):
    for block in re.findall(r"<trip .*?</trip>", open(path, encoding="utf-8").read(), re.S):
        m = re.search(r'<country id="([^"]*)"', block)
        if m and (state := state_of.get(m[1])): seen.setdefault(state, []).append((tag(block, "start-date"), tag(block, "remarks"), "leader-trips"))

def met(row):
    if row[7] != "unsourced" or row[3] not in SEEN: return False
    last = plain(row[1]).split()[-1].split("-")[-1]
    for day, text, source in seen.get(row[2], []):
        if not (row[5] < day and (row[6] == "" and day <= row[8] or day < row[6])): continue
        for m in re.finditer(rf"\b(?:{SEEN[row[3]]})s? ((?:[A-Z][\w.'’-]*|al|bin|de|da|van|von|the|of)(?: (?:(?:[ae]l-)?[A-Z][\w.'’-]*|al|bin|de|da|del|van|von))*)", text):
            said = set(re.split("[^a-z]+", plain(m[1])))
            if last in said and len(last) > 2:
                row[7] = f"{source} {day}"
                return True
    return False

rewrite("holders-hand", met)

# A given name is a man's or a woman's where all ministers of one list who bear it are.
given = {}
for r in table(f"{data}/uk-ministers/person.csv"):
    first = r["name"].split()[0]
    if r["gender"] in ("M", "F") and first not in ("Lord", "Sir", "Baroness", "Dame", "Viscount", "Earl"): given.setdefault(first, []).append(r["gender"].lower())

def gendered(row):
    if row[2] != "unsourced" or set(given.get(row[0], [])) != {row[1]}: return False
    row[2] = "uk-ministers"
    return True

rewrite("given-names", gendered)

houses = {}
for fips, entry in sorted(book.items()):
    branch = entry.get("Legislative branch", {})
    state = {"kv": "XKX", "we": "PSE"}.get(fips) or iso3_of_fips.get(fips)
    if state and isinstance(branch, dict): houses[state] = plain(text_of(branch))

def house(row):
    if row[-1] != "unsourced" or not row[0].endswith(".parliament"): return False
    if not any(len(name) > 4 and plain(name) in houses.get(row[3], "") for name in [row[1], *row[4].split(";")]): return False
    row[-1] = "factbook"
    return True

rewrite("bodies", house)

towns = {(plain(r["name"]), iso3_of.get(r["country"], "")) for r in csv.DictReader(open(f"{data}/places/geonames-cities.tsv", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)}
lands = set()
for path in glob.glob(f"{data}/territories/*.yml"):
    code = path.split("/")[-1][:-4].split("_")[0].upper()
    for line in open(path, encoding="utf-8"):
        if m := re.match(r"(?:name|full_name): (.*)|\s+- (.*)", line.rstrip()): lands.add((plain(re.sub(r"\s+#.*", "", m[1] or m[2]).strip("\"' ")), iso3_of.get(code, "XKX")))

def placed(row):
    if row[3] != "unsourced": return False
    source = "geonames" if (plain(row[1]), row[2]) in towns else "rigour" if (plain(row[1]), row[2]) in lands else None
    if source: row[3] = source
    return source is not None

rewrite("regions-hand", placed)

# What pages say.
said = {}
with open(__file__.replace("source_rows.py", "pages.csv"), encoding="utf-8", newline="") as f:
    for r in csv.DictReader(f):
        said.setdefault((r["subject"], r["predicate"], r["object"]), []).append((r["page"], r["says"]))
        if r["predicate"] in ("relations-since", "borders"): said.setdefault((r["object"], r["predicate"], r["subject"]), []).append((r["page"], r["says"]))
with open(f"{pack}/facts.csv", encoding="utf-8", newline="") as f:
    begun = {}
    for r in csv.DictReader(f): begun.setdefault((r["subject"], r["predicate"], r["object"]), []).append(r["from"])
with open(f"{pack}/holders-hand.csv", encoding="utf-8", newline="") as f:
    for r in csv.DictReader(f): begun.setdefault((r["person"], "held", f"{r['state']}.{r['office']}"), []).append(r["from"])
for key, statements in sorted(said.items()):
    for page, says in statements:
        if key[1] not in ("borders", "named") and key in begun and not any(agree(says, day) for day in begun[key]): print("conflict", *key, "/".join(begun[key]), "but", says, "in", page)

def stated(row, key, begins):
    if row[7] != "unsourced": return False
    for page, says in said.get(key, []):
        if agree(says, begins):
            row[7] = page + (" (year)" if len(says) < 7 <= len(begins) else " (month)" if len(says) < 10 <= len(begins) else "")
            return True
    return False

rewrite("facts", lambda row: stated(row, (row[0], row[1], row[2]), row[3]))
rewrite("holders-hand", lambda row: stated(row, (row[0], "held", f"{row[2]}.{row[3]}"), row[5]))

def beside(row):
    if row[3] != "unsourced" or row[2] != "land" or not (pages := said.get((f"state/{row[0]}", "borders", f"state/{row[1]}"))): return False
    row[3] = pages[0][0]
    return True

rewrite("borders", beside)

def listed(row):
    if row[-1] != "unsourced" or not (pages := said.get((row[0], "named", row[0]))): return False
    row[-1] = pages[0][0]
    return True

rewrite("bodies", listed)

# A president who is head of government too leads the state.
led = {}
for fips, entry in sorted(book.items()):
    state = {"kv": "XKX", "we": "PSE"}.get(fips) or iso3_of_fips.get(fips)
    if isinstance(entry.get("Executive branch", {}), dict): led[state] = [text_of(entry["Executive branch"].get(field, "")) if "Executive branch" in entry else "" for field in ("chief of state", "head of government")]

def leads(row):
    if row[5] != "unsourced" or row[1].split(";")[0] != "president" or row[2] == "military" or row[4] != "" or not all(text.startswith("President") for text in led.get(row[0], [""])): return False
    row[5] = "factbook"
    return True

rewrite("leading-offices", leads)
