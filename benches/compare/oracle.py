"""Compares every document of a folder, line by line, with what it must say by the workbook.

Usage: oracle.py WORKBOOK EXAMPLE VILLAGE FOLDER
EXAMPLE is a document for VILLAGE, read by a person; its lines that are the same for all villages must stand in every
other document. Prints how many documents are right, and the first difference. Exits 1 if one is wrong or missing.
"""

import sys
import zipfile
from pathlib import Path

from lxml import etree

import data

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    texts = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in root.iter(f"{W}p"))
    return [text.replace("\u00a0", " ").strip() for text in texts if text.strip()]


def expected(example, village, name, groups):
    """The example up to its table, with another village, and the table of this one."""
    heading = example.index("Sản phẩm") + 1
    made = [line.replace(village, name) for line in example[:heading]]
    for group in groups:
        made.append(group["ten"])
        for task in group["nhiem_vu"]:
            made.extend(str(task[field]) for field in ("stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham"))
    return [line for line in made if line]


def main():
    workbook, example, village, folder = sys.argv[1:]
    example, right, wrong = lines(example), 0, None
    by_number = {int(path.name.split(" ")[0]): path for path in Path(folder).glob("*.docx")}
    for number, name, groups in data.villages(workbook):
        path = by_number.get(number)
        found = lines(path) if path else []
        should = expected(example, village, name, groups)
        if found == should:
            right += 1
        elif wrong is None:
            pairs = zip(found + [None] * len(should), should + [None], strict=False)
            wrong = next((pair for pair in pairs if pair[0] != pair[1]), None)
    count = len(by_number)
    print(f"{right} of {number} documents say what they must; {count} files" + (f"; first difference: {wrong}" if wrong else ""))
    return 0 if right == number == count else 1


if __name__ == "__main__":
    sys.exit(main())
