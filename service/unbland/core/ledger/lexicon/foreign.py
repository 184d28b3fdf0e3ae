"""Orders to a machine in languages other than English, which a posting in English may carry unseen."""

from __future__ import annotations

#: To cancel what it was told: the verb and the thing, and near them a word for "earlier" or "all" (empty: none needed).
FOREIGN: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w+).{1,60}?(?:anweisung|instruktion|vorgabe|befehl|prompt)",
        "vorherig|bisherig|obig|vorig|früher|vorangegangen|alle|deine|ihre",
    ),
    (
        (
            r"\b(?:ignore[rz]?|oublie[rz]?|ne tenez pas compte|fais abstraction).{1,60}?(?:instruction|consigne"
            r"|directive)s"
        ),
        "précédent|antérieur|ci-dessus|toutes|tes|vos",
    ),
    (
        r"\b(?:ignor[ae]\w*|olvid[ae]\w*|haz caso omiso|descart[ae]).{1,60}?(?:instruccion|indicacion|órden|orden)",
        "anterior|previa|todas|arriba|tus|sus",
    ),
    (
        r"\b(?:ignor[ae]\w*|esqueç[ao]\w*|desconsider[ae]\w*).{1,60}?(?:instruç|orientaç|comando)",
        "anterior|prévi|todas|acima|suas",
    ),
    (
        r"\b(?:ignor[aei]\w*|dimentic[ah]\w*|trascura\w*).{1,60}?(?:istruzion|indicazion|comand)",
        "precedent|sopra|tutte|tue|vostre",
    ),
    (r"\b(?:negeer|vergeet).{1,60}?(?:instructie|aanwijzing|opdracht)", "vorige|eerdere|bovenstaande|alle|jouw|uw"),
    (
        r"\b(?:ignorera|ignorer|glöm|bortse från|glem|se bort fra).{1,60}?(?:instruktion|instruks|anvisning)",
        "tidigare|ovan|alla|tidligere|forrige|alle|dina",
    ),
    (r"\b(?:z?ignoruj|zapomnij|pomiń).{1,60}?(?:instrukcj|polece)", "poprzedni|wcześniejsz|powyższ|wszystki"),
    (r"\b(?:про)?(?:игнорируй|забудь)\w*.{1,60}?(?:инструкци|указани|команд)", "предыдущ|выше|прежн|все"),
    (r"\b(?:про)?(?:ігноруй|забудь)\w*.{1,60}?(?:інструкці|вказівк)", "попередн|вище|всі|усі"),
    (r"(?:talimat|yönerge).{1,60}?(?:yok say|görmezden gel|unut)", ""),
    (r"(?:忽略|无视|無視|忘记|忘記|忽視).{0,20}?(?:指令|指示|提示|说明|說明)", ""),
    (r"(?:指示|命令|プロンプト|指令).{0,15}?(?:無視し|忘れ)", ""),
    (r"(?:지시|명령|지침|프롬프트).{0,15}?(?:무시|잊)", ""),
    (r"(?:تجاهل|انس).{1,40}?(?:التعليمات|الأوامر|التوجيهات|تعليمات)", ""),
    (r"(?:निर्देश|आदेश).{1,40}?(?:अनदेखा|नज़रअंदाज़|भूल)", ""),
)
