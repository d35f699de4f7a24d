"""Writes the workbook of the comparison: a commune of N villages with ten tasks each. All names are invented.

Usage: workbook.py N FILE
"""

import sys

import xlsxwriter

VERBS = ["Rà soát, cập nhật", "Tổ chức tuyên truyền về", "Kiểm tra việc thực hiện", "Vận động Nhân dân tham gia",
         "Lập danh sách theo dõi", "Phối hợp triển khai"]
OBJECTS = ["nhà ở của hộ nghèo, hộ cận nghèo", "phương án phòng, chống thiên tai", "vệ sinh môi trường & thu gom rác thải",
           "danh mục sách của tủ sách cộng đồng", "tuyến đường tự quản, tuyến đường hoa",
           "phong trào xây dựng đời sống văn hóa", "việc đăng ký tạm trú, tạm vắng"]
WAYS = ["bảo đảm đúng đối tượng, công khai, minh bạch", "gắn với các ngày lễ lớn trong năm",
        "theo hướng dẫn của cơ quan chuyên môn cấp trên", "theo mục tiêu “sạch, xanh, đẹp” của xã"]
PRODUCTS = ["Báo cáo kết quả", "Danh sách", "Biên bản kiểm tra", "Kế hoạch của thôn"]
UNITS = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Công an xã", "Trạm Y tế xã"]
GROUPS = [("I. Công tác tuyên truyền", 4), ("II. Phát triển kinh tế", 3), ("III. Văn hóa - xã hội", 3)]
PLACES = ["Gò Giữa", "Bàu Sen", "Rừng Cấm", "Cầu Ván", "Xóm Lò", "Đồng Tâm", "Suối Cạn", "Trại Chè", "Núi Đụn", "Bờ Lau"]
GENERAL = [["Mục", "Giá trị"], ["Loại văn bản", "Kế hoạch"], ["Cơ quan ban hành", "Ủy ban nhân dân xã Mường Sậy"],
           ["Địa danh", "Mường Sậy"], ["Chủ đề", "công tác phát triển kinh tế - xã hội"],
           ["Kỳ", "6 tháng đầu năm 2026"], ["Đơn vị soạn thảo", "Phòng Kinh tế"],
           ["Ngày chốt số liệu", "15/6/2026"], ["Người ký", "Đặng Văn Mẫn"]]
HEADINGS = ["Mã", "Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn",
            "Phạm vi thôn"]


def village(number):
    return f"Thôn {PLACES[number % len(PLACES)]} {number}"


def tasks(villages):
    """The rows of all tasks, by group, then by village."""
    number = 0
    for at, (group, count) in enumerate(GROUPS):
        before = sum(others for _, others in GROUPS[:at])
        for of in range(1, villages + 1):
            for place in range(before, before + count):
                number += 1
                verb, thing = VERBS[number % len(VERBS)], OBJECTS[number // 3 % len(OBJECTS)]
                way = WAYS[number // 7 % len(WAYS)]
                # The same units in the same order for every village: the peers print one list of recipients.
                units = [UNITS[(place + step) % len(UNITS)] for step in (0, 2, 4)]
                support = "; ".join(units[1:]) if place % 4 else None
                yield [f"NV-{number:06}", group, f"{verb} {thing} tại thôn{village(of)[4:]}, {way}", units[0], support,
                       PRODUCTS[number % len(PRODUCTS)], f"trước ngày {number % 28 + 1:02}/6/2026", f"T{of:05}"]


def write(villages, path):
    sheets = {
        "Thông tin chung": GENERAL,
        "Người ký": [["Họ và tên", "Chức vụ"], ["Đặng Văn Mẫn", "Chủ tịch"]],
        "Đơn vị": [["Mã", "Tên đơn vị"], *([f"DV{at:02}", name] for at, name in enumerate(UNITS, 1))],
        "Thôn": [["Mã", "Tên thôn"], *([f"T{at:05}", village(at)] for at in range(1, villages + 1))],
        "Nhiệm vụ": [HEADINGS, *tasks(villages)],
    }
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
