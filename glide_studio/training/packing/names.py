"""Which emoji and 3D models are worth learning, and their nouns in captions."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.replace("\n", " ").split(","))


GROUPS = {
    0: "smileys",
    1: "people",
    3: "animals",
    4: "food",
    5: "travel",
    6: "activities",
    7: "objects",
}
"""Unicode's groups by emojibase's numbers, without skin tones, symbols and flags."""

SMILEYS = _phrases(
    """
    alien, alien monster, angry face, broken heart, clown face, cowboy hat face, crying face, ghost,
    goblin, grinning face, nerd face, ogre, partying face, pile of poo, red heart, robot, skull,
    sleeping face, smiling face with heart-eyes, smiling face with sunglasses, thinking face
    """
)
"""The labels used from the first group: faces with a name of their own."""

PEOPLE = _phrases(
    """
    Santa Claus, artist, astronaut, baby, ballet dancer, boy, construction worker, cook, detective,
    elf, fairy, farmer, firefighter, genie, girl, guard, judge, mage, man, man dancing, mechanic,
    mermaid, ninja, old man, old woman, person running, person surfing, person walking, pilot,
    police officer, prince, princess, scientist, singer, skier, snowboarder, superhero, teacher,
    troll, vampire, woman, woman dancing, zombie
    """
)
"""The labels used from the second group: no gestures, body parts, families or couples."""

UNCLEAR_EMOJI = _phrases(
    """
    o'clock, -thirty, moon face, gibbous, quarter moon, waxing, waning, moon viewing, milky way,
    globe, map, sunrise, sunset, cityscape, bridge at night, night with, hot springs, wind face,
    cyclone, sun behind, cloud with, water wave, foggy, landslide, high voltage, national park,

    chart, outbox, inbox, e-mail, incoming, envelope with, page, bookmark, label, card index,
    calendar, postbox, open mailbox, with lowered, mobile phone with, low battery, pager, banknote,
    yen, admission, ticket, reminder, identification, placard, ballot, black nib, pushpin,
    straight ruler, triangular, linked, optical disk, trackball, computer disk, film frames,
    level slider, control knobs, musical score, musical note, speaker low,
    speaker medium, speaker high, muted, locked, unlocked,
    bell with, hourglass not, tilted right, oncoming, airplane dep, airplane arr, bus stop, barber,
    motorway, railway track, elevator, dizzy,

    love hotel, shrine, kaaba, synagogue, mosque, temple, church, funeral, coffin, headstone, hamsa,
    nazar, prayer beads, diya, pine decoration, tanabata, Japanese, house with garden, houses,
    derelict,

    pig nose, paw prints, microbe, leaf fluttering, brown mushroom, guide dog, service dog,
    two-hump, front-facing, eye,

    stuffed flatbread, tamale, oden, fish cake, dango, pouring, clinking, cooking, cigarette,
    bikini, thong, briefs, woman's clothes, sari, rosette, hair pick, safety pin,
    place medal, mahjong, playing cards, joker, martial, flag in hole, goal net, bullseye,
    cricket game, field hockey, ice hockey, lacrosse,
    dna, x-ray, drop of blood, mouse trap, white cane, broken chain, roll of paper, bubbles
    """
)
"""Parts of labels whose pictures show a sign, a scene, or no single object with a name."""

UNCLEAR_EMOJI_ENDINGS = _phrases("new moon, suit, medal, construction, wing, mate, fog, tennis")

EMOJI_NOUNS = {
    "T-Rex": "dinosaur",
    "articulated lorry": "semi truck",
    "automobile": "car",
    "baby chick": "chick",
    "billed cap": "cap",
    "closed book": "book",
    "closed umbrella": "folded umbrella",
    "cup with straw": "soda cup",
    "cut of meat": "steak",
    "deciduous tree": "tree",
    "doughnut": "donut",
    "ear of corn": "corn",
    "evergreen tree": "pine tree",
    "fire engine": "fire truck",
    "flying saucer": "ufo",
    "gem stone": "diamond",
    "headphone": "headphones",
    "high-speed train": "train",
    "honeybee": "bee",
    "hot beverage": "cup of coffee",
    "ice cream": "bowl of ice cream",
    "jack-o-lantern": "pumpkin",
    "lady beetle": "ladybug",
    "leafy green": "lettuce",
    "locomotive": "steam train",
    "man's shoe": "shoe",
    "meat on bone": "ham",
    "mobile phone": "phone",
    "motor scooter": "scooter",
    "passenger ship": "cruise ship",
    "pool 8 ball": "billiard ball",
    "poultry leg": "chicken leg",
    "red apple": "apple",
    "sauropod": "brontosaurus",
    "snow-capped mountain": "snowy mountain",
    "soft ice cream": "ice cream cone",
    "spouting whale": "blue whale",
    "sport utility vehicle": "SUV",
    "umbrella with rain drops": "umbrella in the rain",
    "woman's hat": "sun hat",
    "wrapped gift": "gift box",
}
"""Everyday nouns for labels of Unicode that are not."""


def emoji_noun(label: str, group: int) -> str | None:
    """The noun for the emoji with emojibase's `label`, or None if it is not worth learning.

    Apostrophes in `label` are straight.
    """
    if group == 0:
        chosen = label in SMILEYS
    elif group == 1:
        chosen = label in PEOPLE
    else:
        unclear = label.endswith(UNCLEAR_EMOJI_ENDINGS) or any(
            part in label for part in UNCLEAR_EMOJI
        )
        chosen = group in GROUPS and not unclear
    return EMOJI_NOUNS.get(label, label.lower()) if chosen else None


UNCLEAR_MODELS = _phrases(
    """
    plug, socket, switch, dimmer, fluorescent, track lights, hanging, pendant, wall spot, artwork,
    window, shutter, screen door, double door, elevator door, curtain, porch column, iron railing,
    parking, sidewalk, pedestrian, rail crossing, arrow straight, arrow turn, emergency, smoke,
    intercom, entry, number lock, locked locker, mp3, video projector, wall flat, external unit,
    internal unit, electric water, gaz water, garden faucet, hose reel, stone grill, indoor bike,
    corner cabinet, upper, lower cabinet, high cabinet, glass door cabinet, sink cabinet,
    vertical shelves, island, induction, double vanity, contemporary, technical, mezzanine,
    day bed, captain's bed, osaka, opened, rectangle, round swimming, changing, wood bank,
    shower head, shower stall, bathmat, toilet paper, toilet brush, paper towel, wall hanger,
    wire coat, letter tray, sushi tray, little bank, bill, frame, penbox, mannequin, cosmetics,
    kitchen tools, kitchen knife, oil servers, spice tower, chopping, large pan, large stove
    """
)
"""Parts of the names of models that are fittings, scenes, or no single object with a name."""

UNCLEAR_MODEL_NAMES = _phrases(
    """
    ashtray, barnum, boiler, bootie, brush, comb, cooktop, elevator, female, flacon, furnace,
    hashtray, hood, knife, male, puff, rails, range hood, ruler, screen, speaker, tape, tool, tray
    """
)
"""Names that are left out only as a whole, not as a part of another name."""

MODEL_NOUNS = {
    "acacia": "acacia tree",
    "apple ibook": "laptop",
    "apple imac 1998": "old computer",
    "apple imac 2004": "desktop computer",
    "apple iphone": "smartphone",
    "apples": "bowl of apples",
    "bended coconut tree": "palm tree",
    "bike": "bicycle",
    "blue pine under snow": "snowy pine tree",
    "bulldog": "dog",
    "car model": "vintage car",
    "chevrolet": "pickup truck",
    "city bus": "bus",
    "class seat": "school chair",
    "coconut tree": "palm tree",
    "coffee cup": "cup of coffee",
    "coffee mug": "mug",
    "concept sedan 01": "sedan car",
    "concept sedan 02": "blue sedan car",
    "concept sedan 02 sport": "sports car",
    "cone": "traffic cone",
    "copper beech": "red tree",
    "couch": "sofa",
    "cup cake": "cupcake",
    "cypress": "cypress tree",
    "dart game": "dartboard",
    "extinguisher": "fire extinguisher",
    "flipper": "pinball machine",
    "ford focus": "hatchback car",
    "fridge": "refrigerator",
    "gift": "gift box",
    "japanese maple": "red maple tree",
    "large fridge": "refrigerator",
    "mocassin": "shoe",
    "motorbike": "motorcycle",
    "mower": "lawn mower",
    "oak chair": "wooden chair",
    "oak table": "wooden table",
    "peach blossom": "pink blossom tree",
    "peugeot 308 cc": "convertible car",
    "pine": "pine tree",
    "pine under snow": "snowy pine tree",
    "plastic cup": "cup",
    "playstation": "game console",
    "poplar": "poplar tree",
    "potty": "potty chair",
    "reflex camera": "camera",
    "renault scenic": "minivan",
    "roasted chicken": "roast chicken",
    "seat leon": "hatchback car",
    "short": "shorts",
    "siamese cat": "cat",
    "smart car": "small car",
    "sofa 2 seats": "sofa",
    "sofa 3 seats": "sofa",
    "sycamore maple": "green tree",
    "table tennis": "ping pong table",
    "table tennis bat": "ping pong paddle",
    "teck chair": "wooden chair",
    "toilets unit": "toilet",
    "trunck": "trunk",
    "tulips": "vase of tulips",
    "tv": "television",
    "tv 16:9": "television",
    "vw new beetle": "yellow car",
    "winchester armchair": "leather armchair",
    "winchester sofa": "leather sofa",
    "wood toy": "wooden toy",
    "wooden alder table": "wooden table",
    "wooden teak table": "wooden table",
    "yamaha yzr r6": "motorcycle",
}
"""Everyday nouns for names of the catalogue that are not."""


def model_noun(name: str) -> str | None:
    """The noun for the model with the catalogue's `name`, or None if it is not worth learning."""
    name = name.strip().lower()
    if not name or name in UNCLEAR_MODEL_NAMES or any(part in name for part in UNCLEAR_MODELS):
        return None
    return MODEL_NOUNS.get(name, name)
