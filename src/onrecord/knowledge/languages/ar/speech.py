"""Arabic: words of reporting. Forms are written without harakat; matching folds them."""

from onrecord.knowledge.language import Speech


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each form alone and after the conjunction wa- or fa-, which Arabic writes on to the verb."""
    return tuple(p + w for w in words for p in ("", "و", "ف"))


SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("”", "“")),
    say=_joined(
        _words("""
    قال قالت قالوا يقول تقول يقولون صرح صرحت صرّح أعلن أعلنت يعلن أكد أكدت أكّد يؤكد تؤكد أضاف أضافت يضيف تابع تابعت أوضح أوضحت
    يوضح أشار أشارت يشير تشير ذكر ذكرت يذكر شدد شددت شدّد لفت لفتت كتب كتبت أفاد أفادت رأى رأت اعتبر اعتبرت يرى ترى نفى نفت
    حذر حذرت حذّر وعد وعدت أجاب أجابت سأل سألت زعم زعمت اعترف اعترفت
    """)
    ),
    think=_joined(_words("يعتقد تعتقد اعتقد نعتقد يأمل تأمل يظن")),
    stance=_joined(
        _words("""
    دعا دعت يدعو تدعو حث حثت أدان أدانت يدين تدين اتهم اتهمت طالب طالبت يطالب تطالب انتقد انتقدت رفض رفضت يرفض ترفض رحب رحبت
    عارض عارضت يعارض
    """)
    ),
    doubtful=_words("ذكر كتب وعد تابع لفت يرى ترى"),
    traps=("على سبيل القول", "يقال"),
    pronouns=_words("هو هي هم"),
    offices=_words("""
    المتحدث المتحدثة الناطق الناطقة الرئيس رئيس وزير وزيرة الوزير السفير سفير السفيرة الأمين أمين المندوب مندوب الملك ملك
    الأمير مدير المدير مسؤول المسؤول المبعوث
    """),
    complementizers=_words("أن إن بأن أنه إنه أنها إنها أنهم إنهم بأنه بأنها أنّ إنّ"),
    according=("وفقا ل", "وفقًا ل", "بحسب", "حسب", "وفق", "نقلا عن"),
    honorifics=_words("السيد السيدة معالي سعادة فخامة الدكتور"),
    auxiliaries=_words("قد وقد لقد كما أيضا أيضًا ثم كان كانت لم لا"),
    stops=_words("في من إلى على عن مع بعد قبل خلال حول بشأن و أو ثم لكن حيث بينما ردا أن إن بأن أنه إنه أنها إنها"),
    determiners=_words("هذا هذه ذلك تلك"),
    openers=_words("لكن ثم كما"),
    outlets=("وكالة", "صحيفة", "قناة", "إذاعة", "تلفزيون"),
    speeches=("كلمة", "خطاب", "بيان", "تصريح"),
    subject_after=True,
    joins=("باسم", "في"),
    first=_words("نحن أنا إننا إنني"),
    drops_subject=True,
    plain=("أن", "إن", "بأن", "أنّ", "إنّ"),
)
