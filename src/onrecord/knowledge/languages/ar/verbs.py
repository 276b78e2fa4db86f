"""Arabic: reporting verbs with the forms that reports use.

Lives here: stems by what they report, and the paradigms that make past and present of the third person, with the
particles that Arabic writes on to the verb. Not here: other words of reporting (``speech``). Forms are written without
vowel signs and with a bare alif: reading folds both.
"""

PARTICLES = ("", "و", "ف")
PAST = ("", "ت", "وا", "ا")
PRESENT = ("ي{}", "ت{}", "ي{}ون", "ي{}ان", "سي{}", "ست{}")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each form alone and after the conjunction wa- or fa-."""
    return tuple(p + w for w in words for p in PARTICLES)


def verbs(stems: str) -> tuple[str, ...]:
    """ "past/present" stems ("قال/قول"); a past in -ا or -ى loses it before the endings; without a present, past only."""
    made: list[str] = []
    for item in stems.split():
        past, _, present = item.partition("/")
        if past[-1] in "اى":
            made += [past, f"{past[:-1]}ت", f"{past[:-1]}وا"]
        else:
            made += [past + e for e in PAST]
        if present:
            weak = present[-1] in "يىو"
            made += [form.format(present[:-1] if weak and form.endswith("ون") else present) for form in PRESENT]
    return joined(tuple(made))


SAY = (
    *verbs("""
    قال/قول صرح/صرح اعلن/علن اكد/ؤكد اضاف/ضيف تابع/تابع اوضح/وضح اشار/شير ذكر/ذكر شدد/شدد لفت/لفت كتب/كتب افاد/فيد
    راى/رى اعتبر/عتبر نفى/نفي حذر/حذر وعد اجاب/جيب سال/سال زعم/زعم اعترف/عترف اخبر/خبر ابلغ/بلغ
    اعرب/عرب ابدى/بدي كشف/كشف نوه/نوه نبه/نبه جدد/جدد كرر/كرر اقر/قر ادعى/دعي علق/علق رجح/رجح
    تعهد/تعهد التزم/لتزم اقسم/قسم تساءل/تساءل استطرد/ستطرد اردف/ردف استدرك/ستدرك اختتم/ختتم ختم/ختم روى/روي حكى/حكي
    تحدث/تحدث شرح/شرح فسر/فسر برر/برر اثبت/ثبت اظهر/ظهر توقع/توقع تنبا/تنبا اقترح/قترح
    اوصى/وصي نصح/نصح غرد/غرد اورد/ورد احتج/حتج اشتكى/شتكي شكا
    استنتج/ستنتج خلص/خلص لاحظ/لاحظ استعرض/ستعرض تطرق/تطرق ابرز/برز هدد/هدد توعد/توعد
    """),
    *joined(
        _words("""
    اخبره اخبرها اخبرهم اخبرته ابلغه ابلغها ابلغهم ساله سالها سالهم قائلا قائلة قائلين مؤكدا مؤكدة مضيفا مضيفة موضحا موضحة مشيرا مشيرة لافتا لافتة مشددا مشددة معلنا معلنة محذرا محذرة
    مبينا معتبرا معتبرة زاعما منوها مذكرا متابعا مستطردا مشيرين مؤكدين يرى ترى نرى اقول نقول نفى ينفي نؤكد
    """)
    ),
)

THINK = (
    *verbs("اعتقد/عتقد امل/امل ظن/ظن تمنى/تمني خشي/خشى راهن/راهن"),
    *joined(_words("ياملون يؤمن تؤمن يؤمنون آمن ارى معتقدا")),
)

STANCE = (
    *verbs("""
    دعا/دعو حث/حث ادان/دين اتهم/تهم طالب/طالب انتقد/نتقد رفض/رفض رحب/رحب عارض/عارض ايد/ؤيد استنكر/ستنكر شجب/شجب ندد/ندد
    ناشد/ناشد امر/امر طلب/طلب شكر/شكر لام/لوم اشاد/شيد هاجم/هاجم استبعد/ستبعد
    """),
    *joined(_words("داعيا داعية مطالبا مطالبة منددا مرحبا هنات يهنئ تهنئ يهنئون")),
)

DOUBTFUL = joined(
    _words("""
ذكر كتب وعد تابع لفت يرى ترى بين بيان نقل ينقل عبر سال رد يرد ورد حكم امل علم علما فهم شعر حسب امر طلب شكر نشر عرض شرح وصف
نص قدر تقدر قرر روى خبر قسم كشف بث ختم حدد قر صف عيد اثر دعي علق ظهر يظهر تظهر اظهر حدث هنا لوم عرضت نشرت ردا قدرت كتبا بينت
اعاد يعيد تعيد اعادت حسبت
""")
)
