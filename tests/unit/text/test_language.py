import pytest

from provenance.text.language import identify

ENGLISH = "The harbour board said on Monday that the quay was closed and that the ferries would have to wait for the repairs to be done with care."
GERMAN = "Der Hafen war am Montag geschlossen, und die Fähren mussten warten, weil die Arbeiten an der Brücke nicht fertig waren, sagte ein Sprecher."
DUTCH = "De haven was maandag gesloten en de veerboten moesten wachten omdat het werk aan de brug nog niet klaar was, zei een woordvoerder van de stad."
FRENCH = "Le port était fermé lundi et les bateaux ont dû attendre que les travaux sur le pont soient finis, a dit une porte-parole de la ville dans un texte."
SPANISH = "El puerto estaba cerrado el lunes y los barcos tuvieron que esperar a que terminaran las obras del puente, dijo una portavoz de la ciudad en un texto."
PORTUGUESE = "O porto estava fechado na segunda e os barcos tiveram de esperar que as obras da ponte acabassem, disse uma porta-voz da cidade, que não deu mais detalhes."
ITALIAN = "Il porto era chiuso lunedì e le navi hanno dovuto aspettare la fine dei lavori sul ponte, ha detto una portavoce della città in una nota per la stampa."
POLISH = "Port był w poniedziałek zamknięty i promy musiały czekać, bo prace na moście nie były gotowe, jak powiedziała rzeczniczka miasta, która nie podała daty."
TURKISH = "Liman pazartesi günü kapalıydı ve feribotlar beklemek zorunda kaldı, çünkü köprü için yapılan bu iş daha bitmedi, olarak açıkladı bir sözcü ve daha sonra ne olacak."
INDONESIAN = "Pelabuhan itu ditutup pada hari Senin dan kapal harus menunggu karena pekerjaan di jembatan tidak selesai, kata seorang juru bicara kota yang tidak bisa datang."
RUSSIAN = "Порт был закрыт в понедельник, и паромы должны были ждать, потому что работы на мосту не были закончены, как сказала представитель города, но это не всё."
UKRAINIAN = "Порт був зачинений у понеділок, і пороми мали чекати, бо роботи на мосту ще не були закінчені, як сказала речниця міста, але це не все, що вона знає про це."
KAZAKH = "Порт дүйсенбі күні жабық болды және паромдар күтуге мәжбүр болды, деп айтты қала өкілі, бірақ бұл бойынша жұмыс әлі бітпеген, екі күн мен бір түн болды."
ARABIC = "كان الميناء مغلقا يوم الاثنين وكان على العبارات أن تنتظر حتى نهاية العمل في الجسر كما قال المتحدث في المدينة من على هذا المكان الذي لا يعرف ما بعد ذلك"
CHINESE = "星期一港口关闭，渡轮不得不等待桥梁工程完成，市政府发言人在一份声明中表示，这项工程还没有结束，市民需要耐心等待更多的消息和安排。"
JAPANESE = "月曜日に港が閉鎖され、フェリーは橋の工事が終わるまで待たなければならなかったと市の広報担当者が声明の中で述べた。工事はまだ終わっていない。"
KOREAN = "월요일에 항구가 폐쇄되어 페리는 다리 공사가 끝날 때까지 기다려야 했다고 시 대변인이 성명에서 밝혔다. 공사는 아직 끝나지 않았다고 한다. 시민들은 기다린다."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (GERMAN, "de"),
        (DUTCH, "nl"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (PORTUGUESE, "pt"),
        (ITALIAN, "it"),
        (POLISH, "pl"),
        (TURKISH, "tr"),
        (INDONESIAN, "id"),
        (RUSSIAN, "ru"),
        (UKRAINIAN, "uk"),
        (KAZAKH, "kk"),
        (ARABIC, "ar"),
        (CHINESE, "zh"),
        (JAPANESE, "ja"),
        (KOREAN, "ko"),
    ],
)
def test_plain_prose_is_known(text, code):
    assert identify([text]) == code


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        ["The board of the harbour said so."],
        [
            "Ada Vale, Bo Lind, Cy Marsh, Duncan MacRae, Fergus of Skye, Iona, Jean the Younger, Kirsty, Lorna, Mairi, Neil, Oona, Rab, Sim, Tam, Una, Wat"
        ],
        [
            "Quis leget haec? Nemo hercule, nemo, vel duo vel nemo; turpe et miserabile: quare? ne mihi Polydamas et Troiades Labeonem praetulerint? nugae, non si quid turbida"
        ],
        ["1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"],
        ["港" * 30],
        ["α" * 20],
        ["\ud800" * 50],
    ],
    ids=["no lines", "empty", "short", "names", "verse", "figures", "few Han", "few Greek", "surrogates"],
)
def test_what_is_not_sure_is_not_said(lines):
    assert identify(lines) is None


@pytest.mark.parametrize("lines", [[ENGLISH, RUSSIAN], [GERMAN, DUTCH], [SPANISH, PORTUGUESE]])
def test_mixtures_are_not_judged(lines):
    assert identify(lines) is None


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, CHINESE])
def test_copies_and_order_of_lines_change_nothing(text):
    lines = [text, "Ada Vale", "2021"]
    assert identify(lines) == identify([*reversed(lines), *lines]) == identify([text])


def test_a_latin_text_may_quote_other_scripts():
    assert identify([FRENCH, "Порт был закрыт."]) == "fr"
    assert identify([FRENCH, "Порт был закрыт, и паромы должны были ждать."]) == "fr"
    assert identify([FRENCH + " ééé" * 10]) == "fr"


def test_scripts_of_one_language():
    assert identify(["Το λιμάνι ήταν κλειστό τη Δευτέρα και τα πλοία περίμεναν."]) == "el"
    assert identify(["הנמל היה סגור ביום שני והמעבורות נאלצו להמתין עד סוף העבודות."]) == "he"
