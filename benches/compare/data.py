"""What a paper of the comparison says of one village, from the workbook.

Read with openpyxl, and handed to the Python peer as it is; the JavaScript and Rust peers do the same in their language.
"""

from collections import defaultdict

import openpyxl


def villages(path):
    """For each village in order: its number from 1, its name, and its groups of tasks."""
    book = openpyxl.load_workbook(path, read_only=True)
    by_code = defaultdict(lambda: defaultdict(list))
    for row in book["Nhiệm vụ"].iter_rows(min_row=2, values_only=True):
        _, group, content, lead, support, product, deadline, code = row
        by_code[code][group].append((content, lead, support, product, deadline))
    names = book["Thôn"].iter_rows(min_row=2, values_only=True)
    for number, (code, name) in enumerate(names, 1):
        yield number, name, groups_of(by_code[code])


def groups_of(rows_by_group):
    groups, number = [], 0
    for group, rows in rows_by_group.items():
        tasks = []
        for content, lead, support, product, deadline in rows:
            number += 1
            tasks.append({"stt": number, "noi_dung": content, "chu_tri": lead, "phoi_hop": support or "",
                          "thoi_han": deadline[0].upper() + deadline[1:], "san_pham": product})
        groups.append({"ten": group, "nhiem_vu": tasks})
    return groups
