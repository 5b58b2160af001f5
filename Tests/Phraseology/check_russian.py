"""Checks Russian numerals and counted nouns against libraries that have nothing to do with this project.

Reads lines of unit, case, number and text, tab-separated, from the standard input: what the room Phraseology says.
The numeral is compared with num2words, the noun with pymorphy3. Ends with status 0 when all agree, 1 when some do
not, and 77 when a library is not installed (see requirements.txt beside this file).
"""

import sys

try:
    import pymorphy3
    from num2words import num2words
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed (Tests/Phraseology/requirements.txt)")
    sys.exit(77)

# Dictionary form, gender, adjective before, words after.
UNITS = {
    "NM": ("миля", "f", "морской", ""),
    "km": ("километр", "m", "", ""),
    "m": ("метр", "m", "", ""),
    "ft": ("фут", "m", "", ""),
    "deg": ("градус", "m", "", ""),
    "h": ("час", "m", "", ""),
    "min": ("минута", "f", "", ""),
    "s": ("секунда", "f", "", ""),
    "m/s": ("метр", "m", "", "в секунду"),
    "ft/min": ("фут", "m", "", "в минуту"),
    "km/h": ("километр", "m", "", "в час"),
    "kt": ("узел", "m", "", ""),
    "hPa": ("гектопаскаль", "m", "", ""),
}
# This table's name of a case, num2words' and pymorphy3's.
CASES = {
    "nom": ("n", "nomn"),
    "gen": ("g", "gent"),
    "dat": ("d", "datv"),
    "acc": ("a", "accs"),
    "ins": ("i", "ablt"),
    "prep": ("p", "loct"),
}
# Both declensions of zero are right; num2words has the other one.
ZERO = {"gen": "нуля", "dat": "нулю", "ins": "нулём", "prep": "нуле"}

morph = pymorphy3.MorphAnalyzer(lang="ru")


def entry(word, part):
    found = [parse for parse in morph.parse(word) if part in parse.tag and parse.normal_form == word]
    if not found:
        raise SystemExit(f"pymorphy3 does not know {word}")
    # Things, not people: «паскаль» is also a name.
    things = [parse for parse in found if "inan" in parse.tag]
    return (things or found)[0]


def numeral(number, case, gender):
    if number == 0:
        return ZERO.get(case, "ноль")
    return num2words(number, lang="ru", case=CASES[case][0], gender=gender, animate=False)


def noun(unit, number, case):
    word, gender, adjective, after = UNITS[unit]
    parse = entry(word, "NOUN")
    grammemes = {CASES[case][1]}
    ones = number % 10 == 1 and number % 100 != 11
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    # Zero and a round thousand are nouns themselves: what is counted stands in the genitive plural.
    governs = number == 0 or (number >= 1000 and number % 1000 == 0)
    if governs:
        counted, before = {"gent", "plur"}, {"gent", "plur"}
    elif ones:
        # The dictionary knows «паскаль» only as a person; the accusative of a masculine thing is its nominative.
        if case == "acc" and gender == "m" and "anim" in parse.tag:
            grammemes = {"nomn"}
        counted = before = grammemes | {"sing"}
    elif case in ("nom", "acc"):
        counted = None
        before = {"nomn", "plur"} if few else {"gent", "plur"}
    else:
        counted = before = grammemes | {"plur"}
    said = parse.make_agree_with_number(number) if counted is None else parse.inflect(counted)
    words = [said.word]
    if adjective:
        before = before | ({"femn"} if "sing" in before and gender == "f" else set())
        words.insert(0, entry(adjective, "ADJF").inflect(before).word)
    if after:
        words.append(after)
    return " ".join(words)


def main():
    checked = differences = 0
    for line in sys.stdin:
        unit, case, digits, text = line.rstrip("\n").split("\t")
        number = int(digits)
        expected = f"{numeral(number, case, UNITS[unit][1])} {noun(unit, number, case)}".upper()
        checked += 1
        # Dictionaries write е for ё where nothing else is meant.
        if expected.replace("Ё", "Е") != text.replace("Ё", "Е"):
            differences += 1
            if differences <= 20:
                print(f"{unit} {case} {number}: “{text}”, expected “{expected}”")
    print(f"{checked} forms checked, {differences} differ")
    sys.exit(1 if differences or checked == 0 else 0)


main()
