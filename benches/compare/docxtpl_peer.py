"""The same job with docxtpl and openpyxl. Usage: docxtpl_peer.py WORKBOOK TEMPLATE FOLDER"""

import sys

import docxtpl

import data

workbook, template, folder = sys.argv[1:]
for number, name, groups in data.villages(workbook):
    # docxtpl wants a new template for each document; of its own advice, values are escaped by Jinja.
    paper = docxtpl.DocxTemplate(template)
    paper.render({"thon": name, "nhom": groups}, autoescape=True)
    paper.save(f"{folder}/{number:04} - {name}.docx")
