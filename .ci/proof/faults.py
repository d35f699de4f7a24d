"""Papers that break the decree, each with exactly the rules that the checks must report.

Owns the pairs. Must not know a check. They go to selftest.py, which also makes sure that every rule has a pair.
"""

from __future__ import annotations

from typing import Any

from docx.shared import RGBColor

from proof.fault import Fault
from proof.papers import TIEU_NGU_MM_AT_14, change
from proof.part_faults import PART_FAULTS
from proof.sheet import LEFT


def fault(name: str, rules: str, **what: Any) -> Fault:
    """The good paper with one thing changed; `rules` are ids with blanks between them."""
    return Fault(name, change(**what), frozenset(rules.split()))


PAGE = [
    fault("US Letter", "GEN-01", page_mm=(215.9, 279.4)),
    fault("narrow side margins", "GEN-04", margins_mm=(20, 10, 20, 25)),
    fault("low top margin", "GEN-04", margins_mm=(17.6, 15, 20, 30)),
    fault("wide left margin", "GEN-04", margins_mm=(20, 15, 20, 38)),
    fault("heading in Arial", "GEN-06", heading_font="Arial"),
    fault("stand-in font by its own name", "GEN-06", heading_font="Liberation Serif"),
    fault("blue heading", "GEN-08", color=RGBColor(0, 0, 255)),
    fault("number starts at 5", "GEN-09", first_number=5),
    fault("number at 11 pt", "GEN-10", page_number_pt=11),
    fault("number in italics", "GEN-10", page_number_italic=True),
    fault("number at the left", "GEN-11", page_number_alignment=LEFT),
    fault("number in the footer", "GEN-04 GEN-11", number_in_footer=True),
    fault("no number", "GEN-11", page_number=False),
    fault("number on page 1", "GEN-12", number_on_first_page=True),
    fault("blank page at the end", "no-blank-page", blank_page=True),
]

HEAD = [
    fault("Quốc hiệu wraps", "QH-01", grid_mm=(75, 90)),
    fault("Quốc hiệu at 14 pt", "QH-02", quoc_hieu_pt=14, grid_mm=(60, 105)),
    fault("Quốc hiệu light", "QH-02", quoc_hieu_bold=False),
    fault("en dashes in the Tiêu ngữ", "QH-03 QH-05", tieu_ngu="Độc lập – Tự do – Hạnh phúc"),
    fault("Tiêu ngữ at 12 pt", "QH-04", tieu_ngu_pt=12, tieu_ngu_rule_mm=TIEU_NGU_MM_AT_14 * 12 / 14),
    fault("Tiêu ngữ aside", "QH-04 QH-05", tieu_ngu_shift_mm=6),
    fault("no line under the Tiêu ngữ", "QH-05", tieu_ngu_rule_mm=None),
    fault("line under the Tiêu ngữ too long", "QH-05", tieu_ngu_rule_mm=TIEU_NGU_MM_AT_14 + 1.5),
    fault("line under the Tiêu ngữ too short", "QH-05", tieu_ngu_rule_mm=TIEU_NGU_MM_AT_14 - 1.5),
    fault("line under the Tiêu ngữ aside", "QH-05", tieu_ngu_rule_shift_mm=2),
    fault("line touches the Tiêu ngữ", "QH-05", tieu_ngu_rule_before_pt=0),
    fault("line far below the Tiêu ngữ", "QH-05", tieu_ngu_rule_before_pt=12),
    fault("issuing body abbreviated", "CQ-03", agency=("UBND XÃ", "SƠN HÒA"), agency_rule_mm=9.5),
    fault("superior body bold", "CQ-03", superior="UBND TỈNH PHÚ YÊN", superior_bold=True, agency_rule_mm=20),
    fault("superior body at 14 pt", "CQ-04", superior="UBND TỈNH PHÚ YÊN", superior_pt=14),
    fault("superior body in small letters", "CQ-05", superior="Ủy ban nhân dân tỉnh"),
    fault("issuing body light", "CQ-03 CQ-05 CQ-06 SO-02", agency_bold=False),
    fault("line as long as the name", "CQ-06", agency_rule_mm=43),
    fault("line shorter than a third", "CQ-06", agency_rule_mm=13),
    fault("line under the name aside", "CQ-06", agency_rule_shift_mm=3),
    fault("name wraps", "CQ-06", agency=("ỦY BAN NHÂN DÂN XÃ SƠN HÒA",), agency_rule_mm=34),
    fault("number at 14 pt", "SO-02 DD-05", number_pt=14),
    fault("number bold", "SO-02", number_bold=True),
    fault("number flush left", "SO-02", number_alignment=LEFT),
    fault("blank in the symbol", "SO-03", number="Số: 12/CTr - UBND"),
    fault("date upright", "DD-04", date_italic=False),
    fault("date at 12 pt", "DD-04", date_pt=12, date_before_pt=7.8),
    fault("date flush left", "DD-05", date_alignment=LEFT),
    fault("date lower than number", "DD-05", date_before_pt=9),
    fault("number and date not in one row", "DD-05", own_number_row=False, superior="UBND TỈNH PHÚ YÊN"),
    fault("title at 16 pt", "TL-01", title_pt=16),
    fault("title flush left", "TL-01", title_alignment=LEFT),
    fault("trích yếu light", "TL-02", subject_bold=False),
    fault("trích yếu flush left", "TL-02", subject_alignment=LEFT),
    fault("line under trích yếu too long", "TL-03", subject_rule_mm=45),
    fault("line under trích yếu too short", "TL-03", subject_rule_mm=20),
    fault("line under trích yếu aside", "TL-03", subject_rule_shift_mm=3),
    fault("no line under trích yếu", "TL-03", subject_rule_mm=None),
]

BODY = [
    fault("grounds upright", "CC-03", grounds_italic=False),
    fault("grounds end with a comma", "CC-03", grounds_end=","),
    fault("body at 12 pt", "ND-10 CC-03", body_pt=12),
    fault("body in italics", "ND-10", body_italic=True, grounds_italic=True),
    fault("body flush left", "ND-11", body_alignment=LEFT),
    fault("first lines 20 mm in", "ND-12", first_line_mm=20),
    fault("no first lines", "ND-11 ND-12", first_line_mm=0),
    fault("gaps of 3 pt", "ND-13", gap_pt=3),
    fault("lines two apart", "ND-14", line_spacing=2.0),
    fault("lines closer than single", "ND-14", line_spacing=0.9),
    fault("no end mark", "ND-15", end_mark="."),
    fault("heading left behind", "no-stranded-heading", keep_headings=False, heading_after=12),
]

SIGNATURE = [
    fault("signature alone on its page", "signature-kept", break_before_signature=True),
    fault("signature split", "signature-kept KY-13", break_before_name=True),
    fault("authority lines at 15 pt", "KY-10", authority_pt=15),
    fault("authority line in small letters", "KY-10", authority=("TM. Ủy ban nhân dân", "CHỦ TỊCH")),
    fault("authority line aside", "KY-10 KY-11", authority_shift_mm=6),
    fault("name at 12 pt", "KY-11", name_pt=12),
    fault("name aside", "KY-11", name_shift_mm=6),
    fault("no room to sign", "KY-13", room_mm=15),
    fault("Nơi nhận at 14 pt", "NN-05", recipients_label_pt=14),
    fault("Nơi nhận upright", "NN-05", recipients_label_italic=False),
    fault("Nơi nhận indented", "NN-05", recipients_label_indent_mm=3),
    fault("Nơi nhận lower than the authority", "NN-05", recipients_before_pt=12),
    fault("tops level, not baselines", "NN-05", recipients_before_pt=0),
    fault("recipients at 12 pt", "NN-06", recipients_pt=12),
    fault("recipients indented", "NN-06", recipients_indent_mm=3),
    fault("recipients end with semicolons", "NN-06", recipients_end=";"),
]

FAULTS = [*PAGE, *HEAD, *BODY, *SIGNATURE, *PART_FAULTS]
