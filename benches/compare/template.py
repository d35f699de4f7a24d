"""Makes the templates of the peers from one document of ours: the same form, with their marks in place of one village.

Usage: template.py DOCUMENT VILLAGE FOLDER

Each template keeps the first group and the first task of the table as a loop.
"""

import copy
import sys

import docx

FIELDS = ["stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham"]


def set_text(paragraph, text):
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    if not paragraph.runs:
        paragraph.add_run()
    paragraph.runs[0].text = text


def cells(row):
    return [docx.table._Cell(tc, row) for tc in row._tr.tc_lst]


def mark_row(row, texts):
    for cell, text in zip(cells(row), texts, strict=True):
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        set_text(cell.paragraphs[0], text)


def loop_row(row, text):
    """A row of its own that holds a mark of a loop, for peers that want one."""
    tr = copy.deepcopy(row._tr)
    row._tr.addprevious(tr)
    made = docx.table._Row(tr, row._parent)
    mark_row(made, [text] + [""] * (len(cells(made)) - 1))
    return made


def make(document, village, out, marks):
    document = docx.Document(document)
    table = document.tables[-1]
    header, group, task, *others = table.rows
    for row in others:
        row._tr.getparent().remove(row._tr)
    field = marks["field"]
    mark_row(group, [marks["open_groups"] + field("ten")])
    texts = [field(name) for name in FIELDS]
    texts[0] = marks["open_tasks"] + texts[0]
    texts[-1] += marks["close_tasks"]
    mark_row(task, texts)
    if "row" in marks:
        first, second, third, last = marks["row"]
        loop_row(group, first)
        loop_row(task, second)
        after = loop_row(task, third)
        task._tr.addnext(after._tr)
        end = loop_row(after, last)
        after._tr.addnext(end._tr)
    if "between" in marks:
        for row, text in zip((header, group, task), marks["between"], strict=True):
            row._tr.tail = text
    for block in document.tables[:-1]:
        for cell in (cell for row in block.rows for cell in cells(row)):
            for paragraph in cell.paragraphs:
                if village in paragraph.text:
                    set_text(paragraph, paragraph.text.replace(village, field("thon")))
    document.save(out)


PEERS = {
    "docxtpl": {
        "field": lambda name: "{{ %s }}" % {"ten": "khoi.ten", "thon": "thon"}.get(name, f"viec.{name}"),
        "open_groups": "", "open_tasks": "", "close_tasks": "",
        "row": ["{%tr for khoi in nhom %}", "{%tr for viec in khoi.nhiem_vu %}", "{%tr endfor %}", "{%tr endfor %}"],
    },
    "docxtemplater": {
        "field": lambda name: "{%s}" % name,
        "open_groups": "{#nhom}", "open_tasks": "{#nhiem_vu}", "close_tasks": "{/nhiem_vu}{/nhom}",
    },
    "docx-handlebars": {
        "field": lambda name: "{{%s}}" % name,
        "open_groups": "", "open_tasks": "", "close_tasks": "",
        # It fills the XML as one text, so the marks of a loop must stand between the rows, where Word can't type them.
        # With marks in rows of their own and its `removeTableRow`, which Word can type, it loses every «&» in the table.
        "between": ["{{#each nhom}}", "{{#each nhiem_vu}}", "{{/each}}{{/each}}"],
    },
}

if __name__ == "__main__":
    document, village, folder = sys.argv[1:]
    for name, marks in PEERS.items():
        make(document, village, f"{folder}/{name}.docx", marks)
